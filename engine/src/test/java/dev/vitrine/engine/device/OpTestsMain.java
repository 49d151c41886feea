package dev.vitrine.engine.device;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.MethodFilter.includeMethodNamePatterns;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the kernel against loop comparison on whatever OpenCL device this process sees: of every op, or of the test
 * classes that are named.
 */
final class OpTestsMain {
    private OpTestsMain() {}

    private static List<? extends DiscoverySelector> selectors(String... tests) {
        return tests.length == 0
                ? List.of(selectPackage("dev.vitrine.engine.op"), selectPackage("dev.vitrine.engine.optim"))
                : Stream.of(tests).map(DiscoverySelectors::selectClass).toList();
    }

    public static void main(String[] arguments) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors(arguments))
                .filters(includeMethodNamePatterns(".*kernelMatchesJavaLoop.*"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8), 3);
        System.out.println("device " + Devices.openCl().get(0).deviceName());
        System.out.println("comparisons " + summary.getTestsSucceededCount());
        System.exit(summary.getTestsFailedCount() == 0 && summary.getTestsSucceededCount() > 0 ? 0 : 1);
    }
}

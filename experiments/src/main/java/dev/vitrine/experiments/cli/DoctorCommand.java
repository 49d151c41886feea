package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.doctor.Check;
import dev.vitrine.experiments.doctor.Checkup;
import dev.vitrine.experiments.doctor.InstallHint;
import dev.vitrine.experiments.doctor.Machine;
import dev.vitrine.experiments.doctor.OpenClFacts;
import dev.vitrine.experiments.doctor.Report;
import dev.vitrine.experiments.tune.TuningFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code vitrine doctor}: which devices there are, and whether each one computes rightly. */
@Parameters(commandDescription = "Look over this machine: its devices, and whether they compute rightly.")
final class DoctorCommand implements Command {
    @Parameter(names = "--json", placeholder = "FILE", description = "Write all that was found to a file too.")
    private @Nullable Path json;

    private final Checkup checkup;

    DoctorCommand() {
        this(new Checkup());
    }

    DoctorCommand(Checkup checkup) {
        this.checkup = checkup;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("", "Check Java and every OpenCL device."),
                new Example("--json doctor.json", "The same, and keep it for a report."));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(
                "Without an OpenCL driver everything runs in plain Java, only slower. A driver for the processor:"));
        Arrays.stream(InstallHint.values())
                .map(hint -> hint.system() + ": " + hint.words())
                .forEach(notes::add);
        notes.add("The exit code is 1 if a device fails or gives wrong numbers.");
        return notes;
    }

    /** Each line is written before the work that it announces: a driver that hangs or crashes is then named. */
    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        Machine machine = Machine.here();
        sayMachine(console, machine);
        List<Report.Examined> devices = new ArrayList<>();
        console.say("java: plain loops in double precision");
        devices.add(new Report.Examined("java", null, said(console, checkup.ofJava())));
        for (OpenClInfo info : Devices.openCl()) {
            OpenClFacts facts = OpenClFacts.of(
                    info, TuningFolder.ofUser(Version.number()).find(info).words());
            String device = "opencl:" + info.index();
            sayFacts(console, device, facts);
            devices.add(new Report.Examined(device, facts, said(console, checkup.of(info))));
        }
        finish(console, report(machine, devices));
    }

    private static Report report(Machine machine, List<Report.Examined> devices) {
        String missing = Devices.whyNoOpenCl();
        return new Report(
                machine,
                Devices.openClPlatforms(),
                missing,
                missing.isEmpty() ? "" : InstallHint.here().words(),
                devices,
                Devices.autoChoice());
    }

    private void finish(Console console, Report report) throws IOException {
        if (!report.noOpenCl().isEmpty()) {
            say(console, "", "no OpenCL: " + report.noOpenCl());
            say(console, "", "to get it: " + report.install());
        }
        say(console, "", report.autoLine());
        if (json != null) {
            report.write(json);
        }
        if (!report.trouble().isEmpty()) {
            throw new RunFailure(report.trouble());
        }
    }

    private static void sayMachine(Console console, Machine machine) {
        console.say("this machine");
        row(console, "system", machine.system());
        row(console, "Java", machine.java());
        row(console, "threads", Integer.toString(machine.threads()));
        row(
                console,
                "memory",
                gigabytes(machine.memoryBytes()) + ", of which this Java may use " + gigabytes(machine.heapBytes()));
        List<String> platforms = Devices.openClPlatforms();
        row(console, "OpenCL", platforms.isEmpty() ? "none" : String.join(", ", platforms));
        console.say("");
    }

    private static void sayFacts(Console console, String device, OpenClFacts facts) {
        say(console, "", device + ": " + facts.name());
        row(console, "platform", facts.platform());
        row(console, "driver", facts.driverVersion() + ", " + facts.openClVersion());
        row(
                console,
                "kind",
                facts.kind() + " with " + facts.computeUnits() + " compute units, " + gigabytes(facts.memoryBytes()));
        row(
                console,
                "vectors",
                "native width " + facts.vectorWidth() + "; kernels get V=" + facts.profileVectorWidth() + " WGS="
                        + facts.profileGroupSize());
        row(console, "tuning", facts.tuning());
    }

    private static Check said(Console console, Check check) {
        row(console, "check", check.words());
        if (check.comparison() != null) {
            row(
                    console,
                    "time",
                    String.format(
                            Locale.ROOT,
                            "%.2f s to compile, then %.1f ms a pass",
                            check.compileSeconds(),
                            check.passSeconds() * 1e3));
        }
        console.say("");
        return check;
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private static void row(Console console, String name, String value) {
        say(console, String.format("  %-10s", name), value);
    }

    /** A driver's words may hold what a terminal would obey. */
    private static void say(Console console, String start, String words) {
        console.say(Wrapped.of(start, words.replaceAll("\\p{Cntrl}", "?")));
    }
}

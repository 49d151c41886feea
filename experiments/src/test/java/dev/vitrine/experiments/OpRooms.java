package dev.vitrine.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks over the op rooms {@code op/<family>/}: beside {@code Conv1d.java} lie {@code Conv1dJava.java}, {@code
 * Conv1dOpenCl.java} and {@code conv1d.cl}, and its test is {@code Conv1dTest}.
 *
 * <p>Whatever trace of an op is there counts as the op: its class, either half, or its kernel.
 */
final class OpRooms {
    private static final Pattern IS_AN_OP =
            Pattern.compile("\\bfinal class\\b[^{]*\\b(?:implements|extends)\\b[^{]*Op\\b(?![.])");
    private static final List<String> HALVES = List.of("Java.java", "OpenCl.java");

    private OpRooms() {}

    /** The ops as {@code family/Name}. */
    static List<String> ops(Path main) throws IOException {
        return files(main).stream()
                .filter(OpRooms::declaresAnOp)
                .map(f -> main.relativize(f).toString().replace('\\', '/').replace(".java", ""))
                .toList();
    }

    /** What is missing, one line each. */
    static List<String> faults(Path main, Path test) throws IOException {
        List<String> faults = new ArrayList<>();
        List<String> ops = ops(main);
        for (String op : ops) {
            for (String half : HALVES) {
                if (!Files.exists(main.resolve(op + half))) {
                    faults.add(op + " has no " + half);
                }
            }
            if (files(main).stream().noneMatch(f -> isKernelOf(op, main, f))) {
                faults.add(op + " has no .cl");
            }
            if (!Files.exists(test.resolve(op + "Test.java"))) {
                faults.add(op + " has no Test.java");
            }
        }
        for (Path file : files(main)) {
            if (isPartOfAnOp(file)
                    && ops.stream().noneMatch(op -> belongs(op, main, file))
                    && files(main).stream().noneMatch(java -> isKernelOfClass(java, main, file))) {
                faults.add(main.relativize(file) + " belongs to no op");
            }
        }
        return faults;
    }

    private static boolean isPartOfAnOp(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".cl") || HALVES.stream().anyMatch(name::endsWith);
    }

    private static boolean belongs(String op, Path main, Path file) {
        return isKernelOf(op, main, file)
                || HALVES.stream().anyMatch(half -> main.resolve(op + half).equals(file));
    }

    /** {@code batch_norm1d.cl} and {@code batchnorm1d.cl} are both the kernel of {@code BatchNorm1d}. */
    private static boolean isKernelOf(String op, Path main, Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".cl")
                && main.resolve(op).resolveSibling(name).equals(file)
                && stem(name.substring(0, name.length() - 3)).equals(stem(op.substring(op.indexOf('/') + 1)));
    }

    /** {@code channels_last.cl} is the kernel of {@code ChannelsLast}, which serves more than one op. */
    private static boolean isKernelOfClass(Path java, Path main, Path file) {
        String path = main.relativize(java).toString().replace('\\', '/');
        return path.endsWith(".java") && isKernelOf(path.substring(0, path.length() - ".java".length()), main, file);
    }

    private static String stem(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static boolean declaresAnOp(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && IS_AN_OP.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of all families. */
    private static List<Path> files(Path main) throws IOException {
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> main.relativize(f).getNameCount() == 2)
                    .sorted()
                    .toList();
        }
    }
}

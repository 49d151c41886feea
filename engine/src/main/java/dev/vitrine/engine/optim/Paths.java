package dev.vitrine.engine.optim;

import java.util.Set;

/** Which parameters a path means: {@code features} means {@code features.0.weight}, not {@code features2.weight}. */
final class Paths {
    private Paths() {}

    /** True if {@code parameter} is at or below {@code path}; everything is below the empty path. */
    static boolean isIn(String parameter, String path) {
        return path.isEmpty() || parameter.equals(path) || parameter.startsWith(path + ".");
    }

    static void require(String who, String path, Set<String> parameters) {
        if (parameters.stream().noneMatch(parameter -> isIn(parameter, path))) {
            throw new IllegalArgumentException(who + " " + path + " holds no parameter; there are " + parameters);
        }
    }
}

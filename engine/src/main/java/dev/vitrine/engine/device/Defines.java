package dev.vitrine.engine.device;

/**
 * What a kernel is specialised by at compile time ({@code -DNAME=value}): small numbers such as kernel size and stride.
 * Channel counts and lengths are passed at run time, so that layers share one compiled program.
 *
 * @param options as the compiler takes them, each behind a space; a launch looks its kernel up by them
 */
public record Defines(String options) {
    public static final Defines NONE = new Defines("");

    public static Defines of(String name, int value) {
        return NONE.and(name, value);
    }

    public Defines and(String name, int value) {
        return new Defines(options + " -D" + name + "=" + value);
    }
}

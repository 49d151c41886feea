package dev.vitrine.experiments.preflight;

/**
 * One thing that was looked at before training.
 *
 * @param name what, in a few words
 * @param found what there is
 * @param expected what there should be, or a dash
 * @param verdict whether that is well
 * @param advice what to do, a sentence; empty where all is well
 */
public record Check(String name, String found, String expected, Verdict verdict, String advice) {
    /** Whether what was found is well. */
    public enum Verdict {
        /** As it should be. */
        GOOD("ok"),
        /** Not as it should be. */
        BAD("look"),
        /** Good to know. */
        KNOWN("");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** For a table. */
        public String word() {
            return word;
        }
    }

    /** Something that is good or bad, with advice for the second case. */
    static Check of(String name, String found, String expected, boolean good, String advice) {
        return new Check(name, found, expected, good ? Verdict.GOOD : Verdict.BAD, good ? "" : advice);
    }

    /** Something to know. */
    static Check known(String name, String found) {
        return new Check(name, found, "-", Verdict.KNOWN, "");
    }
}

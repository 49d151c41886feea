package dev.vitrine.experiments.datacheck;

/** How much a finding matters. */
public enum Severity {
    /** Good to know. */
    NOTE,
    /** A result may be worse, or look better, than it need be. */
    WARNING,
    /** A result got in this way says something else than it seems to. */
    SERIOUS;

    /** In words. */
    public String word() {
        return switch (this) {
            case NOTE -> "note";
            case WARNING -> "warning";
            case SERIOUS -> "serious";
        };
    }
}

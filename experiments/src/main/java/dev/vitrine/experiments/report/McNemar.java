package dev.vitrine.experiments.report;

/**
 * Whether two judges of the same things differ by more than chance: only what one of them alone got right counts.
 *
 * <pre>
 * p = min(1, 2 P(X ≤ min(onlyFirst, onlySecond)))        X binomial, onlyFirst + onlySecond trials, one half
 * </pre>
 *
 * <p>Source: Q. McNemar, Psychometrika 12, 1947; exact form as in M. Fagerland, S. Lydersen and P. Laake, BMC Medical
 * Research Methodology 13, 2013.
 *
 * @param onlyFirst what the first alone got right
 * @param onlySecond what the second alone got right
 */
public record McNemar(int onlyFirst, int onlySecond) {
    /** Refuses counts below 0. */
    public McNemar {
        if (onlyFirst < 0 || onlySecond < 0) {
            throw new IllegalArgumentException(
                    "McNemar: " + onlyFirst + " and " + onlySecond + "; expected counts of at least 0");
        }
    }

    /** How likely a difference as large as this one is if both are equally good; 1 where they never differ. */
    public double p() {
        int trials = onlyFirst + onlySecond;
        double logTerm = -trials * Math.log(2);
        double sum = 0;
        for (int i = 0; i <= Math.min(onlyFirst, onlySecond); i++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log(trials - i) - Math.log(i + 1.0);
        }
        return Math.min(1, 2 * sum);
    }

    /** True if it is below 0.05. */
    public boolean differ() {
        return p() < 0.05;
    }
}

package dev.vitrine.experiments.doctor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of the check of one device.
 *
 * @param words the result for people, one line
 * @param comparison how close the numbers were; null if there were none
 * @param compileSeconds what the first pass took longer than the second, for kernels are compiled in it
 * @param passSeconds the second pass, forward and backward
 */
public record Check(
        Verdict verdict, String words, @Nullable Comparison comparison, double compileSeconds, double passSeconds) {
    /** How a check may end. */
    public enum Verdict {
        /** The numbers are right. */
        RIGHT,
        /** The device gave numbers that rounding does not explain. */
        WRONG,
        /** The device gave no numbers. */
        FAILED
    }

    static Check of(String reference, Comparison comparison, double compileSeconds, double passSeconds) {
        String words = String.format(
                Locale.ROOT,
                "worst difference from %s %.1e of the largest value (%.1e allowed), in the %s",
                reference,
                comparison.worst(),
                comparison.allowed(),
                comparison.part());
        return comparison.isClose()
                ? new Check(Verdict.RIGHT, "right: " + words, comparison, compileSeconds, passSeconds)
                : new Check(Verdict.WRONG, "WRONG: " + words, comparison, compileSeconds, passSeconds);
    }

    static Check failed(RuntimeException problem) {
        String message = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        return new Check(Verdict.FAILED, "FAILED: " + message.strip().replaceAll("\\s*\\R\\s*", " "), null, 0, 0);
    }
}

package dev.vitrine.engine.op.conv;

/** Into how many parts the channels fall that know nothing of one another. */
final class Groups {
    private Groups() {}

    /** Fails unless {@code groups} is at least 1 and divides the {@code count} channels of {@code where}. */
    static void require(String where, String what, int count, int groups) {
        if (groups < 1) {
            throw new IllegalArgumentException(where + ": groups must be at least 1, got " + groups);
        }
        if (count % groups != 0) {
            throw new IllegalArgumentException(
                    where + ": " + count + " " + what + " cannot be divided into " + groups + " groups of equal size");
        }
    }
}

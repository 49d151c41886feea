package dev.vitrine.engine.device;

/**
 * On whose behalf a kernel runs: for those who ask where the time of a training step goes.
 *
 * @param layer the path of a layer, as in {@code features.0}, or another word such as {@code loss}; empty outside of any
 * @param pass which part of the step
 */
public record Place(String layer, Pass pass) {
    /** Outside of any layer. */
    public static final Place NOWHERE = new Place("", Pass.FORWARD);

    /** The parts of a training step. */
    public enum Pass {
        FORWARD,
        BACKWARD,
        UPDATE
    }

    /** The same layer's gradients. */
    public Place backward() {
        return new Place(layer, Pass.BACKWARD);
    }
}

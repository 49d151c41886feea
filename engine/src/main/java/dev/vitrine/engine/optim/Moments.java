package dev.vitrine.engine.optim;

/**
 * The numbers of one update of Adam or AdamW.
 *
 * @param size learningRate / (1 - beta1^t)
 * @param root sqrt(1 - beta2^t)
 * @param decay times w, added to the gradient: Adam's weight decay
 * @param keep times w, before the step: AdamW's weight decay; 1 changes nothing
 */
record Moments(double beta1, double beta2, double eps, double size, double root, double decay, double keep) {
    /** An update without weight decay. */
    static Moments of(double beta1, double beta2, double eps, Piece piece) {
        double t = (double) piece.step();
        return new Moments(
                beta1,
                beta2,
                eps,
                piece.rate() / (1 - StrictMath.pow(beta1, t)),
                Math.sqrt(1 - StrictMath.pow(beta2, t)),
                0,
                1);
    }

    Moments decay(double newDecay) {
        return new Moments(beta1, beta2, eps, size, root, newDecay, keep);
    }

    Moments keep(double newKeep) {
        return new Moments(beta1, beta2, eps, size, root, decay, newKeep);
    }

    static void requireConstants(String who, double beta1, double beta2, double eps, double weightDecay) {
        if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException(
                    who + ": beta1 and beta2 must be from 0 to below 1, got " + beta1 + " and " + beta2);
        }
        if (!(eps > 0)) {
            throw new IllegalArgumentException(who + ": eps must be above 0, got " + eps);
        }
        if (!(weightDecay >= 0)) {
            throw new IllegalArgumentException(who + ": weight decay must not be negative, got " + weightDecay);
        }
    }
}

package dev.vitrine.audio.synth;

/** Utterances in a room, with noise, hum and now and then another sound. */
final class Scene {
    private static final double HEADROOM = 0.95;

    private final double[] mix;
    private final Dice dice;

    Scene(double seconds, Dice dice) {
        this.mix = new double[(int) (seconds * CatsDogsSynth.SAMPLE_RATE)];
        this.dice = dice;
    }

    double seconds() {
        return (double) mix.length / CatsDogsSynth.SAMPLE_RATE;
    }

    /** Adds an utterance; what reaches over the end is cut off. */
    void add(double[] sound, double startSeconds) {
        int start = (int) (startSeconds * CatsDogsSynth.SAMPLE_RATE);
        for (int i = 0; i < sound.length && start + i < mix.length; i++) {
            mix[start + i] += sound[i];
        }
    }

    /** The recording: room, noise, level. */
    float[] record() {
        room();
        distract();
        noise(loudest() / dice.ratio(4, 80));
        // The same range of power for both animals, so that loudness tells nothing.
        double level = Math.min(dice.ratio(0.03, 0.13) / rootMeanSquare(), HEADROOM / loudest());
        float[] out = new float[mix.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (level * mix[i]);
        }
        return out;
    }

    /** Three echoes that feed back, with delays that share no common measure. */
    private void room() {
        double wet = dice.between(0, 0.4);
        double[] dry = mix.clone();
        for (double milliseconds : dice.around(0.2, 31, 43, 59)) {
            int delay = (int) (milliseconds / 1000 * CatsDogsSynth.SAMPLE_RATE);
            double feedback = dice.between(0.2, 0.6);
            double[] echo = new double[mix.length];
            for (int i = delay; i < mix.length; i++) {
                echo[i] = dry[i - delay] + feedback * echo[i - delay];
                mix[i] += wet / 3 * echo[i];
            }
        }
    }

    /** Pink-like noise (white noise through three leaky sums), and mains hum in some rooms. */
    private void noise(double level) {
        double slow = 0;
        double middle = 0;
        double hum = dice.chance(0.3) ? dice.between(0.2, 1) : 0;
        for (int i = 0; i < mix.length; i++) {
            double white = dice.between(-1, 1);
            slow = 0.998 * slow + 0.045 * white;
            middle = 0.96 * middle + 0.12 * white;
            double mains = StrictMath.sin(2 * Math.PI * 100 * i / CatsDogsSynth.SAMPLE_RATE);
            mix[i] += level * (slow + middle + 0.15 * white + hum * mains);
        }
    }

    /** A knock or a chirp that has nothing to do with the animal. */
    private void distract() {
        if (!dice.chance(0.35)) {
            return;
        }
        int start = (int) dice.between(0, mix.length * 0.9);
        double level = loudest() * dice.between(0.2, 0.7);
        double from = dice.ratio(150, 3000);
        double to = dice.chance(0.5) ? from : dice.ratio(150, 3000);
        int length = Math.min(mix.length - start, (int) (dice.between(0.03, 0.2) * CatsDogsSynth.SAMPLE_RATE));
        double phase = 0;
        for (int i = 0; i < length; i++) {
            double t = (double) i / length;
            phase += 2 * Math.PI * (from + (to - from) * t) / CatsDogsSynth.SAMPLE_RATE;
            mix[start + i] += level * StrictMath.exp(-5 * t) * StrictMath.sin(phase);
        }
    }

    private double rootMeanSquare() {
        double sum = 1e-18;
        for (double value : mix) {
            sum += value * value;
        }
        return Math.sqrt(sum / mix.length);
    }

    private double loudest() {
        double loudest = 1e-9;
        for (double value : mix) {
            loudest = Math.max(loudest, Math.abs(value));
        }
        return loudest;
    }
}

package dev.vitrine.audio.synth;

/**
 * One utterance: harmonics of a gliding pitch and breath, both shaped by two gliding formants.
 *
 * <pre>
 * s(t) = loudness(t) * ( sum over h of  gain(h f0, t) / h^tilt * sin(h phase(t))  +  breath * noise shaped by gain )
 * gain(f, t) = sum over formants i of  1 / (1 + ((f - F_i(t)) / B_i)^2)
 * </pre>
 *
 * <p>Source: Fant, "Acoustic Theory of Speech Production", 1960 (source and filter).
 *
 * @param seconds how long it lasts
 * @param pitch fundamental frequency over its course, in Hz
 * @param low first formant over its course, in Hz
 * @param high second formant over its course, in Hz
 * @param loudness over its course
 * @param tilt how fast harmonics fall
 * @param breath share of noise
 * @param roughness how much the pitch and the loudness flutter
 */
record Voice(
        double seconds,
        Curve pitch,
        Curve low,
        Curve high,
        Curve loudness,
        double tilt,
        double breath,
        double roughness) {
    private static final int CONTROL = 32;
    private static final double TOP = 7000;
    private static final int MOST_HARMONICS = 40;

    /** The samples at {@link CatsDogsSynth#SAMPLE_RATE}. */
    double[] samples(Dice dice) {
        double[] out = new double[(int) (seconds * CatsDogsSynth.SAMPLE_RATE)];
        double[] gains = new double[MOST_HARMONICS + 1];
        Resonator lowNoise = new Resonator();
        Resonator highNoise = new Resonator();
        double flutter = 0;
        double phase = dice.between(0, 2 * Math.PI);
        double growl = dice.between(25, 70);
        double frequency = pitch.at(0);
        for (int i = 0; i < out.length; i++) {
            double t = (double) i / out.length;
            if (i % CONTROL == 0) {
                flutter = 0.9 * flutter + 0.1 * roughness * dice.between(-1, 1);
                frequency = pitch.at(t) * (1 + flutter);
                fillGains(gains, frequency, t);
                lowNoise.tune(low.at(t), 0.35 * low.at(t));
                highNoise.tune(high.at(t), 0.25 * high.at(t));
            }
            phase += 2 * Math.PI * frequency / CatsDogsSynth.SAMPLE_RATE;
            double noise = dice.between(-1, 1);
            double tone = harmonics(gains, phase);
            double air = lowNoise.next(noise) + highNoise.next(noise);
            double tremble =
                    1 - roughness * (0.5 + 0.5 * StrictMath.sin(2 * Math.PI * growl * i / CatsDogsSynth.SAMPLE_RATE));
            out[i] = loudness.at(t) * tremble * (tone + breath * air);
        }
        return out;
    }

    private void fillGains(double[] gains, double frequency, double t) {
        for (int h = 1; h < gains.length; h++) {
            double f = h * frequency;
            gains[h] = f > TOP ? 0 : (bell(f, low.at(t)) + 0.7 * bell(f, high.at(t)) + 0.02) / StrictMath.pow(h, tilt);
        }
    }

    private static double bell(double f, double formant) {
        double away = (f - formant) / (0.2 * formant);
        return 1 / (1 + away * away);
    }

    /** Sines of multiples of one angle by the recurrence sin((h+1)a) = 2 cos(a) sin(ha) - sin((h-1)a). */
    private static double harmonics(double[] gains, double phase) {
        double twice = 2 * StrictMath.cos(phase);
        double before = 0;
        double now = StrictMath.sin(phase);
        double sum = 0;
        for (int h = 1; h < gains.length && gains[h] > 0; h++) {
            sum += gains[h] * now;
            double next = twice * now - before;
            before = now;
            now = next;
        }
        return sum;
    }
}

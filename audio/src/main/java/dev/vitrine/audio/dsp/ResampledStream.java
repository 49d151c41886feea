package dev.vitrine.audio.dsp;

import dev.vitrine.audio.io.SoundStream;
import java.io.IOException;

/** A sound at another rate, from a window of inputs that moves along. */
final class ResampledStream implements SoundStream {
    private static final int PIECE = 1 << 14;

    private final SoundStream sound;
    private final Resampler resampler;
    private final double[] scratch;
    private final float[] window;
    private long start;
    private int count;
    private boolean ended;
    private long done;

    ResampledStream(SoundStream sound, Resampler resampler) {
        this.sound = sound;
        this.resampler = resampler;
        this.scratch = resampler.scratch();
        this.window = new float[resampler.reach() + PIECE];
    }

    @Override
    public int sampleRate() {
        return resampler.sampleRate();
    }

    @Override
    public int read(float[] to, int first, int wanted) throws IOException {
        int given = 0;
        while (given < wanted && isNextThere()) {
            to[first + given] = resampler.output(done, window, start, count, scratch);
            given++;
            done++;
        }
        return given == 0 ? -1 : given;
    }

    /** Reads until the next output's last input is there, or the sound has ended. */
    private boolean isNextThere() throws IOException {
        while (!ended && resampler.first(done) + resampler.reach() > start + count) {
            fill();
        }
        return !ended || done < resampler.outputs(start + count);
    }

    private void fill() throws IOException {
        if (count == window.length) {
            int passed = (int) Math.min(count, resampler.first(done) - start);
            count -= passed;
            start += passed;
            System.arraycopy(window, passed, window, 0, count);
        }
        int read = sound.read(window, count, window.length - count);
        ended = read < 0;
        count += Math.max(0, read);
    }

    @Override
    public void close() throws IOException {
        sound.close();
    }
}

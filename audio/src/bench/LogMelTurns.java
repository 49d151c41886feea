import dev.vitrine.audio.dsp.Fft;
import dev.vitrine.audio.feature.Decibels;
import dev.vitrine.audio.feature.Framing;
import dev.vitrine.audio.feature.MelBands;
import dev.vitrine.audio.feature.MelSpectrogram;
import dev.vitrine.audio.feature.Mfcc;
import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.audio.io.Waveform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The half of features_speed.py that is in Java: for each line that it is sent, it computes the features some times and
 * answers with one line of figures. Started as a file of source, so that no build has to know of it.
 */
class LogMelTurns {
    static final Framing FRAMING = Framing.centered(2048, 512);
    static final MelSpectrogram MEL = new MelSpectrogram(FRAMING, MelBands.slaney(128));

    static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    public static void main(String[] words) throws IOException {
        Waveform sound = SoundFile.read(Path.of(words[0]));
        int times = Integer.parseInt(words[1]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(line.equals("parts") ? parts(sound, times) : turn(sound, times));
        }
    }

    /** Wall ms of the middle one, CPU ms of all, and two sums that the other program must agree with. */
    static String turn(Waveform sound, int times) {
        double[] wall = new double[times];
        double levelSum = 0;
        double mfccSum = 0;
        long cpu = cpu();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            double[][] levels = Decibels.power().ofPower(MEL.power(sound));
            double[][] mfcc = Mfcc.of(20).of(levels);
            wall[i] = (System.nanoTime() - start) / 1e6;
            levelSum = absolute(levels);
            mfccSum = absolute(mfcc);
        }
        cpu = cpu() - cpu;
        Arrays.sort(wall);
        return wall[times / 2] + " " + cpu / 1e6 + " " + levelSum + " " + mfccSum;
    }

    static double absolute(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).map(Math::abs).sum();
    }

    /** Middle wall ms of: the Fourier transforms alone, mel power, levels, coefficients. */
    static String parts(Waveform sound, int times) {
        int frames = FRAMING.frames(sound.samples().length);
        Fft fft = new Fft(FRAMING.fftSize());
        double[] frame = new double[FRAMING.fftSize()];
        double[] power = new double[FRAMING.bins()];
        double[][] wall = new double[4][times];
        for (int i = 0; i < times; i++) {
            long a = System.nanoTime();
            for (int t = 0; t < frames; t++) {
                for (int n = 0; n < frame.length; n++) {
                    frame[n] = sound.samples()[n];
                }
                fft.power(frame, power);
            }
            long b = System.nanoTime();
            double[][] mel = MEL.power(sound);
            long c = System.nanoTime();
            double[][] levels = Decibels.power().ofPower(mel);
            long d = System.nanoTime();
            Mfcc.of(20).of(levels);
            long e = System.nanoTime();
            wall[0][i] = (b - a) / 1e6;
            wall[1][i] = (c - b) / 1e6;
            wall[2][i] = (d - c) / 1e6;
            wall[3][i] = (e - d) / 1e6;
        }
        StringBuilder line = new StringBuilder();
        for (double[] part : wall) {
            Arrays.sort(part);
            line.append(part[times / 2]).append(' ');
        }
        return line.toString();
    }
}

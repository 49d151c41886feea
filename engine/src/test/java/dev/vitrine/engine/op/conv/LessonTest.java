package dev.vitrine.engine.op.conv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Profile;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Keeps the kernels of the first lesson true: {@code lesson.cl} and {@code conv1d.cl} give the same bits. */
class LessonTest {
    static final List<Profile> PROFILES = TestDevices.PROFILES;

    private static final int N = 2;
    private static final int C = 3;
    private static final int L = 37;
    private static final int O = 5;
    private static final int K = 3;
    private static final Window WINDOW = Window.of(K).dilation(2).padding(Padding.SAME);

    private static void requireSameBits(String kernel, Profile profile) {
        try (OpenClDevice device = TestDevices.openCl(profile)) {
            Rng rng = new Rng(1);
            Tensor x = Tensor.randn(device, rng, N, C, L);
            Tensor w = Tensor.randn(device, rng, O, C, K);
            Tensor b = Tensor.randn(device, rng, O);
            Tensor expected = Conv1d.conv1d(x, w, b, WINDOW);
            Tensor y = Tensor.zeros(device, N, O, L);
            device.kernel(
                            LessonTest.class,
                            "lesson.cl",
                            kernel,
                            Defines.of("K", K).and("DILATION", 2))
                    .launch(
                            WorkSize.row(profile, L, O, N),
                            x.buffer(),
                            w.buffer(),
                            b.buffer(),
                            y.buffer(),
                            C,
                            L,
                            O,
                            L,
                            WINDOW.paddingFor(L).before());
            assertThat(y.toFloats()).containsExactly(expected.toFloats());
        }
    }

    @Test
    void oneOutputPerWorkItemGivesTheSameBits() {
        requireSameBits("one_output", new Profile(1, 1));
        requireSameBits("one_output", new Profile(1, 64));
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void oneVectorPerWorkItemGivesTheSameBits(Profile profile) {
        requireSameBits("one_vector", profile);
    }
}

package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EmbeddingTest {
    @Test
    void codesSpreadOverMinusTwoToTwo() {
        assertThat(Embedding.value((byte) 0)).isEqualTo(-2f);
        assertThat(Embedding.value((byte) 255)).isEqualTo(2f);
        assertThat(Embedding.value((byte) 128)).isEqualTo((float) (128 * 4 / 255.0 - 2));
        assertThat(new Embedding(new byte[] {0, -1, 0}, 3).values()).containsExactly(-2f, 2f, -2f);
    }

    @Test
    void everyCodeIsTheCodeOfItsNumber() {
        for (int code = 0; code < 256; code++) {
            double middle = (code + 0.5) * 4 / 255 - 2;
            assertThat(Embedding.code(middle)).isEqualTo((byte) code);
        }
        assertThat(Embedding.code(-9)).isZero();
        assertThat(Embedding.code(9)).isEqualTo((byte) 255);
    }

    @Test
    void missingFramesAreZeroAndMasked() {
        Embedding.Padded padded = new Embedding(new byte[] {-1, -1, 0, 0}, 2).padded(3);
        assertThat(padded.values()).containsExactly(2f, 2f, -2f, -2f, 0f, 0f);
        assertThat(padded.mask()).containsExactly(1f, 1f, 0f);
    }

    @Test
    void framesThatAreTooMuchAreLeftOut() {
        Embedding.Padded padded = new Embedding(new byte[] {-1, -1, 0, 0}, 2).padded(1);
        assertThat(padded.values()).containsExactly(2f, 2f);
        assertThat(padded.mask()).containsExactly(1f);
    }

    @Test
    void codesThatAreNoWholeFramesAreRefused() {
        assertThatThrownBy(() -> new Embedding(new byte[5], 2))
                .hasMessage("an embedding has 5 codes; expected a multiple of its width, 2");
    }
}

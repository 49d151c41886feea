package dev.vitrine.audio.tfrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleTest {
    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static Values text(String... words) {
        return new Values.Bytes(List.of(words).stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    private static final Example NOTE = new Example(Map.of(
            "note", text("bass"),
            "pitch", new Values.Longs(new long[] {-1}),
            "qualities", new Values.Longs(new long[] {0, 300}),
            "audio", new Values.Floats(new float[] {0.5f, -1})));

    @Test
    void everyKindComesBack() throws ExampleException {
        Example read = Example.parse(NOTE.bytes());
        assertThat(read.text("note")).isEqualTo("bass");
        assertThat(read.number("pitch")).isEqualTo(-1);
        assertThat(read.numbers("qualities")).containsExactly(0, 300);
        assertThat(read.floats("audio")).containsExactly(0.5f, -1f);
        assertThat(read.features()).containsOnlyKeys("audio", "note", "pitch", "qualities");
    }

    /** {a: [1, 2]} and {b: [1.5]}, each number with a tag of its own, and a field 9 that nobody knows. */
    @Test
    void numbersThatAreNotPackedAreReadToo() throws ExampleException {
        Example read = Example.parse(
                hex("4801 0a 1b" + "0a 0b 0a0161 12 06 1a04 0801 0802" + "0a 0c 0a0162 12 07 1205 0d0000c03f"));
        assertThat(read.numbers("a")).containsExactly(1, 2);
        assertThat(read.floats("b")).containsExactly(1.5f);
    }

    @Test
    void bytesAreThoseThatTensorFlowWrites() {
        assertThat(new Example(Map.of("a", new Values.Longs(new long[] {1, 2}))).bytes())
                .isEqualTo(hex("0a 0d 0a 0b 0a0161 12 06 1a04 0a02 0102"));
    }

    @Test
    void featureWithoutAKindIsEmpty() throws ExampleException {
        Example read = Example.parse(hex("0a 07 0a 05 0a0161 1200"));
        assertThat(read.features().get("a")).isEqualTo(new Values.Bytes(List.of()));
    }

    @Test
    void stepsOfASequenceComeBack() throws ExampleException {
        SequenceExample read =
                SequenceExample.parse(new SequenceExample(NOTE, Map.of("frames", List.of(text("one"), text("two"))))
                        .bytes());
        assertThat(read.context().text("note")).isEqualTo("bass");
        assertThat(read.byteSteps("frames"))
                .extracting(step -> new String(step, StandardCharsets.UTF_8))
                .containsExactly("one", "two");
    }

    @Test
    void saysWhatIsMissingOrOfAnotherKind() {
        assertThatThrownBy(() -> NOTE.text("nota")).hasMessage("no feature nota among [audio, note, pitch, qualities]");
        assertThatThrownBy(() -> NOTE.number("qualities"))
                .hasMessage("feature qualities holds 2 longs; expected one whole number");
        assertThatThrownBy(() -> NOTE.floats("note"))
                .hasMessage("feature note holds 1 bytes; expected float32 numbers");
        assertThatThrownBy(() -> NOTE.numbers("note")).hasMessage("feature note holds 1 bytes; expected whole numbers");
        assertThatThrownBy(() -> NOTE.text("pitch")).hasMessage("feature pitch holds 1 longs; expected one string");
        SequenceExample sequence = new SequenceExample(NOTE, Map.of("frames", List.of(text("one", "two"))));
        assertThatThrownBy(() -> sequence.byteSteps("frames"))
                .hasMessage("step 0 of frames does not hold one string of bytes");
        assertThatThrownBy(() -> sequence.byteSteps("frame")).hasMessage("no feature list frame among [frames]");
    }

    @Test
    void cutOrWrongMessageIsRefused() {
        byte[] whole = NOTE.bytes();
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Example.parse(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(ExampleException.class)
                    .hasMessageStartingWith("the record is no tf.Example: ");
        }
        assertThatThrownBy(() -> Example.parse(hex("0a 05 0a 03 0a0161")))
                .hasMessage("a feature has 1 names and 0 values; expected one of each");
        assertThatThrownBy(() -> SequenceExample.parse(hex("0a")))
                .hasMessageStartingWith("the record is no tf.SequenceExample: ");
    }

    /** A list of floats that claims 2 GiB in a record of a few bytes. */
    @Test
    void lengthThatIsALieTakesNoMemory() {
        assertThatThrownBy(() -> Example.parse(
                        hex("0a ffffffff07 0a ffffffff07 0a0161 12 ffffffff07 12 ffffffff07 0a ffffffff07")))
                .isInstanceOf(ExampleException.class);
    }
}

package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.io.Waveform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneClassTest {
    private static final Content NOTHING = new Content.Sound(new Waveform(new float[0], 1));

    /** 40 items of class 0, of which every eighth shows class 1 too; class 2 has none. */
    private static ItemSet set() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Integer> labels = i % 8 == 0 ? List.of(0, 1) : List.of(0);
            items.add(new Item("i" + i, labels, "g" + i, 0, NOTHING));
        }
        return new ItemSet("s", List.of("a", "b", "c"), GroupKind.CLIP, items, List.of());
    }

    @Test
    void asManyOthersAreDrawnAsShowTheClass() throws DatasetException {
        ItemSet one = OneClass.of(set(), 1, 1);
        assertThat(one.name()).isEqualTo("s: b");
        assertThat(one.classes()).containsExactly("other", "b");
        assertThat(one.items().stream().filter(item -> item.label() == 1))
                .extracting(Item::name)
                .containsExactly("i0", "i8", "i16", "i24", "i32");
        assertThat(one.items().stream().filter(item -> item.label() == 0))
                .hasSize(5)
                .noneMatch(item -> Integer.parseInt(item.name().substring(1)) % 8 == 0);
        assertThat(one).isEqualTo(OneClass.of(set(), 1, 1));
        assertThat(one).isNotEqualTo(OneClass.of(set(), 1, 2));
    }

    @Test
    void classOfNoneOrAllIsRefused() {
        assertThatThrownBy(() -> OneClass.of(set(), 2, 1))
                .isInstanceOf(DatasetException.class)
                .hasMessage("s: 0 items show c and 40 do not; expected some of both");
        assertThatThrownBy(() -> OneClass.of(set(), 0, 1))
                .hasMessage("s: 40 items show a and 0 do not; expected some of both");
    }
}

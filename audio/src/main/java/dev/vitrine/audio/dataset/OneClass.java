package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.List;

/** One class of a set against all the others, with as many items of both. */
public final class OneClass {
    private OneClass() {}

    /**
     * Every item that shows the class, labelled 1, and as many of the others drawn at random, labelled 0, in the order of
     * the set. Where there are fewer others, all of them.
     *
     * @throws DatasetException if no item shows the class, or every item does
     */
    public static ItemSet of(ItemSet set, int label, long seed) throws DatasetException {
        List<Item> others =
                set.items().stream().filter(item -> !item.has(label)).toList();
        int positives = set.count(label);
        if (positives == 0 || others.isEmpty()) {
            throw new DatasetException(set.name() + ": " + positives + " items show "
                    + set.classes().get(label) + " and " + others.size() + " do not; expected some of both");
        }
        boolean[] drawn = new boolean[others.size()];
        int[] order = EpochSampler.order(others.size(), Draw.of(seed, 0x0C1A55, label));
        for (int i = 0; i < Math.min(positives, order.length); i++) {
            drawn[order[i]] = true;
        }
        List<Item> items = new ArrayList<>();
        int other = 0;
        for (Item item : set.items()) {
            if (item.has(label)) {
                items.add(relabelled(item, 1));
            } else if (drawn[other++]) {
                items.add(relabelled(item, 0));
            }
        }
        String name = set.classes().get(label);
        return new ItemSet(set.name() + ": " + name, List.of("other", name), set.groups(), items, set.skipped());
    }

    private static Item relabelled(Item item, int label) {
        return new Item(item.name(), List.of(label), item.group(), item.fold(), item.content());
    }
}

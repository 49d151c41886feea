package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.TrainTest;
import dev.vitrine.audio.fingerprint.SharedStretch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which items belong together, because the set says so, because they are copies, or because they share sound. */
final class Kin {
    private final Map<String, String> parents = new HashMap<>();

    Kin(Survey survey) {
        survey.set().items().forEach(item -> join("item " + item.name(), "group " + item.group()));
        survey.copies().forEach(same -> same.forEach(one -> join(key(same.get(0)), key(one))));
        for (SharedStretch stretch : survey.overlaps()) {
            join(key(survey.facts().get(stretch.first())), key(survey.facts().get(stretch.second())));
        }
    }

    private static String key(ItemFacts one) {
        return "item " + one.item().name();
    }

    private String root(String name) {
        String at = name;
        String parent = parents.getOrDefault(at, at);
        while (!parent.equals(at)) {
            at = parent;
            parent = parents.getOrDefault(at, at);
        }
        parents.put(name, at);
        return at;
    }

    private void join(String a, String b) {
        parents.put(root(a), root(b));
    }

    /** The items to test on that have a relative among those to train on. */
    List<Item> leaks(TrainTest<Item> turn) {
        Set<String> known = new HashSet<>();
        turn.train().forEach(item -> known.add(root("item " + item.name())));
        return turn.test().stream()
                .filter(item -> known.contains(root("item " + item.name())))
                .toList();
    }
}

package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.fingerprint.Alignment;
import dev.vitrine.audio.fingerprint.PrintSearch;
import dev.vitrine.audio.fingerprint.SharedStretch;
import dev.vitrine.audio.fingerprint.SoundPrint;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.RunFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All that was read of a set, item by item, each read once and on several threads; and which items are copies of others.
 *
 * @param set that was read
 * @param facts of the items that can be read, in the order of the set
 * @param unreadable one line for each item that cannot
 * @param copies items with the same content, two or more in each list
 * @param overlaps pairs of items, by their place in {@code facts}, that share a stretch of sound without being copies
 */
record Survey(
        ItemSet set,
        List<ItemFacts> facts,
        List<String> unreadable,
        List<List<ItemFacts>> copies,
        List<SharedStretch> overlaps) {

    /** Fewer different bits leave no doubt. */
    private static final double SURE = 0.12;

    /** Where there is doubt, samples must be so alike. */
    private static final double ALIKE = 0.4;

    /** Reads every item. */
    static Survey of(ItemSet set, ReadProgress progress) throws IOException {
        List<ItemFacts> facts = new ArrayList<>();
        List<String> unreadable = new ArrayList<>(set.skipped());
        for (ItemFacts one : read(set.items(), progress)) {
            if (one.problem() == null) {
                facts.add(one);
            } else {
                unreadable.add(one.problem());
            }
        }
        Map<String, List<ItemFacts>> byContent = new LinkedHashMap<>();
        facts.forEach(one -> byContent
                .computeIfAbsent(one.digest(), digest -> new ArrayList<>())
                .add(one));
        List<List<ItemFacts>> copies =
                byContent.values().stream().filter(same -> same.size() > 1).toList();
        return new Survey(set, List.copyOf(facts), List.copyOf(unreadable), copies, overlaps(facts));
    }

    private static List<ItemFacts> read(List<Item> items, ReadProgress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<ItemFacts>> futures = new ArrayList<>();
            for (Item item : items) {
                futures.add(pool.submit(() -> ItemFacts.of(item)));
            }
            List<ItemFacts> facts = new ArrayList<>();
            for (Future<ItemFacts> future : futures) {
                facts.add(future.get());
                progress.read(facts.size(), futures.size());
            }
            return facts;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("interrupted while the set was read");
        } finally {
            pool.shutdownNow();
        }
    }

    /** Of copies one stands for all. */
    private static List<SharedStretch> overlaps(List<ItemFacts> facts) throws IOException {
        List<SoundPrint> prints = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < facts.size(); i++) {
            SoundPrint print = facts.get(i).print();
            if (print != null && seen.add(facts.get(i).digest())) {
                prints.add(print);
                places.add(i);
            }
        }
        List<SharedStretch> overlaps = new ArrayList<>();
        for (SharedStretch found : PrintSearch.among(prints)) {
            SharedStretch stretch = new SharedStretch(
                    places.get(found.first()),
                    places.get(found.second()),
                    found.errorRate(),
                    found.seconds(),
                    found.firstAt(),
                    found.secondAt());
            if (found.errorRate() < SURE || alike(facts, stretch)) {
                overlaps.add(stretch);
            }
        }
        return overlaps;
    }

    private static boolean alike(List<ItemFacts> facts, SharedStretch stretch) throws IOException {
        Waveform first = ItemFacts.sound(facts.get(stretch.first()).item().content());
        Waveform second = ItemFacts.sound(facts.get(stretch.second()).item().content());
        return Alignment.correlation(first, second, stretch) > ALIKE;
    }

    /** Whether the items are sounds, and not what another network heard. */
    boolean isSound() {
        return facts.stream().noneMatch(one -> one.item().content() instanceof Embedding);
    }

    /** Names of items. */
    static List<String> names(List<ItemFacts> some) {
        return some.stream().map(one -> one.item().name()).toList();
    }
}

package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Site;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.bench.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Tunes a device site by site, and writes its file after each: whatever ends it, what was found by then is kept. */
public final class Tuner {
    private final OpenClInfo info;
    private final TuningFolder folder;
    private final List<Question> questions;

    private Tuner(OpenClInfo info, TuningFolder folder, List<Question> questions) {
        this.info = info;
        this.folder = folder;
        this.questions = questions;
    }

    /** For the layers of some works, in batches of their own. */
    public static Tuner of(OpenClInfo info, TuningFolder folder, List<Work> works, Predicate<Site> wanted) {
        Map<Site, Question> questions = new LinkedHashMap<>();
        for (Work work : works) {
            Questions.of(info, work, work.batch(), wanted).forEach(each -> questions.putIfAbsent(each.site(), each));
        }
        return new Tuner(info, folder, List.copyOf(questions.values()));
    }

    /** How many sites there are. */
    public int sites() {
        return questions.size();
    }

    /** How many candidates there are, over all sites. */
    public int candidates() {
        return questions.stream()
                .mapToInt(question -> new Candidates(question.usual()).count())
                .sum();
    }

    /** Who is told how far it is. */
    public interface Watcher {
        /** So many candidates were tried. */
        void tried(int candidates);

        /** A site is done, and what was found is in the file. */
        void found(Found found) throws IOException;
    }

    /** Searches until all is done or {@code goOn} says no. */
    public List<Found> run(BooleanSupplier goOn, Watcher watcher) throws IOException {
        int[] tried = new int[1];
        Search search = new Search(goOn, () -> watcher.tried(++tried[0]));
        List<Found> all = new ArrayList<>();
        for (Question question : questions) {
            Optional<Found> found = search.answer(question);
            if (found.isEmpty()) {
                break;
            }
            all.add(found.get());
            keep(found.get());
            watcher.found(found.get());
        }
        return all;
    }

    private void keep(Found found) throws IOException {
        Tuning before = folder.find(info).tuning();
        Path file = folder.file(info);
        Tuning now = before.with(found.site(), found.winner());
        if (now.isNone()) {
            Files.deleteIfExists(file);
        } else {
            new TuningFile(folder.place(info), LocalDate.now(ZoneId.systemDefault()), now).write(file);
        }
    }
}

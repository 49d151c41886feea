package dev.vitrine.engine.device;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How one pass of an operation is compiled and launched for arrays of certain sizes: as the operation says, unless the
 * device was tuned to something else. It remembers what it was asked, so that a search knows what there is to choose.
 */
public final class Settings {
    private final Profile profile;
    private final Map<Knob, Integer> chosen;
    private final Map<Knob, Integer> usual = new EnumMap<>(Knob.class);

    Settings(Profile profile, Map<Knob, Integer> chosen) {
        this.profile = profile;
        this.chosen = chosen;
    }

    /** The number to take, where {@code usually} is what the operation itself would choose. */
    public int of(Knob knob, int usually) {
        usual.put(knob, usually);
        return chosen.getOrDefault(knob, usually);
    }

    /** The shape for work-items along rows that share nothing. */
    public Profile forRows() {
        return new Profile(
                of(Knob.WIDTH, profile.vectorWidth()),
                profile.groupSize(),
                of(Knob.NEIGHBOURS, profile.rowGroup()),
                profile.rung());
    }

    /** The shape for groups that share reductions. A work-item that is alone, as on a CPU, stays so. */
    public Profile forGroups() {
        return new Profile(
                of(Knob.WIDTH, profile.vectorWidth()),
                profile.groupSize() == 1 ? 1 : of(Knob.GROUP, profile.groupSize()),
                profile.rowGroup(),
                profile.rung());
    }

    /** What was asked so far, with what the operation would choose. */
    Map<Knob, Integer> usual() {
        return Collections.unmodifiableMap(usual);
    }
}

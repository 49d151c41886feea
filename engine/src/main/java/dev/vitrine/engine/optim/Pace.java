package dev.vitrine.engine.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How one parameter learns.
 *
 * @param rateShare times the learning rate of the step
 * @param weightDecay of this parameter
 */
record Pace(double rateShare, double weightDecay) {
    /**
     * The pace of every parameter, in their order.
     *
     * @throws IllegalArgumentException if a group holds no parameter, or a parameter is in two groups
     */
    static List<Pace> of(Set<String> paths, double weightDecay, List<ParameterGroup> groups) {
        groups.forEach(group -> Paths.require("optimiser: group", group.path(), paths));
        List<Pace> paces = new ArrayList<>();
        for (String path : paths) {
            paces.add(of(path, weightDecay, groups));
        }
        return paces;
    }

    private static Pace of(String path, double weightDecay, List<ParameterGroup> groups) {
        List<ParameterGroup> own =
                groups.stream().filter(group -> Paths.isIn(path, group.path())).toList();
        if (own.size() > 1) {
            throw new IllegalArgumentException("optimiser: parameter " + path + " is in the groups "
                    + own.get(0).path() + " and " + own.get(1).path() + "; it can be in one only");
        }
        return own.isEmpty()
                ? new Pace(1, weightDecay)
                : new Pace(own.get(0).rateShare(), own.get(0).ownDecay().orElse(weightDecay));
    }
}

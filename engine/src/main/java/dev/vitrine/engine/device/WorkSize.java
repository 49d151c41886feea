package dev.vitrine.engine.device;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How many work-items a launch has along up to three axes, and how they form groups.
 *
 * @param global work-items per axis, each a multiple of the local size
 * @param local work-items of one group per axis
 */
public record WorkSize(long[] global, long[] local) {
    /** The most groups along axes 1 and 2 that GPUs take; along axis 0 they take more than an int can count. */
    static final int MOST_GROUPS = 65_535;

    /**
     * A part of a launch.
     *
     * @param offset what the ids of its work-items begin at
     * @param global its work-items per axis
     */
    record Slice(long[] offset, long[] global) {}

    public WorkSize {
        for (int axis = 0; axis < global.length; axis++) {
            if (local[axis] < 1 || global[axis] < local[axis] || global[axis] % local[axis] != 0) {
                throw new IllegalArgumentException(
                        "work size: axis " + axis + " has " + global[axis] + " work-items in groups of " + local[axis]);
            }
        }
    }

    /** Work-items that each handle V neighbours of a row of {@code length}, times outer axes; nothing is shared. */
    public static WorkSize row(Profile profile, int length, int... outer) {
        long items = ceilDiv(length, profile.vectorWidth());
        long group = profile.groupSize() == 1 && items < profile.rowGroup() ? 1 : profile.rowGroup();
        return withOuter(ceilDiv(items, group) * group, group, outer);
    }

    /** One group of WGS work-items for every reduction; axis 0 counts within the group. */
    public static WorkSize groups(Profile profile, int... outer) {
        return withOuter(profile.groupSize(), profile.groupSize(), outer);
    }

    /** {@code count} groups of WGS work-items side by side on axis 0, where there may be more of them than on others. */
    public static WorkSize groupsInARow(Profile profile, int count, int... outer) {
        return withOuter((long) count * profile.groupSize(), profile.groupSize(), outer);
    }

    /** {@code count} work-items, times outer axes, that share nothing, each a group of its own. */
    public static WorkSize items(int count, int... outer) {
        return withOuter(count, 1, outer);
    }

    /**
     * The launch in parts that every device takes. A work-item has the same id as in the whole, so that kernels see no
     * difference as long as they do not ask how many work-items there are along axes 1 and 2.
     */
    List<Slice> slices() {
        List<Slice> slices = List.of(new Slice(new long[global.length], global));
        for (int axis = 1; axis < global.length; axis++) {
            if (global[axis] / local[axis] > MOST_GROUPS) {
                int cut = axis;
                slices = slices.stream().flatMap(slice -> cut(slice, cut)).toList();
            }
        }
        return slices;
    }

    private Stream<Slice> cut(Slice whole, int axis) {
        long most = MOST_GROUPS * local[axis];
        return LongStream.range(0, ceilDiv(global[axis], most)).mapToObj(part -> {
            long[] offset = whole.offset().clone();
            long[] size = whole.global().clone();
            offset[axis] = part * most;
            size[axis] = Math.min(most, global[axis] - offset[axis]);
            return new Slice(offset, size);
        });
    }

    private static WorkSize withOuter(long first, long group, int... outer) {
        long[] global = new long[outer.length + 1];
        long[] local = new long[outer.length + 1];
        global[0] = first;
        local[0] = group;
        for (int i = 0; i < outer.length; i++) {
            global[i + 1] = outer[i];
            local[i + 1] = 1;
        }
        return new WorkSize(global, local);
    }

    private static long ceilDiv(long a, long b) {
        return (a + b - 1) / b;
    }
}

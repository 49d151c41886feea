package dev.vitrine.engine.device;

/**
 * The shape that kernels are compiled in: the same text serves a CPU with wide vectors and a GPU with many work-items.
 *
 * @param vectorWidth floats per work-item, written {@code V} in kernels: 1, 2, 4, 8 or 16. 1 is the textbook version.
 * @param groupSize work-items that share one reduction, written {@code WGS}: 1 on a CPU, so that barriers vanish; a
 *     power of two up to 256 on a GPU
 */
public record Profile(int vectorWidth, int groupSize) {
    public Profile {
        if (Integer.bitCount(vectorWidth) != 1 || vectorWidth < 1 || vectorWidth > 16) {
            throw new IllegalArgumentException("vector width must be 1, 2, 4, 8 or 16, got " + vectorWidth);
        }
        if (Integer.bitCount(groupSize) != 1 || groupSize < 1 || groupSize > 256) {
            throw new IllegalArgumentException("group size must be a power of two from 1 to 256, got " + groupSize);
        }
    }

    /** Neighbouring work-items along a row that form one work-group where nothing is shared. */
    public int rowGroup() {
        return groupSize == 1 ? 16 : groupSize;
    }

    @Override
    public String toString() {
        return "V=" + vectorWidth + " WGS=" + groupSize;
    }
}

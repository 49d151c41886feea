package dev.vitrine.engine.device;

/**
 * The shape that kernels are compiled in: the same text serves a CPU with wide vectors and a GPU with many work-items.
 *
 * @param vectorWidth floats per work-item, written {@code V} in kernels: 1, 2, 4, 8 or 16. 1 is the textbook version.
 * @param groupSize work-items that share one reduction, written {@code WGS}: 1 on a CPU, so that barriers vanish; a
 *     power of two up to 256 on a GPU
 * @param rowGroup neighbouring work-items along a row that form one work-group where nothing is shared
 * @param rung how far up the ladder kernels go
 */
public record Profile(int vectorWidth, int groupSize, int rowGroup, Rung rung) {
    /** All that kernels can do in this shape. */
    public Profile(int vectorWidth, int groupSize) {
        this(vectorWidth, groupSize, Rung.FUSED);
    }

    /** Groups along rows that suit the shape. */
    public Profile(int vectorWidth, int groupSize, Rung rung) {
        this(vectorWidth, groupSize, groupSize == 1 ? 16 : groupSize, rung);
    }

    public Profile {
        if (Integer.bitCount(vectorWidth) != 1 || vectorWidth < 1 || vectorWidth > 16) {
            throw new IllegalArgumentException("vector width must be 1, 2, 4, 8 or 16, got " + vectorWidth);
        }
        if (Integer.bitCount(groupSize) != 1 || groupSize < 1 || groupSize > 256) {
            throw new IllegalArgumentException("group size must be a power of two from 1 to 256, got " + groupSize);
        }
        if (Integer.bitCount(rowGroup) != 1 || rowGroup < 1 || rowGroup > 256) {
            throw new IllegalArgumentException("row group must be a power of two from 1 to 256, got " + rowGroup);
        }
    }

    /** This profile no further up the ladder than {@code rung}. */
    public Profile upTo(Rung rung) {
        return new Profile(rung.compareTo(Rung.VECTORS) < 0 ? 1 : vectorWidth, groupSize, rowGroup, rung);
    }

    /** How many values a work-item keeps in registers, where {@code most} is what suits the device. */
    public int kept(int most) {
        return rung == Rung.NAIVE ? 1 : most;
    }

    @Override
    public String toString() {
        return "V=" + vectorWidth + " WGS=" + groupSize + (rung == Rung.FUSED ? "" : " " + rung.word());
    }
}

package dev.vitrine.engine.device;

/**
 * A pass of an operation on arrays of certain sizes: what can be tuned apart from the rest.
 *
 * @param pass as in {@code conv1d.forward}
 * @param sizes all numbers that the pass depends on, as in {@code [n=32 c=10 length=8000]}
 */
public record Site(String pass, String sizes) implements Comparable<Site> {
    /** The sizes are written as the record does it, without the names of classes. */
    static Site of(String pass, Record sizes) {
        return new Site(pass, sizes.toString().replaceAll("[A-Z]\\w*\\[", "[").replace(",", ""));
    }

    @Override
    public int compareTo(Site other) {
        int byPass = pass.compareTo(other.pass);
        return byPass != 0 ? byPass : sizes.compareTo(other.sizes);
    }

    @Override
    public String toString() {
        return pass + " " + sizes;
    }
}

package dev.vitrine.engine.mistake;

import java.util.List;

/**
 * Mistakes that come out right where the work-items of a group run one after another, as on a processor: no comparison of
 * values refuses them there. The kernel checker must.
 */
final class Races {
    private static final String RACE = "data race";

    private Races() {}

    static List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "last work-item writes the winner where others write zeros",
                        "op/pool/globalmaxpool.cl",
                        "        if (winner >= l && winner < l + V) dx[row * L + winner] = g[row];\n    }\n",
                        "    }\n    if (get_local_id(0) == WGS - 1) dx[row * L + winner] = g[row];\n",
                        "op.pool.GlobalMaxPoolTest",
                        Bank.LOOP,
                        RACE),
                new Mistake(
                        "no barrier before what others still read is written again",
                        "device/vector.cl",
                        "    barrier(CLK_LOCAL_MEM_FENCE);\n    shared[me] = value;\n    for (int width",
                        "    shared[me] = value;\n    for (int width",
                        "op.norm.LayerNormTest",
                        Bank.LOOP,
                        RACE));
    }
}

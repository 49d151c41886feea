package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.Profile;
import dev.vitrine.engine.device.WorkSize;

/** How the kernels of pooling over windows are compiled and launched: V neighbours of one row per work-item. */
final class PoolLaunch {
    private PoolLaunch() {}

    /** V columns of one row of y each. */
    static WorkSize overOutputs(Profile profile, PoolSizes s) {
        return WorkSize.row(profile, s.columns().outputLength(), s.rows().outputLength(), s.planes());
    }

    /** As many columns of one row of x as V neighbouring windows are apart. */
    static WorkSize overInputs(Profile profile, PoolSizes s) {
        int stride = s.columns().stride();
        return WorkSize.row(
                profile, (s.columns().length() + stride - 1) / stride, s.rows().length(), s.planes());
    }

    /** The same of as many rows as neighbouring windows are apart. */
    static WorkSize overWindows(Profile profile, PoolSizes s) {
        int down = s.rows().stride();
        int right = s.columns().stride();
        return WorkSize.row(
                profile, (s.columns().length() + right - 1) / right, (s.rows().length() + down - 1) / down, s.planes());
    }

    static Defines defines(PoolSizes s) {
        return Defines.of("KH", s.rows().kernelSize())
                .and("KW", s.columns().kernelSize())
                .and("STRIDE_H", s.rows().stride())
                .and("STRIDE_W", s.columns().stride())
                .and("DILATION_H", s.rows().dilation())
                .and("DILATION_W", s.columns().dilation())
                .and("PHASE_H", s.rows().before() % s.rows().stride())
                .and("PHASE_W", s.columns().before() % s.columns().stride());
    }
}

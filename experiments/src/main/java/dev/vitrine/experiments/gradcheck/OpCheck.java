package dev.vitrine.experiments.gradcheck;

import dev.vitrine.engine.autograd.GradientCheck;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks the gradients of one operation over all its cases. */
public final class OpCheck {
    /** What double precision reaches away from kinks. */
    public static final double DOUBLE_TOLERANCE = 1e-6;

    /** What float32 reaches on sums as short as those of the cases. */
    public static final double FLOAT_TOLERANCE = 1e-4;

    private final Device device;
    private final JavaDevice differences;

    /**
     * Checks on a device.
     *
     * @param device whose gradients are checked
     * @param differences where the operation is nudged
     */
    public OpCheck(Device device, JavaDevice differences) {
        this.device = device;
        this.differences = differences;
    }

    /** The error that is allowed on the device. */
    public double tolerance() {
        return device instanceof JavaDevice ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE;
    }

    /** The worst element of one argument over all cases, and in which case it was. */
    public record Row(String op, String use, GradientCheck.Worst worst) {
        /** Where it is, as in {@code stride 2, weight[3]}. */
        public String where() {
            return use + ", " + worst.argument() + "[" + worst.index() + "]";
        }
    }

    /** One row for each argument that takes a gradient. */
    public List<Row> run(List<Case> cases) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Case each : cases) {
            GradientCheck check = new GradientCheck(each.op(), device, differences, each.call());
            for (GradientCheck.Worst worst : check.run(each.arguments())) {
                Row row = new Row(each.op(), each.use(), worst);
                rows.merge(worst.argument(), row, OpCheck::worse);
            }
        }
        return List.copyOf(rows.values());
    }

    /** Not-a-number is the worst of all. */
    private static Row worse(Row a, Row b) {
        return a.worst().error() >= b.worst().error() || Double.isNaN(a.worst().error()) ? a : b;
    }
}

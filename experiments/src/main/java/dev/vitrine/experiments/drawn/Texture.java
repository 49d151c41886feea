package dev.vitrine.experiments.drawn;

import java.util.Random;

/** How much of the second colour there is at each place. */
enum Texture implements Motif {
    STRIPES {
        @Override
        Pattern woven(Random random) {
            return (u, v) -> soft(StrictMath.sin(2 * Math.PI * u));
        }
    },
    CHECKS {
        @Override
        Pattern woven(Random random) {
            return (u, v) -> soft(StrictMath.sin(2 * Math.PI * u) * StrictMath.sin(2 * Math.PI * v) * 2);
        }
    },
    DOTS {
        @Override
        Pattern woven(Random random) {
            double radius = 0.22 + 0.12 * random.nextDouble();
            return (u, v) -> {
                double du = u - StrictMath.rint(u);
                double dv = v - StrictMath.rint(v);
                return soft(12 * (radius - Math.sqrt(du * du + dv * dv)));
            };
        }
    },
    WAVES {
        @Override
        Pattern woven(Random random) {
            double bend = 0.25 + 0.2 * random.nextDouble();
            return (u, v) -> soft(StrictMath.sin(2 * Math.PI * (u + bend * StrictMath.sin(2 * Math.PI * v / 2))));
        }
    },
    CLOUDS {
        @Override
        Pattern woven(Random random) {
            double[] phases =
                    random.doubles(2 * WAVES_OF_CLOUDS, 0, 2 * Math.PI).toArray();
            return (u, v) -> {
                double sum = 0;
                for (int i = 0; i < WAVES_OF_CLOUDS; i++) {
                    double angle = phases[2 * i];
                    double pitch = 0.3 + 0.12 * i;
                    double along = u * StrictMath.cos(angle) + v * StrictMath.sin(angle);
                    sum += StrictMath.sin(2 * Math.PI * pitch * along + phases[2 * i + 1]);
                }
                return soft(0.8 * sum);
            };
        }
    };

    private static final int WAVES_OF_CLOUDS = 9;

    /** A pattern on the endless plane that repeats, where it does, in steps of 1. */
    @FunctionalInterface
    interface Pattern {
        /** From 0 to 1. */
        double at(double u, double v);
    }

    abstract Pattern woven(Random random);

    private static double soft(double x) {
        return Math.max(0, Math.min(1, 0.5 + x));
    }
}

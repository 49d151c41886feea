package dev.vitrine.experiments.cli;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.experiments.UserError;

/**
 * The number of threads that {@code --threads} asks for.
 *
 * <p>Java and PoCL read theirs once, when they begin, so the launcher sets both; here is only seen whether they hold.
 *
 * @param wanted threads
 * @param set what the launcher set, 0 for nothing
 */
record ThreadLimit(int wanted, int set) {
    private static final String LAUNCHER_SET = "vitrine.threads";

    /** What was asked for, in a process that the launcher started. */
    static ThreadLimit of(int wanted) {
        return new ThreadLimit(wanted, Integer.getInteger(LAUNCHER_SET, 0));
    }

    /**
     * Sees that the launcher took it.
     *
     * @throws UserError if it did not
     */
    void check() {
        if (wanted < 1 || set != wanted) {
            throw new UserError("--threads must be from 1 to the number of processors, and takes the launcher"
                    + " ./vitrine (bash); got " + wanted + ". Elsewhere bind the process: taskset -c 0 COMMAND");
        }
    }

    /**
     * Sees that the device keeps to it.
     *
     * @throws UserError if it does not
     */
    void check(Device device) {
        if (device instanceof OpenClDevice openCl) {
            OpenClInfo info = openCl.info();
            if (info.kind() == OpenClInfo.Kind.GPU) {
                throw new UserError("--threads is for processors, and " + device.name() + " is none: leave it out");
            }
            checkUnits(info.computeUnits());
        }
    }

    void checkUnits(int units) {
        if (units != wanted) {
            throw new UserError("--threads " + wanted + ": this OpenCL driver computes on " + units
                    + " processors whatever it is told (PoCL listens); bind the process instead: taskset -c 0 COMMAND");
        }
    }
}

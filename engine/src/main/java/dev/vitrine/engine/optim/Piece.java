package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import java.util.List;

/**
 * Parameters that lie side by side and are updated alike: one launch.
 *
 * @param w the parameters
 * @param gradient of the same size
 * @param memory what the optimiser remembers of them, each of the same size, in the optimiser's order
 * @param rate the learning rate of this step
 * @param weightDecay of these parameters
 * @param step how often they have been updated, this time included
 */
record Piece(Buffer w, Buffer gradient, List<Buffer> memory, double rate, double weightDecay, long step) {}

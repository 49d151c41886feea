package dev.vitrine.experiments.recipe;

/**
 * What a network costs.
 *
 * @param weights values that training changes
 * @param multiplyAdds of one input
 * @param seconds of training and validation so far, over all folds
 */
public record Cost(int weights, long multiplyAdds, double seconds) {}

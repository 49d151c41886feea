package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.model.Objective;
import java.util.List;

/**
 * What a network wants of computed clips, and how it learns from them.
 *
 * <p>An input is a table of {@code rows} rows; each row is brought to mean 0 and deviation 1 over the training part: each
 * feature of a vector, each band of a spectrogram, or, with one row, the whole input. With no row it is seen as it is.
 *
 * @param classes their names, in the order of the labels
 * @param objective what the network is asked
 * @param input the shape of one input
 * @param rows how many rows are scaled, each by itself; a divisor of the input's size; 0 for none
 * @param variation what is changed of an input each time that it is learned from
 * @param order in which clips are learned from
 * @param fitted by which clips means and deviations are found
 * @param hearing how much of a sound an input stands for
 */
public record Form(
        List<String> classes,
        Objective objective,
        Shape input,
        int rows,
        Variation variation,
        Order order,
        Fitted fitted,
        Hearing hearing) {
    /** By which clips means and deviations are found. */
    public enum Fitted {
        /** Those that are learned from. */
        TRAINING_PART,
        /** All, those that test as well: a fault that was published. */
        ALL_CLIPS
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the input is no whole number of elements by row
     */
    public Form {
        classes = List.copyOf(classes);
        if (rows < 0 || (rows > 0 && input.elements() % rows != 0)) {
            throw new IllegalArgumentException("form: " + input + " has " + input.elements()
                    + " elements; expected a multiple of its rows, got " + rows + " rows");
        }
    }

    /** Inputs that are learned from as they are, shuffled. */
    public static Form of(List<String> classes, Objective objective, Shape input, int rows) {
        return new Form(
                classes, objective, input, rows, Variation.NONE, Order.SHUFFLED, Fitted.TRAINING_PART, Hearing.ALL);
    }

    /** The same with inputs that change. */
    public Form varied(Variation other) {
        return new Form(classes, objective, input, rows, other, order, fitted, hearing);
    }

    /** The same scaled by other clips. */
    public Form fittedTo(Fitted other) {
        return new Form(classes, objective, input, rows, variation, order, other, hearing);
    }

    /** The same in another order. */
    public Form ordered(Order other) {
        return new Form(classes, objective, input, rows, variation, other, fitted, hearing);
    }

    /** The same of so much of a sound. */
    public Form hearing(Hearing other) {
        return new Form(classes, objective, input, rows, variation, order, fitted, other);
    }
}

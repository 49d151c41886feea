package dev.vitrine.experiments.page;

import java.util.List;

/** What one family of operations shows: one drawing and one example, or more, for each of its pages. */
interface Family {
    List<Drawing> drawings();

    List<Example> examples();
}

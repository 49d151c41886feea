package dev.vitrine.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String JAVA = """
            interface Kernels {
                void forward(Buffer x);
            }

            final class FooJava {
                /** y = x where x &gt; 0. */
                @Override
                public void forward(Buffer x) {
                    loop(x -> {
                        y[i] = x[i] &gt; 0;
                    });
                }

                private static double twice(double x) {
                    return twice(x) { }
                }
            }
            """;

    private static final String KERNELS = """
            // The head of the file.

            // y = x
            kernel void forward(global const float *x,
                                int size) {
                for (int i = 0; i < size; i++) { // } not this one
                    one(i);
                }
            }

            INLINE int start(int o) { return o; }
            """;

    @Test
    void methodComesWholeWithItsComment() {
        assertThat(Excerpt.of(JAVA, "forward")).isEqualTo("""
                /** y = x where x > 0. */
                public void forward(Buffer x) {
                    loop(x -> {
                        y[i] = x[i] &gt; 0;
                    });
                }
                """);
    }

    @Test
    void declarationWithoutABodyAndCallsDoNotCount() {
        assertThat(Excerpt.of(JAVA, "twice")).startsWith("private static double twice");
    }

    @Test
    void kernelComesWithTheCommentAboveIt() {
        assertThat(Excerpt.of(KERNELS, "forward")).isEqualTo("""
                // y = x
                kernel void forward(global const float *x,
                                    int size) {
                    for (int i = 0; i < size; i++) { // } not this one
                        one(i);
                    }
                }
                """);
        assertThat(Excerpt.of(KERNELS, "start")).isEqualTo("INLINE int start(int o) { return o; }\n");
    }

    @Test
    void missingMemberIsSaid() {
        assertThatThrownBy(() -> Excerpt.of(KERNELS, "backward")).hasMessage("there is no backward(...) { ... }");
    }
}

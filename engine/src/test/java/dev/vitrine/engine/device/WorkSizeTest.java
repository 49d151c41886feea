package dev.vitrine.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkSizeTest {
    private static final Profile GPU = new Profile(1, 64);
    private static final int MOST = WorkSize.MOST_GROUPS;

    @Test
    void launchThatEveryDeviceTakesStaysWhole() {
        List<WorkSize.Slice> slices = WorkSize.groups(GPU, MOST, MOST).slices();
        assertThat(slices).hasSize(1);
        assertThat(slices.get(0).offset()).containsExactly(0, 0, 0);
        assertThat(slices.get(0).global()).containsExactly(64, MOST, MOST);
    }

    @Test
    void manyGroupsAlongTheFirstAxisStayTogether() {
        assertThat(WorkSize.groupsInARow(GPU, 10_000_000).slices()).hasSize(1);
    }

    @Test
    void noSliceHasMoreGroupsThanAGpuTakes() {
        for (WorkSize.Slice slice : WorkSize.row(GPU, 5, 70_000, 200_000).slices()) {
            assertThat(slice.global()[1]).isBetween(1L, (long) MOST);
            assertThat(slice.global()[2]).isBetween(1L, (long) MOST);
        }
    }

    @Test
    void slicesFollowOneAnotherAndMakeUpTheWhole() {
        List<WorkSize.Slice> slices = WorkSize.groups(GPU, 3, 200_000).slices();
        long next = 0;
        for (WorkSize.Slice slice : slices) {
            assertThat(slice.offset()).containsExactly(0, 0, next);
            assertThat(slice.global()).startsWith(64, 3);
            next += slice.global()[2];
        }
        assertThat(next).isEqualTo(200_000);
        assertThat(slices).hasSize(4);
    }

    @Test
    void bothOuterAxesAreCut() {
        long items = WorkSize.row(GPU, 64, MOST + 1, MOST + 2).slices().stream()
                .mapToLong(slice -> Arrays.stream(slice.global()).reduce(1, Math::multiplyExact))
                .sum();
        assertThat(items).isEqualTo(64L * (MOST + 1) * (MOST + 2));
    }

    /** A slice has ids of the whole, but not its sizes; and groups are counted anew in each. */
    @Test
    void noKernelAsksForWhatSlicesChange() throws IOException {
        Path sources = Path.of(System.getProperty("vitrine.root"), "engine", "src");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> kernels =
                    files.filter(file -> file.toString().endsWith(".cl")).toList();
            assertThat(kernels).hasSizeGreaterThan(40);
            assertThat(kernels)
                    .allSatisfy(kernel -> assertThat(text(kernel))
                            .doesNotContainPattern("get_(global_size|num_groups|global_offset)\\s*\\(")
                            .doesNotContainPattern("get_group_id\\s*\\([^0)]"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.vitrine.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TuningTest {
    private record Sizes(int n, Side side) {}

    private record Side(int length, int k) {}

    private static final Site FORWARD = Site.of("conv1d.forward", new Sizes(32, new Side(8000, 3)));
    private static final String LINE = "conv1d.forward [n=32 side=[length=8000 k=3]]: width=8 channels=5";
    private static final Tuning TUNING = Tuning.NONE.with(FORWARD, Map.of(Knob.CHANNELS, 5, Knob.WIDTH, 8));

    @Test
    void linesHoldAllOfIt() {
        assertThat(TUNING.lines()).containsExactly(LINE);
        assertThat(Tuning.of(TUNING.lines())).isEqualTo(TUNING);
        assertThat(Tuning.of(List.of())).isEqualTo(Tuning.NONE);
    }

    @Test
    void fingerprintIsThatOfTheNumbers() {
        assertThat(Tuning.of(List.of(LINE)).fingerprint()).isEqualTo(TUNING.fingerprint());
        assertThat(TUNING.with(FORWARD, Map.of(Knob.CHANNELS, 4)).fingerprint()).isNotEqualTo(TUNING.fingerprint());
    }

    @Test
    void siteWithoutNumbersIsAsUsual() {
        assertThat(TUNING.with(FORWARD, Map.of()).isNone()).isTrue();
        assertThat(TUNING.at(new Site("conv1d.forward", "[n=31]"))).isEmpty();
    }

    @Test
    void garbledLinesAreRefused() {
        assertThatThrownBy(() -> Tuning.of(List.of("rubbish")))
                .hasMessage("expected a line such as 'conv1d.forward [n=32 c=10]: width=8', got 'rubbish'");
        assertThatThrownBy(() -> Tuning.of(List.of("a.b [n=1]: width=3")))
                .hasMessage("width must be a power of two from 1 to 16, got 3");
        assertThatThrownBy(() -> Tuning.of(List.of("a.b [n=1]: channels=33")))
                .hasMessage("channels must be a number from 1 to 32, got 33");
        assertThatThrownBy(() -> Tuning.of(List.of("a.b [n=1]: speed=3")))
                .hasMessage("there is nothing to tune named 'speed'");
        assertThatThrownBy(() -> Tuning.of(List.of("a.b [n=1]: width=8 x")))
                .hasMessage("expected a number such as 'width=8', got 'x'");
        assertThatThrownBy(() -> Tuning.of(List.of(LINE, LINE)))
                .hasMessage("two lines begin 'conv1d.forward [n=32 side=[length=8000 k=3]]'");
    }

    @Test
    void settingsTakeWhatWasChosenAndRememberWhatIsUsual() {
        Settings settings = new Settings(new Profile(1, 64), Map.of(Knob.GROUP, 128, Knob.CHUNK, 512));
        assertThat(settings.of(Knob.CHUNK, 1024)).isEqualTo(512);
        assertThat(settings.of(Knob.CHANNELS, 10)).isEqualTo(10);
        assertThat(settings.forGroups()).isEqualTo(new Profile(1, 128, 64, Rung.FUSED));
        assertThat(settings.usual())
                .isEqualTo(Map.of(Knob.CHUNK, 1024, Knob.CHANNELS, 10, Knob.WIDTH, 1, Knob.GROUP, 64));
    }

    @Test
    void loneWorkItemsStayAlone() {
        Settings settings = new Settings(new Profile(16, 1), Map.of(Knob.NEIGHBOURS, 4, Knob.WIDTH, 8));
        assertThat(settings.forGroups().groupSize()).isEqualTo(1);
        assertThat(settings.forRows()).isEqualTo(new Profile(8, 1, 4, Rung.FUSED));
        assertThat(settings.usual()).doesNotContainKey(Knob.GROUP);
    }

    @Test
    void deviceSaysThatItIsTuned() {
        TestDevices.openCl().close();
        OpenClInfo info = Devices.openCl().get(0);
        try (Device tuned = Devices.open("opencl:0", asked -> TUNING);
                Device untuned = Devices.open("opencl:0:untuned", asked -> TUNING);
                Device naive = Devices.open("opencl:0:naive", asked -> TUNING)) {
            assertThat(tuned.description()).endsWith(", tuned (" + TUNING.fingerprint() + ")");
            assertThat(((OpenClDevice) untuned).tuning()).isEqualTo(Tuning.NONE);
            assertThat(((OpenClDevice) naive).tuning()).isEqualTo(Tuning.NONE);
            assertThat(untuned.description()).doesNotContain("tuned (").contains(info.deviceName());
        }
    }
}

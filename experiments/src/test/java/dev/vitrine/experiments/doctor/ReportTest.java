package dev.vitrine.experiments.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static Report of(Check.Verdict java, Check.Verdict... openCl) {
        List<Report.Examined> devices = new ArrayList<>(List.of(examined("java", java)));
        for (Check.Verdict verdict : openCl) {
            devices.add(examined("opencl:" + (devices.size() - 1), verdict));
        }
        String auto = openCl.length == 0 ? "java" : "opencl:0";
        return new Report(Machine.here(), List.of(), "", "", devices, auto);
    }

    private static Report.Examined examined(String device, Check.Verdict verdict) {
        return new Report.Examined(device, null, new Check(verdict, "", null, 0, 0));
    }

    @Test
    void soundMachineHasNoTrouble() {
        assertThat(of(Check.Verdict.RIGHT).trouble()).isEmpty();
        assertThat(of(Check.Verdict.RIGHT, Check.Verdict.RIGHT).trouble()).isEmpty();
    }

    @Test
    void troubleNamesTheDevicesAndOneThatWorks() {
        assertThat(of(Check.Verdict.RIGHT, Check.Verdict.WRONG, Check.Verdict.RIGHT, Check.Verdict.FAILED)
                        .trouble())
                .isEqualTo("not to be trusted here: opencl:0, opencl:2; use --device java");
        assertThat(of(Check.Verdict.WRONG).trouble()).isEqualTo("not to be trusted here: java");
    }

    @Test
    void autoIsExplained() {
        assertThat(of(Check.Verdict.RIGHT).autoLine())
                .isEqualTo("--device auto takes java, for there is no OpenCL device");
        assertThat(of(Check.Verdict.RIGHT, Check.Verdict.RIGHT).autoLine())
                .isEqualTo("--device auto takes opencl:0, the first OpenCL device");
    }
}

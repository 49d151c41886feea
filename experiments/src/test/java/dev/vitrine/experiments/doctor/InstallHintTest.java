package dev.vitrine.experiments.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallHintTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "Linux   | NAME=x;ID=debian                     | DEBIAN",
                "Linux   | ID=ubuntu;ID_LIKE=debian             | DEBIAN",
                "Linux   | ID=linuxmint;ID_LIKE=\"ubuntu debian\" | DEBIAN",
                "Linux   | ID=fedora                            | FEDORA",
                "Linux   | ID=\"rocky\";ID_LIKE=\"rhel fedora\"     | FEDORA",
                "Linux   | ID=arch;BUILD_ID=debian              | OTHER",
                "Linux   | ''                                   | OTHER",
                "Mac OS X| ''                                   | MACOS",
                "Windows 11| ''                                 | WINDOWS"
            },
            delimiter = '|')
    void isPickedBySystem(String osName, String osRelease, InstallHint expected) {
        assertThat(InstallHint.of(osName, osRelease.replace(';', '\n'))).isEqualTo(expected);
    }
}

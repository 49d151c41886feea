package dev.vitrine.audio.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicSetsTest {
    private static final Licence CC0 = new Licence("CC0", "");

    @Test
    void namesAndFoldersAreDifferent() {
        assertThat(PublicSets.all()).extracting(PublicSet::name).doesNotHaveDuplicates();
        assertThat(PublicSets.all()).extracting(PublicSet::folder).doesNotHaveDuplicates();
        for (PublicSet set : PublicSets.all()) {
            assertThat(set.files()).extracting(RemoteFile::name).doesNotHaveDuplicates();
        }
    }

    @Test
    void noFolderLiesWithinAnother() {
        for (PublicSet outer : PublicSets.all()) {
            assertThat(PublicSets.all()).noneMatch(inner -> inner.folder().startsWith(outer.folder() + "/"));
        }
    }

    @Test
    void setsAreFoundByName() {
        assertThat(PublicSets.named("esc-50"))
                .get()
                .extracting(PublicSet::about)
                .isEqualTo(645_700_000L);
        assertThat(PublicSets.named("esc-51")).isEmpty();
    }

    @Test
    void addressesAreWeb() {
        assertThat(PublicSets.all().stream().flatMap(set -> set.files().stream()))
                .flatMap(RemoteFile::addresses)
                .allMatch(address -> address.getScheme().startsWith("http") && address.getHost() != null);
    }

    @Test
    void refusesDigestThatIsNone() {
        assertThatThrownBy(() -> new Published(3, "ABC"))
                .hasMessage("published: 3 bytes with SHA-256 ABC; expected at least one byte, and 64 digits");
    }

    @Test
    void refusesNameThatLeavesTheFolder() {
        assertThatThrownBy(() -> RemoteFile.of("../a", Packing.NONE, 1, "http://a/b"))
                .hasMessage("remote file ../a at [http://a/b]; expected a plain name and an address");
    }

    @Test
    void refusesArchiveBesideOtherFiles() {
        RemoteFile archive = RemoteFile.of("a.zip", Packing.ZIP, 1, "http://a/a.zip");
        RemoteFile other = RemoteFile.of("b", Packing.NONE, 1, "http://a/b");
        assertThatThrownBy(() -> new PublicSet("a", "", CC0, "a", List.of(archive, other), ""))
                .hasMessage("public set a: an archive has to be its only file");
        assertThatThrownBy(() -> new PublicSet("a", "", CC0, "a", List.of(), ""))
                .hasMessage("public set a: no files, and no way to get them by hand");
    }
}

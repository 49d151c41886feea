package dev.vitrine.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Every kind of chart, written and read back. Look at the pictures: target/gallery. */
class GalleryTest {

    static Stream<Arguments> charts() {
        return Samples.all().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void everyKindOfChartIsInTheGallery() {
        assertThat(Samples.all().values().stream().map(Object::getClass).distinct())
                .hasSameSizeAs(Chart.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void writesThreeFilesThatDecode(String name, Chart chart)
            throws IOException, ParserConfigurationException, SAXException {
        Path folder = Path.of("target", "gallery");
        ChartWriter.write(chart, folder, name);

        var image = ImageIO.read(folder.resolve(name + ".png").toFile());
        assertThat(image.getWidth()).isEqualTo(2 * chart.picture().width()).isEqualTo(2400);
        assertThat(image.getHeight()).isEqualTo(2 * chart.picture().height());
        String svg = Files.readString(folder.resolve(name + ".svg"));
        assertThat(parsed(svg))
                .contains(Style.wrap(Style.TITLE, chart.title(), 1140).get(0));
        assertThat(Files.readString(folder.resolve(name + ".csv")).lines()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void writesTheSameBytesTwice(String name, Chart chart, @TempDir Path first, @TempDir Path second)
            throws IOException {
        ChartWriter.write(chart, first, name);
        ChartWriter.write(chart, second, name);
        for (String ending : new String[] {".svg", ".png", ".csv"}) {
            assertThat(second.resolve(name + ending)).hasSameBinaryContentAs(first.resolve(name + ending));
        }
    }

    /** All text of a well-formed SVG. */
    static String parsed(String svg) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // The doctype names a DTD on the web; a test must not fetch it.
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTextContent();
    }
}

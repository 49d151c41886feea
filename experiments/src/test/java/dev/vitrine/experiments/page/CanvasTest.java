package dev.vitrine.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class CanvasTest {
    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void signsOfMarkupAreEscaped() throws Exception {
        Canvas canvas = new Canvas().text("a < b & c", 1, 2, Canvas.Anchor.START, Canvas.Style.PLAIN, Ink.BLACK);
        Document svg = parsed(canvas.svg(10, 20, "x > 0"));
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("a < b & c");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("x > 0");
    }

    @Test
    void everyDrawingIsXml() {
        assertThat(Families.all().stream().flatMap(family -> family.drawings().stream()))
                .isNotEmpty()
                .allSatisfy(drawing -> assertThat(
                                parsed(drawing.svg()).getDocumentElement().getTagName())
                        .isEqualTo("svg"));
    }

    @Test
    void placesHaveTwoDecimalsAtMost() {
        assertThat(Canvas.at(1.0)).isEqualTo("1");
        assertThat(Canvas.at(2 / 3.0)).isEqualTo("0.67");
    }
}

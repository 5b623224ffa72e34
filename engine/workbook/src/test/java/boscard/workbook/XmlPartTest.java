package boscard.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlPartTest {

    @ParameterizedTest
    @CsvSource({
        "'<?xml version=\"1.0\" encoding=\"UTF-8\"?>', UTF-8, ''",
        "'<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>', UTF-8, \uFEFF",
        "'', UTF-8, ''",
        "'<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>', ISO-8859-1, ''",
        "'<?xml version=''1.0'' encoding=''UTF-16''?>', UTF-16LE, \uFEFF",
        "'<?xml version=''1.0'' encoding=''UTF-16''?>', UTF-16BE, \uFEFF"
    })
    void aPartIsReadInTheEncodingThatItHas(String declaration, String encoding, String mark) throws IOException {
        byte[] bytes = (mark + declaration + "<t>Größe 20 €</t>".replace('€', encoding.startsWith("ISO") ? '$' : '€'))
                .getBytes(Charset.forName(encoding));

        try (var part = new XmlPart(new ByteArrayInputStream(bytes))) {
            assertThat(part.nextElement()).isEqualTo("t");
            assertThat(part.text()).startsWith("Größe 20 ");
        }
    }

    @Test
    void bytesThatAreNoUtf8AreToldAndNothingIsPrinted() {
        byte[] bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><t>Größe</t>".getBytes(StandardCharsets.ISO_8859_1);
        PrintStream err = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> {
                        try (var part = new XmlPart(new ByteArrayInputStream(bytes))) {
                            part.nextElement();
                            part.text();
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no UTF-8");
        } finally {
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}

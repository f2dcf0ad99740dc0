package app.attune.recommend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProtoMessageTest {
    private static String hex(ProtoMessage message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        assertEquals(out.size(), message.size());
        return HexFormat.ofDelimiter(" ").formatHex(out.toByteArray());
    }

    /// The examples of the encoding's own description.
    @Test
    void fieldsAreWrittenAsTheFormatSays() throws IOException {
        assertEquals("08 96 01", hex(new ProtoMessage().whole(1, 150)));
        assertEquals("12 07 74 65 73 74 69 6e 67", hex(new ProtoMessage().text(2, "testing")));
        assertEquals("1a 03 08 96 01", hex(new ProtoMessage().message(3, new ProtoMessage().whole(1, 150))));
    }

    @Test
    void numbersBelowZeroTakeAllTheirBits() throws IOException {
        assertEquals("08 fe ff ff ff ff ff ff ff ff 01", hex(new ProtoMessage().whole(1, -2)));
        assertEquals("08 00 a0 01 80 01", hex(new ProtoMessage().whole(1, 0).whole(20, 128)));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ProtoMessage()
                .wholes(1, Long.MIN_VALUE, -1, 0, 127, 128, Long.MAX_VALUE)
                .texts(16, List.of("", "\u00e9"))
                .writeTo(out);
        ProtoFields read = ProtoFields.of(out.toByteArray());
        assertEquals(List.of(Long.MIN_VALUE, -1L, 0L, 127L, 128L, Long.MAX_VALUE), read.numbers(1));
        assertEquals(List.of("", "\u00e9"), read.texts(16));
    }
}

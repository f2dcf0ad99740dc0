package app.attune.events.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tells from the first bytes of a file how to read it.
///
/// Encoding: a byte order mark decides; else zero bytes at every other place mean UTF-16; else valid UTF-8 wins; else
/// Windows-1252, or Latin-1 where Windows-1252 has holes. Delimiter: the one that cuts most rows into the same number
/// of values, at least two.
public final class FormatDetection {
    /// How many bytes are looked at.
    public static final int HEAD_BYTES = 1 << 16;

    private FormatDetection() {}

    public static FileFormat detect(byte[] head) {
        Optional<FileFormat> binary = BinaryDetection.detect(head);
        if (binary.isPresent()) {
            return binary.get();
        }
        Encoding encoding = encoding(head);
        String text = decode(head, encoding);
        Optional<FileFormat> json = JsonDetection.detect(text);
        if (json.isPresent()) {
            return json.get().withEncoding(encoding);
        }
        List<String> lines = wholeLines(text, head.length >= HEAD_BYTES);
        char quote = DelimiterScores.quote(lines);
        char delimiter = DelimiterScores.delimiter(lines, quote);
        FileFormat format =
                new FileFormat(FileKind.DELIMITED, encoding, delimiter, quote, Header.PRESENT, DecimalMark.POINT, "");
        List<List<String>> rows = DelimiterScores.rows(lines, delimiter, quote);
        return format.withDecimalMark(decimalMark(rows, delimiter)).withHeader(header(rows));
    }

    private static Encoding encoding(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return Encoding.UTF_8_BOM;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return Encoding.UTF_16LE_BOM;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return Encoding.UTF_16BE_BOM;
        }
        int pairs = Math.min(head.length, 2_000) / 2;
        if (pairs >= 2 && zeros(head, 1) * 10 > pairs * 7 && zeros(head, 0) * 10 < pairs) {
            return Encoding.UTF_16LE;
        }
        if (pairs >= 2 && zeros(head, 0) * 10 > pairs * 7 && zeros(head, 1) * 10 < pairs) {
            return Encoding.UTF_16BE;
        }
        if (isValid(head, Encoding.UTF_8)) {
            return Encoding.UTF_8;
        }
        return mostlyUtf8(head)
                ? Encoding.UTF_8
                : isValid(head, Encoding.WINDOWS_1252) ? Encoding.WINDOWS_1252 : Encoding.LATIN_1;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head, int phase) {
        int zeros = 0;
        for (int i = phase; i < Math.min(head.length, 2_000); i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /// A character cut off by the end of the head does not count.
    private static boolean isValid(byte[] head, Encoding encoding) {
        CharsetDecoder decoder = encoding.charset().newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
        return !result.isError();
    }

    /// Many correct multi-byte characters and few wrong bytes: a UTF-8 file with damage, not another encoding.
    private static boolean mostlyUtf8(byte[] head) {
        String text = decode(head, Encoding.UTF_8);
        long wrong = text.chars().filter(c -> c == '\uFFFD').count();
        long right = text.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        return right > wrong * 5;
    }

    private static String decode(byte[] head, Encoding encoding) {
        int from = Math.min(encoding.markBytes(), head.length);
        return new String(Arrays.copyOfRange(head, from, head.length), encoding.charset());
    }

    private static List<String> wholeLines(String text, boolean cut) {
        List<String> lines = text.lines().limit(2L * ImportPreview.ROWS).toList();
        boolean lastIsCut = cut && lines.size() > 1 && lines.size() < 2 * ImportPreview.ROWS;
        return lastIsCut ? lines.subList(0, lines.size() - 1) : lines;
    }

    /// A comma where values look like `2,50` and none looks like `2.50`; never when the comma is the delimiter.
    private static DecimalMark decimalMark(List<List<String>> rows, char delimiter) {
        long commas = rows.stream()
                .flatMap(List::stream)
                .filter(value -> value.strip().matches("[+-]?\\d+(\\.\\d{3})*,\\d+"))
                .count();
        long points = rows.stream()
                .flatMap(List::stream)
                .filter(value -> value.strip().matches("[+-]?\\d+(,\\d{3})*\\.\\d+"))
                .count();
        return delimiter != ',' && commas > points ? DecimalMark.COMMA : DecimalMark.POINT;
    }

    /// No value of the first row looks like data, and all differ.
    private static Header header(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return Header.PRESENT;
        }
        List<String> first = rows.getFirst().stream().map(String::strip).toList();
        boolean data = first.stream().anyMatch(FormatDetection::looksLikeValue);
        boolean named = first.stream().anyMatch(value -> !value.isEmpty());
        return data || !named ? Header.ABSENT : Header.PRESENT;
    }

    private static boolean looksLikeValue(String text) {
        return NumberText.isPlain(text)
                || text.matches("[+-]?\\d+,\\d+")
                || text.matches("\\d{4}-\\d{2}-\\d{2}.*")
                || text.matches("\\d{1,2}[./]\\d{1,2}[./]\\d{4}.*");
    }
}

package app.attune.events.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tells from the first bytes of a file how to read it.
///
/// Encoding: see [EncodingDetection]. Delimiter: the one that cuts most rows into the same number
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
        Encoding encoding = encoding(head).encoding();
        String text = decode(head, encoding);
        Optional<FileFormat> json = JsonDetection.detect(text);
        if (json.isPresent()) {
            return json.get().withEncoding(encoding);
        }
        List<String> lines = wholeLines(text, head.length >= HEAD_BYTES);
        Optional<FileFormat> log = LineDetection.log(lines);
        if (log.isPresent()) {
            return log.get().withEncoding(encoding);
        }
        char quote = DelimiterScores.quote(lines);
        char delimiter = DelimiterScores.delimiter(lines, quote);
        if (delimiter == ' ' || !DelimiterScores.cuts(lines, delimiter, quote)) {
            Optional<FileFormat> table = LineDetection.table(lines);
            if (table.isPresent()) {
                return table.get().withEncoding(encoding);
            }
        }
        FileFormat format =
                new FileFormat(FileKind.DELIMITED, encoding, delimiter, quote, Header.PRESENT, DecimalMark.POINT, "");
        SkippedLines skipped = SkippedLines.detect(lines, delimiter, quote);
        List<List<String>> rows = DelimiterScores.rows(skipped.without(lines), delimiter, quote);
        return format.withLayout(skipped.layout())
                .withDecimalMark(decimalMark(rows, delimiter))
                .withHeader(header(rows));
    }

    /// How the bytes seem to stand for characters.
    public static EncodingGuess encoding(byte[] head) {
        return EncodingDetection.detect(head);
    }

    static String decode(byte[] head, Encoding encoding) {
        int from = encoding.markBytes(head, head.length);
        return new String(Arrays.copyOfRange(head, from, head.length), encoding.charset());
    }

    private static List<String> wholeLines(String text, boolean cut) {
        List<String> lines = text.lines().limit(2L * ImportPreview.ROWS).toList();
        boolean lastIsCut = cut && lines.size() > 1 && lines.size() < 2 * ImportPreview.ROWS;
        return lastIsCut ? lines.subList(0, lines.size() - 1) : lines;
    }

    /// What the numbers prove; a point where the comma is the delimiter.
    private static DecimalMark decimalMark(List<List<String>> rows, char delimiter) {
        return delimiter == ','
                ? DecimalMark.POINT
                : MarkEvidence.ofColumns(rows).mark();
    }

    /// No value of the first row looks like data, and all differ.
    static Header header(List<List<String>> rows) {
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

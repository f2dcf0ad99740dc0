package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkippedLinesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "Sales report~made today~~user,time~a,2026-01-01~b,2026-01-02~# skip=3",
                "user,time~a,2026-01-01~b,2026-01-02~# ``",
                "user,time~a,2026-01-01~b~# ``"
            })
    void titlesAboveTheTableAreFound(String text, String layout) {
        assertEquals(layout, detect(text.replace('~', '\n')).layout());
    }

    @Test
    void commentsAreFoundAndAHeaderWithAHashIsNone() {
        assertEquals(
                "comment=#",
                detect("# by x\nuser,time\na,2026-01-01\n# end\nb,2026-01-02\n").layout());
        assertEquals("", detect("#user,time\na,2026-01-01\nb,2026-01-02\n").layout());
    }

    @Test
    void skippedLinesLeaveTheOthersTheirNumbers() throws IOException {
        String text =
                "Sales \"report\nmade, today\r\n\r\n# note\nuser,time\na,1\n# no, \"row\nb,\"x\n# inside\"\nc,3\n";
        FileFormat format = FileFormat.csv().withLayout("skip=2 comment=#");
        assertEquals(List.of("6 a 1", "8 b x\n# inside", "10 c 3"), rows(text, format));
        assertEquals(
                "import.bad-skipped-lines",
                assertThrows(ProblemException.class, () -> rows(text, format.withLayout("skip two")))
                        .problem()
                        .code());
    }

    private static FileFormat detect(String text) {
        return FormatDetection.detect(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> rows(String text, FileFormat format) throws IOException {
        SourceFile file = new SourceFile(Files.writeString(folder.resolve("lines.csv"), text));
        List<String> rows = new ArrayList<>();
        try (RowReader reader = RowReaders.open(file, file.open(), format)) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(
                        row.get() instanceof RawRow.Values values
                                ? values.line() + " " + String.join(" ", values.values())
                                : "broken " + row.get().line());
            }
        }
        return rows;
    }
}

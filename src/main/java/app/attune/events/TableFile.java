package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Writes a table as CSV, whole or not at all; texts that a spreadsheet would run begin with an apostrophe.
public final class TableFile {
    private TableFile() {}

    /// @throws ProblemException `data.not-written`
    public static void write(Path target, List<String> header, Stream<List<String>> rows) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (CsvWriter writer = CsvWriter.builder().build(part, StandardCharsets.UTF_8)) {
                writer.writeRecord(header);
                rows.forEachOrdered(row ->
                        writer.writeRecord(row.stream().map(TableFile::guarded).toList()));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(part);
                throw e;
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    new Problem(
                            "data.not-written",
                            "Can't write " + target + ": " + e.getMessage() + ".",
                            "Choose a folder you may write to, with space on its disk."),
                    e);
        }
    }

    /// Whether a text is written behind an apostrophe.
    public static boolean isGuarded(String text) {
        return !guarded(text).equals(text);
    }

    /// Numbers are no formulas, though some begin with a minus.
    static String guarded(String text) {
        return text.matches("-?[0-9.]+") ? text : Formulas.guarded(text);
    }
}

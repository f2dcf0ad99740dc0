package app.attune.events.reconcile;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.TableFile;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Checksums by source and day as a CSV file, as the server's query gives it.
public final class Manifest {
    private static final List<String> COLUMNS = List.of("source", "day", "events", "sum_high", "sum_low");

    private Manifest() {}

    /// @throws ProblemException `data.not-written`
    public static void write(List<DaySum> sums, Path target) {
        TableFile.write(
                target,
                COLUMNS,
                sums.stream()
                        .map(sum -> List.of(
                                sum.source(),
                                sum.day().toString(),
                                String.valueOf(sum.events()),
                                String.valueOf(sum.high()),
                                String.valueOf(sum.low()))));
    }

    /// Names of columns may be in capitals, as Snowflake writes them.
    ///
    /// @throws ProblemException `reconcile.unreadable`, `reconcile.no-column`, `reconcile.bad-row`, `reconcile.empty`
    public static List<DaySum> read(Path file) {
        List<DaySum> sums = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(row -> sums.add(sum(row, file)));
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new ProblemException(
                    new Problem(
                            "reconcile.unreadable",
                            "Can't read " + file + ": " + e.getMessage() + ".",
                            "Choose the CSV file that the query made on the server."),
                    e);
        }
        if (sums.isEmpty()) {
            throw ProblemException.of(
                    "reconcile.empty",
                    file + " has no rows.",
                    "Run the query on the server and save its result as CSV with a line of names.");
        }
        return sums;
    }

    private static DaySum sum(NamedCsvRecord row, Path file) {
        List<String> fields =
                COLUMNS.stream().map(name -> field(row, name, file)).toList();
        try {
            return new DaySum(
                    fields.get(0).startsWith("'") ? fields.get(0).substring(1) : fields.get(0),
                    LocalDate.parse(fields.get(1)),
                    whole(fields.get(2)),
                    whole(fields.get(3)),
                    whole(fields.get(4)));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw ProblemException.of(
                    "reconcile.bad-row",
                    "Line " + row.getStartingLineNumber() + " of " + file + " is no checksum of a day: "
                            + String.join(",", fields) + ".",
                    "A row is a source, a day such as 2026-11-01, and three whole numbers.");
        }
    }

    /// Engines may write whole numbers as decimals.
    private static long whole(String text) {
        return new BigDecimal(text.strip()).longValueExact();
    }

    private static String field(NamedCsvRecord row, String name, Path file) {
        return Optional.of(row)
                .flatMap(fields -> fields.findField(name).or(() -> fields.findField(name.toUpperCase(Locale.ROOT))))
                .orElseThrow(() -> ProblemException.of(
                        "reconcile.no-column",
                        file + " has no column " + name + "; it has " + String.join(", ", row.getHeader()) + ".",
                        "Use the query that attune reconcile --sql prints and keep its names."));
    }
}

package app.attune.recommend.spark;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which id each of Spark's numbers stands for: Spark's ALS knows whole numbers only.
public final class IdMap {
    private final Optional<Map<Integer, String>> ids;

    private IdMap(Optional<Map<Integer, String>> ids) {
        this.ids = ids;
    }

    /// The numbers are the ids.
    public static IdMap same() {
        return new IdMap(Optional.empty());
    }

    /// @param file CSV with a header; the first column is the number, the second the id
    /// @throws ProblemException `spark.bad-map`
    public static IdMap read(Path file) {
        Map<Integer, String> ids = new HashMap<>();
        Set<String> known = new HashSet<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord row : reader) {
                if (!header) {
                    add(file, row, ids, known);
                }
                header = false;
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new ProblemException(
                    new Problem(
                            "spark.bad-map",
                            "Can't read " + file + ": " + e.getMessage() + ".",
                            "Choose a CSV file with a header, a column of Spark's numbers and one of ids."),
                    e);
        }
        return new IdMap(Optional.of(ids));
    }

    private static void add(Path file, CsvRecord row, Map<Integer, String> ids, Set<String> known) {
        String number = row.getFieldCount() < 2 ? "" : row.getField(0).strip();
        if (!number.matches("-?[0-9]{1,9}|-?[12][0-9]{9}") || row.getField(1).isBlank()) {
            throw bad(file, row, "it is no whole number and an id");
        }
        String id = row.getField(1);
        long whole = Long.parseLong(number);
        if (whole != (int) whole) {
            throw bad(file, row, number + " is no number of Spark");
        }
        if (ids.put((int) whole, id) != null || !known.add(id)) {
            throw bad(file, row, "the number or the id is there twice");
        }
    }

    private static ProblemException bad(Path file, CsvRecord row, String why) {
        return ProblemException.of(
                "spark.bad-map",
                "Line " + row.getStartingLineNumber() + " of " + file.getFileName() + " says no id: " + why + ".",
                "Write a header, then a line for each number of Spark and its id, each once, such as 17,item-a.");
    }

    /// Empty for a number that no line names.
    Optional<String> of(int number) {
        return ids.isEmpty()
                ? Optional.of(Integer.toString(number))
                : Optional.ofNullable(ids.get().get(number));
    }
}

package app.attune.recommend;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.recommend.SplitFile.Part;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a CSV file with the columns user and item, and part if it has one. Lines that cannot be used are told.
public final class SplitFileReader {
    private final String name;
    private final Progress progress;
    private final List<SplitFile.Row> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long unusable;
    private boolean namesParts;

    private SplitFileReader(String name, Progress progress) {
        this.name = name;
        this.progress = progress;
    }

    /// @throws ProblemException `recommend.split-file-unreadable`, `recommend.split-file-column`,
    /// `recommend.split-file-empty`
    public static SplitFile read(Path file, Progress progress) {
        Path last = file.getFileName();
        SplitFileReader reading = new SplitFileReader(last == null ? file.toString() : last.toString(), progress);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(file)) {
            reader.forEach(reading::add);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new ProblemException(
                    new Problem(
                            "recommend.split-file-unreadable",
                            "Can't read " + file + ": " + e.getMessage() + ".",
                            "Choose a CSV file in UTF-8 with the columns user and item, and part if you have one."),
                    e);
        }
        return reading.done();
    }

    private SplitFile done() {
        if (rows.isEmpty()) {
            throw ProblemException.of(
                    "recommend.split-file-empty",
                    name + " has no line that can be used; " + unusable + " could not be.",
                    problems.isEmpty()
                            ? "Write a line of names, user,item or user,item,part, and a line for each pair."
                            : problems.getFirst().message() + " "
                                    + problems.getFirst().remedy());
        }
        return new SplitFile(name, rows, namesParts, problems, unusable);
    }

    private void add(NamedCsvRecord row) {
        progress.checkpoint();
        String user = column(row, "user").orElseThrow(() -> noColumn("user", row));
        String item = column(row, "item").orElseThrow(() -> noColumn("item", row));
        Optional<String> written = column(row, "part");
        namesParts = row.getHeader().stream().anyMatch(head -> head.strip().equalsIgnoreCase("part"));
        Optional<Part> part = namesParts ? written.flatMap(SplitFileReader::part) : Optional.of(Part.TEST);
        long line = row.getStartingLineNumber();
        if (user.isEmpty() || item.isEmpty()) {
            unusable(line, "it has no " + (user.isEmpty() ? "user" : "item"), "Write both, or take the line out.");
        } else if (part.isEmpty()) {
            unusable(
                    line,
                    "its part is \"" + written.orElse("") + "\"",
                    "Parts are train, test and validation; correct the line, or take it out.");
        } else {
            rows.add(new SplitFile.Row(user, item, part.get(), line));
        }
    }

    private void unusable(long line, String why, String remedy) {
        unusable++;
        if (problems.size() < SplitFile.MOST_PROBLEMS) {
            problems.add(new Problem(
                    "recommend.split-file-line",
                    "Line " + line + " of " + name + " was left out: " + why + ".",
                    remedy));
        }
    }

    /// Empty text where the line is too short; empty if there is no such column.
    private static Optional<String> column(NamedCsvRecord row, String wanted) {
        List<String> heads = row.getHeader();
        for (int at = 0; at < heads.size(); at++) {
            String head = heads.get(at).strip().toLowerCase(Locale.ROOT);
            if (head.equals(wanted) || head.equals(wanted + "_id")) {
                return Optional.of(at < row.getFieldCount() ? row.getField(at).strip() : "");
            }
        }
        return Optional.empty();
    }

    private static Optional<Part> part(String written) {
        return Arrays.stream(Part.values())
                .filter(one -> one.name().equalsIgnoreCase(written))
                .findFirst();
    }

    private ProblemException noColumn(String wanted, NamedCsvRecord row) {
        return ProblemException.of(
                "recommend.split-file-column",
                name + " has no column " + wanted + "; it has " + String.join(", ", row.getHeader()) + ".",
                "Begin it with a line of names: user,item or user,item,part.");
    }
}

package app.attune.events.read;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.util.ArrayList;
import java.util.List;

/// The first rows of a file under one format, and what its columns look like in them.
///
/// @param rows     up to 200, each with one value per column
/// @param broken   rows among the first ones that cannot be split into values
/// @param problems what ended the reading early, such as a file that is cut off
public record ImportPreview(
        FileFormat format,
        List<ColumnProfile> columns,
        List<List<String>> rows,
        List<Rejection> broken,
        List<Problem> problems) {
    /// At most this many rows are looked at.
    public static final int ROWS = 200;

    public ImportPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        broken = List.copyOf(broken);
        problems = List.copyOf(problems);
    }

    public List<String> columnNames() {
        return columns.stream().map(ColumnProfile::name).toList();
    }

    /// Reads the start of `file` as `format` says.
    public static ImportPreview of(SourceFile file, FileFormat format) {
        return of(Source.of(file), format);
    }

    /// Reads the start of `source` as `format` says.
    public static ImportPreview of(Source source, FileFormat format) {
        ArrayList<List<String>> rows = new ArrayList<>();
        ArrayList<Rejection> broken = new ArrayList<>();
        ArrayList<Problem> problems = new ArrayList<>();
        try (SourceReader reader = SourceReader.open(source, format)) {
            try {
                read(reader, rows, broken);
            } catch (ProblemException e) {
                problems.add(e.problem());
            }
            return new ImportPreview(
                    format, profiles(reader.columns(), rows, format.decimalMark()), rows, broken, problems);
        }
    }

    private static void read(RowReader reader, List<List<String>> rows, List<Rejection> broken) {
        for (int i = 0; i < ROWS; i++) {
            reader.next().ifPresent(row -> {
                switch (row) {
                    case RawRow.Values values -> rows.add(List.of(values.values()));
                    case RawRow.Broken bad -> broken.add(bad.rejection());
                }
            });
        }
    }

    private static List<ColumnProfile> profiles(List<String> names, List<List<String>> rows, DecimalMark mark) {
        ArrayList<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int position = i;
            List<String> column = rows.stream().map(row -> row.get(position)).toList();
            profiles.add(TypeDetection.profile(names.get(i), column, mark));
        }
        return profiles;
    }
}

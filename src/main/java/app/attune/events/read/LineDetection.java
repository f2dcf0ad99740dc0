package app.attune.events.read;

import app.attune.events.read.log.KnownPatterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells formats that have no delimiter: server logs, tables aligned by blanks, columns of fixed width, and lists.
final class LineDetection {
    private static final double MOST = 0.95;
    private static final int FEW = 3;

    private LineDetection() {}

    /// A log in a known pattern or with a line of fields.
    static Optional<FileFormat> log(List<String> lines) {
        Optional<String> fields =
                lines.stream().filter(line -> line.startsWith(W3cCut.FIELDS)).findFirst();
        if (fields.isPresent()) {
            String layout = fields.get().substring(W3cCut.FIELDS.length()).strip();
            return Optional.of(format(FileKind.W3C_LOG, Header.ABSENT).withLayout(layout));
        }
        return KnownPatterns.of(lines).map(format(FileKind.LOG, Header.ABSENT)::withLayout);
    }

    /// A table without delimiters, where `header` tells whether a first row names the columns.
    static Optional<FileFormat> table(List<String> lines) {
        List<String> rows = lines.stream().filter(line -> !Cells.isBlank(line)).toList();
        if (rows.size() < 2 || rows.stream().anyMatch(line -> line.indexOf('\t') >= 0)) {
            return Optional.empty();
        }
        if (isLists(rows)) {
            return Optional.of(format(FileKind.LISTS, Header.ABSENT));
        }
        List<List<String>> cells = rows.stream().map(Cells::cut).toList();
        Header header = FormatDetection.header(cells);
        if (areAlike(cells)) {
            return Optional.of(format(FileKind.ALIGNED, header));
        }
        List<Integer> withNames = starts(rows);
        boolean aligned = withNames.size() == cells.getFirst().size() || header == Header.ABSENT;
        List<Integer> starts = aligned ? withNames : starts(rows.subList(1, rows.size()));
        boolean wide = rows.stream().anyMatch(line -> line.contains("  "));
        return starts.size() > 1 && rows.size() > FEW && wide
                ? Optional.of(format(FileKind.FIXED_WIDTH, header)
                        .withLayout(String.join(
                                ",", starts.stream().map(String::valueOf).toList())))
                : Optional.empty();
    }

    private static FileFormat format(FileKind kind, Header header) {
        return new FileFormat(kind, Encoding.UTF_8, ',', '"', header, DecimalMark.POINT, "");
    }

    private static boolean areAlike(List<List<String>> cells) {
        Map<Integer, Integer> counts = new HashMap<>();
        cells.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        int common = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean several = cells.stream().filter(row -> row.size() > 1).count() >= common;
        int others = cells.size() - common;
        return several && others <= (cells.size() > FEW ? Math.max(1, cells.size() * (1 - MOST)) : 0);
    }

    /// Nothing but whole numbers, of quite different count, and each line begins with another one.
    private static boolean isLists(List<String> rows) {
        long lists =
                rows.stream().filter(line -> line.matches("\\d+( \\d+)+\\s*")).count();
        long counts =
                rows.stream().map(line -> Cells.cut(line).size()).distinct().count();
        long first =
                rows.stream().map(line -> Cells.cut(line).getFirst()).distinct().count();
        return rows.size() > FEW && lists >= rows.size() * MOST && counts > FEW && first == rows.size();
    }

    /// The places, from 1, of characters behind a column of blanks that goes through all lines.
    private static List<Integer> starts(List<String> rows) {
        int width = rows.stream().mapToInt(String::length).max().orElse(0);
        boolean[] used = new boolean[width];
        for (String row : rows) {
            for (int i = 0; i < row.length(); i++) {
                used[i] |= row.charAt(i) != ' ';
            }
        }
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            if (used[i] && (i == 0 || !used[i - 1])) {
                starts.add(starts.isEmpty() ? 1 : i + 1);
            }
        }
        return starts;
    }
}

package app.attune.events;

import app.attune.events.read.DecimalMark;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.NumberText;
import java.util.ArrayList;
import java.util.List;

/// Columns of numbers that a few odd cells make words: worth asking whether the cells are to be missing. Nothing is
/// taken as missing unless an analyst says so.
public final class OddCells {
    /// Of fewer values nothing is concluded.
    private static final int ENOUGH = 20;

    private OddCells() {}

    /// A column of numbers that is kept as words.
    ///
    /// @param count of its values that are no numbers: of all rows if they are counted, else of the first
    public record Hint(MappedColumn column, long count) {}

    /// Those where at least 99 of 100 values are numbers.
    ///
    /// @param counted what is known of all rows; empty until they are counted
    public static List<Hint> in(Mapping mapping, ImportPreview preview, List<ColumnCount> counted) {
        List<Hint> hints = new ArrayList<>();
        for (MappedColumn column : mapping.columns()) {
            boolean words = column.keepsNumbers() && column.notNumbers() == NotNumbers.KEPT;
            if (words && !mapping.valueFactors().contains(column.column())) {
                ColumnCount count = counted.stream()
                        .filter(known -> known.column().equals(column.column()))
                        .findFirst()
                        .orElseGet(() -> first(column.column(), preview));
                if (isOdd(count)) {
                    hints.add(new Hint(column, count.unparseable()));
                }
            }
        }
        return hints;
    }

    private static boolean isOdd(ColumnCount count) {
        return count.unparseable() > 0 && count.present() >= ENOUGH && count.unparseable() * 100 <= count.present();
    }

    /// Of the first rows.
    private static ColumnCount first(String column, ImportPreview preview) {
        DecimalMark mark = preview.format().decimalMark();
        int position = preview.columnNames().indexOf(column);
        List<String> present = preview.rows().stream()
                .map(row -> position < 0 ? "" : row.get(position).strip())
                .filter(text -> !text.isEmpty())
                .toList();
        long others = present.stream()
                .filter(text -> NumberText.parse(text, mark).isEmpty())
                .count();
        return new ColumnCount(column, present.size(), preview.rows().size() - present.size(), others);
    }
}

package app.attune.events;

import app.attune.events.read.DecimalMark;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.NumberText;
import java.util.List;

/// Takes odd cells of a column of numbers as missing where nearly all of the first rows have one: a few words must not
/// cost an analyst all numbers.
final class NotNumberGuess {
    /// Of fewer values nothing is concluded.
    private static final int ENOUGH = 20;

    private NotNumberGuess() {}

    /// The same mapping, perhaps with [NotNumbers#MISSING] for columns kept as numbers; factors of the value stay.
    static Mapping in(Mapping mapping, ImportPreview preview) {
        List<String> names = preview.columnNames();
        DecimalMark mark = preview.format().decimalMark();
        return mapping.withColumns(mapping.columns().stream()
                .map(column -> column.keepsNumbers()
                                && !mapping.valueFactors().contains(column.column())
                                && isNearlyAll(preview.rows(), names.indexOf(column.column()), mark)
                        ? column.otherwise(NotNumbers.MISSING)
                        : column)
                .toList());
    }

    /// At least 99 of 100 values that are there.
    private static boolean isNearlyAll(List<List<String>> rows, int position, DecimalMark mark) {
        if (position < 0) {
            return false;
        }
        List<String> present = rows.stream()
                .map(row -> row.get(position).strip())
                .filter(text -> !text.isEmpty())
                .toList();
        long others = present.stream()
                .filter(text -> NumberText.parse(text, mark).isEmpty())
                .count();
        return present.size() >= ENOUGH && others * 100 <= present.size();
    }
}

package app.attune.events;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What is said of the units of amounts, each with the first amount of the file as an example.
public final class AmountSentences {
    private static final double SIMPLE_BELOW = 1e15;

    private AmountSentences() {}

    /// A column whose amounts are parts of whole ones by its name, though the mapping takes them as they are.
    ///
    /// @param sentence says so, with an example
    public record Hint(MappedColumn column, AmountUnit unit, String sentence) {}

    /// Of the columns that are not read as they are: "price_cents is in hundredths: 1999 is 19.99."
    public static List<String> of(Mapping mapping, ImportPreview preview) {
        List<String> sentences = new ArrayList<>();
        for (MappedColumn column : amounts(mapping)) {
            if (column.unit() != AmountUnit.ONES) {
                sentences.add(column.column() + " is in " + column.unit().words()
                        + example(column, column.unit(), preview, " is ") + ".");
            }
        }
        return sentences;
    }

    /// The columns that may be in other units. Nothing is changed by this.
    public static List<Hint> hints(Mapping mapping, ImportPreview preview) {
        List<Hint> hints = new ArrayList<>();
        for (MappedColumn column : amounts(mapping)) {
            if (column.unit() == AmountUnit.ONES) {
                AmountUnit.namedBy(column.column()).ifPresent(unit -> hints.add(hint(column, unit, preview)));
            }
        }
        return hints;
    }

    /// Whether the mapping reads numbers of the column, which have a unit then.
    public static boolean hasUnit(Mapping mapping, MappedColumn column) {
        boolean value = mapping.rows() == RowKind.EVENTS
                && (column.role() == ColumnRole.VALUE || mapping.valueFactors().contains(column.column()));
        return value || column.keepsNumbers();
    }

    private static Hint hint(MappedColumn column, AmountUnit unit, ImportPreview preview) {
        String words = column.column() + " seems to be in " + unit.words() + " by its name"
                + example(column, unit, preview, " would be ") + ".";
        return new Hint(column, unit, words);
    }

    private static List<MappedColumn> amounts(Mapping mapping) {
        return mapping.columns().stream()
                .filter(column -> hasUnit(mapping, column))
                .toList();
    }

    private static String example(MappedColumn column, AmountUnit unit, ImportPreview preview, String verb) {
        for (ColumnProfile profile : preview.columns()) {
            if (profile.name().equals(column.column())) {
                for (String text : profile.examples()) {
                    OptionalDouble number =
                            NumberText.parse(text, preview.format().decimalMark());
                    if (number.isPresent() && Math.abs(number.getAsDouble()) < SIMPLE_BELOW) {
                        return ": " + text.strip() + verb + unit.of(plain(text, preview));
                    }
                }
            }
        }
        return "";
    }

    private static String plain(String text, ImportPreview preview) {
        return NumberText.plain(text, preview.format().decimalMark());
    }
}

package app.attune.events.read;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What numbers say of the mark before their fractions. `1.5` can only have a decimal point and `2.345,60` only a
/// comma.
/// Of `1.234` nobody knows: it may be a little more than one, or more than a thousand.
///
/// @param points    numbers that can only have a decimal point
/// @param commas    numbers that can only have a decimal comma
/// @param undecided such as `1.234`
/// @param example   the first of those that are undecided, or empty
public record MarkEvidence(long points, long commas, long undecided, String example) {
    private static final Pattern POINT = Pattern.compile(
            "[+-]?(\\d*\\.(\\d{1,2}|\\d{4,})|(0|\\d{4,})\\.\\d{3}|\\d{1,3}(,\\d{3})+\\.\\d+|\\d{1,3}(,\\d{3}){2})");
    private static final Pattern COMMA = Pattern.compile(
            "[+-]?(\\d*,(\\d{1,2}|\\d{4,})|(0|\\d{4,}),\\d{3}|\\d{1,3}(\\.\\d{3})+,\\d+|\\d{1,3}(\\.\\d{3}){2})");
    private static final Pattern UNDECIDED = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final String CURRENCY = "\\p{Sc}|^[A-Z]{3}\\b|\\b[A-Z]{3}$";

    /// Of the columns of a file that hold amounts, so that addresses, versions and codes have no say.
    public static MarkEvidence ofColumns(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return of(IntStream.range(0, columns)
                .mapToObj(column -> rows.stream()
                        .filter(row -> row.size() > column)
                        .map(row -> row.get(column))
                        .toList())
                .filter(AmountText::areMost)
                .flatMap(List::stream)
                .toList());
    }

    /// Of values of which some are numbers.
    public static MarkEvidence of(Collection<String> values) {
        long points = 0;
        long commas = 0;
        long undecided = 0;
        String example = "";
        for (String value : values) {
            String number = value.replaceAll(CURRENCY, "").strip();
            if (UNDECIDED.matcher(number).matches()) {
                undecided++;
                example = example.isEmpty() ? value.strip() : example;
            } else {
                points += POINT.matcher(number).matches() ? 1 : 0;
                commas += COMMA.matcher(number).matches() ? 1 : 0;
            }
        }
        return new MarkEvidence(points, commas, undecided, example);
    }

    /// A comma where more numbers can only have that.
    DecimalMark mark() {
        return commas > points ? DecimalMark.COMMA : DecimalMark.POINT;
    }

    /// Whether there are numbers with a mark, and each may be read in two ways.
    public boolean isOpen() {
        return undecided > 0 && points == 0 && commas == 0;
    }
}

package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.AmountText;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.RawRow;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads what an event is worth: the value of one column, or the product of several, each in its unit.
final class AmountReader {
    private static final int NONE = -1;
    private static final double ROUNDED_BELOW = 9e12;
    /// Signs of several currencies, and their codes: beside one of these the sign stands for the same.
    private static final Map<String, Set<String>> SIGNS =
            Map.of("$", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"), "¥", Set.of("JPY", "CNY"));
    private static final Optional<AmountText> NOTHING = Optional.of(new AmountText(Double.NaN, ""));

    private final List<String> names;
    private final int[] columns;
    private final AmountUnit[] units;
    private final boolean isProduct;
    private final NotNumbers[] otherwise;
    private final boolean[] isKept;
    private final DecimalMark mark;
    private final MisfitTally misfits;
    private final Map<String, Long> currencies = new TreeMap<>();

    /// @param file the names of its columns, and how it writes numbers
    AmountReader(Mapping mapping, KeptReader.Numbers file, MisfitTally misfits) {
        this.isProduct = !mapping.valueFactors().isEmpty();
        this.names = isProduct
                ? mapping.valueFactors()
                : mapping.columnOf(ColumnRole.VALUE).stream().toList();
        this.columns = names.stream().mapToInt(file.columns()::indexOf).toArray();
        this.units = names.stream().map(mapping::unitOf).toArray(AmountUnit[]::new);
        this.otherwise = names.stream()
                .map(name -> mapping.column(name).map(MappedColumn::notNumbers).orElse(NotNumbers.KEPT))
                .toArray(NotNumbers[]::new);
        this.isKept = new boolean[names.size()];
        for (int i = 0; i < isKept.length; i++) {
            isKept[i] = mapping.column(names.get(i))
                    .filter(MappedColumn::keepsNumbers)
                    .isPresent();
        }
        this.mark = file.mark();
        this.misfits = misfits;
    }

    /// Whether it is the value of one column, or of none.
    boolean isPlain() {
        return !isProduct;
    }

    /// The one column, or -1.
    int column() {
        return columns.length == 0 ? NONE : columns[0];
    }

    /// Of the one column.
    AmountUnit unit() {
        return columns.length == 0 ? AmountUnit.ONES : units[0];
    }

    /// Fills the value of `into`, not a number where the row names none, or gives the reason why not.
    Optional<Rejection> read(RawRow.Values row, MappedRow into) {
        double amount = columns.length == 0 ? Double.NaN : 1;
        for (int i = 0; i < columns.length; i++) {
            String text = RowMapper.text(row, columns[i]);
            Optional<AmountText> number = text.isEmpty() ? NOTHING : AmountText.parse(text, mark);
            if (number.isEmpty() && otherwise[i] == NotNumbers.MISSING) {
                miss(i, text);
            } else if (number.isEmpty()) {
                String found = "found '" + RowMapper.shown(text) + "'";
                return RowMapper.reject(row, columns[i], RejectReason.BAD_NUMBER, found);
            }
            amount *= units[i].of(number.map(AmountText::number).orElse(Double.NaN));
            number.map(AmountText::currency).ifPresent(this::count);
        }
        double value = isProduct && Math.abs(amount) < ROUNDED_BELOW ? Math.rint(amount * 1e6) / 1e6 : amount;
        into.value = value == 0 ? 0 : value;
        return Optional.empty();
    }

    /// Where the column is kept as numbers too, it is counted there.
    private void miss(int position, String text) {
        if (!isKept[position]) {
            misfits.miss(names.get(position), text);
        }
    }

    private void count(String currency) {
        if (!currency.isEmpty()) {
            currencies.merge(currency, 1L, Long::sum);
        }
    }

    /// That amounts of several currencies were read as if they were of one, if so.
    Optional<Problem> mixed() {
        SIGNS.forEach((sign, codes) -> {
            if (currencies.keySet().stream().filter(codes::contains).count() == 1) {
                currencies.remove(sign);
            }
        });
        if (currencies.size() < 2) {
            return Optional.empty();
        }
        String each = currencies.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d in %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
        return Optional.of(new Problem(
                "import.several-currencies",
                "Amounts are written in several currencies (" + each + ") and are added as they are: sums of them mean"
                        + " nothing.",
                "Convert them to one currency in the file, or leave out the rows of the others, and import again."));
    }
}

package app.attune.events.read.shape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives the values of one column.
final class ColumnSource {
    /// Work of a regular expression on one value, in characters looked at; it is given up after.
    private static final int BUDGET = 200_000;

    private final ShapeColumn column;
    private final List<FieldPath> paths;
    private final List<FieldPath> factors;
    private final List<FieldPath> others;
    private final Optional<Pattern> capture;

    ColumnSource(ShapeColumn column) {
        this.column = column;
        List<String> texts = new ArrayList<>(column.first());
        texts.addAll(column.join());
        column.sum().forEach(term -> texts.add(term.path()));
        this.paths = texts.stream().map(FieldPath::of).toList();
        this.factors =
                column.sum().stream().map(term -> FieldPath.of(term.times())).toList();
        this.others = column.orElse().stream().map(FieldPath::of).toList();
        this.capture = column.capture().isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(column.capture()));
    }

    /// Empty text if there is no value. [RowView#takeOdd] tells afterwards if one was there in another form.
    String value(RowView row) {
        String value = times(source(row));
        String captured = capture.isEmpty() || value.isEmpty() ? value : captured(capture.get(), value);
        return captured.isEmpty() ? first(row, others) : column.prefix() + captured;
    }

    private String times(String value) {
        return column.times().isEmpty()
                ? value
                : Decimals.parse(value.strip())
                        .map(number -> Decimals.plain(number.multiply(new BigDecimal(column.times()))))
                        .orElse(value);
    }

    private String source(RowView row) {
        if (!column.constant().isEmpty()) {
            return column.constant();
        }
        if (!column.first().isEmpty()) {
            return first(row, paths);
        }
        return column.join().isEmpty() ? sum(row) : join(row);
    }

    private static String first(RowView row, List<FieldPath> paths) {
        for (FieldPath path : paths) {
            String value = row.text(path);
            if (!value.isEmpty()) {
                row.takeOdd();
                return value;
            }
        }
        return "";
    }

    private String join(RowView row) {
        StringBuilder joined = new StringBuilder();
        for (FieldPath path : paths) {
            String value = row.text(path);
            if (value.isEmpty()) {
                return "";
            }
            joined.append(joined.isEmpty() ? "" : column.with()).append(value);
        }
        return joined.toString();
    }

    private String sum(RowView row) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < paths.size(); i++) {
            String text = row.text(paths.get(i)).strip();
            Optional<BigDecimal> number = Decimals.parse(text);
            if (number.isEmpty()) {
                // A text that is no number stays as it is, so that the mapping can say what is wrong with it.
                return text;
            }
            sum = sum.add(number.get().multiply(factor(i, row)));
        }
        return Decimals.plain(sum);
    }

    private BigDecimal factor(int term, RowView row) {
        return column.sum()
                .get(term)
                .fixed()
                .or(() -> Decimals.parse(row.text(factors.get(term)).strip()))
                .orElse(BigDecimal.ONE);
    }

    private static String captured(Pattern pattern, String value) {
        try {
            Matcher matcher = pattern.matcher(new Budgeted(value, new int[] {BUDGET}));
            return matcher.find() && matcher.group(1) != null ? matcher.group(1) : "";
        } catch (BudgetSpent e) {
            return "";
        }
    }

    /// A text that lets itself be looked at so many times only.
    @SuppressWarnings("ArrayRecordComponent") // One counter for a text and its parts; nobody compares them.
    private record Budgeted(CharSequence text, int[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new BudgetSpent();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class BudgetSpent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BudgetSpent() {
            super("A regular expression took too long", null, false, false);
        }
    }
}

package app.attune.events;

import java.math.BigDecimal;

/// Numbers, NaN where there is none.
@SuppressWarnings("ArrayRecordComponent") // Columns are compared by name, never as values.
public record NumberColumn(String name, double[] values) implements Column {
    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public String display(int row) {
        if (isMissing(row)) {
            return "";
        }
        return Double.isInfinite(values[row])
                ? Double.toString(values[row])
                : BigDecimal.valueOf(values[row]).stripTrailingZeros().toPlainString();
    }
}

package app.attune.segments.compare;

import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.segments.compare.Difference.Cause;
import app.attune.segments.compare.Difference.Kind;
import java.util.Optional;

/// Compares the attributes of users: numbers and dates as they are, texts by their values.
record AttributeDifferences(Sides sides, AskedFor asked, Findings findings) {
    void add(ColumnTable attributes) {
        attributes.columns().forEach(this::add);
    }

    private void add(Column column) {
        Cause cause = asked.attribute(column.name());
        switch (column) {
            case NumberColumn number ->
                findings.add(sides.amounts(number.name(), Kind.AMOUNT, row -> number.values()[row], cause));
            case DateColumn date ->
                findings.add(sides.amounts(
                        date.name(), Kind.DATE, row -> date.isMissing(row) ? Double.NaN : date.millis()[row], cause));
            case TextColumn text -> add(text, cause);
        }
    }

    private void add(TextColumn text, Cause cause) {
        int[] in = counts(text, sides.inside());
        int[] out = counts(text, sides.outside());
        int knownIn = sum(in);
        int knownOut = sum(out);
        findings.addValues(
                text.dictionary().size(),
                code -> in[code] + out[code] == 0
                        ? Optional.empty()
                        : Optional.of(() -> sides.shares(
                                text.name() + " is " + text.dictionary().text(code),
                                new Sides.Count(in[code], knownIn),
                                new Sides.Count(out[code], knownOut),
                                cause)));
    }

    private static int[] counts(TextColumn text, int[] users) {
        int[] counts = new int[text.dictionary().size()];
        for (int userIdx : users) {
            int code = text.codes()[userIdx];
            if (code != Dictionary.MISSING) {
                counts[code]++;
            }
        }
        return counts;
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}

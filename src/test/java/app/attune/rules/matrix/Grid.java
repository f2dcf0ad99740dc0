package app.attune.rules.matrix;

import app.attune.events.AttributeHistory;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// A population with every combination of a few values of six attributes, missing ones included: those that the rows of
/// [RandomRuleSets] name, and what lies beside and between them.
final class Grid {
    static final Instant AS_OF = Instant.parse("2026-03-29T00:00:00Z");
    static final long DAY_ONE = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final List<String> TEXTS = List.of("a", "b", "ab", "xba", "z");
    private static final double[] NUMBERS = {-1, 0, 0.5, 1, 1.5, 2, 3, Double.NaN};
    private static final double[] FEW_NUMBERS = {0, 1, 2, Double.NaN};
    private static final long[] DATES = {DAY_ONE - 1, DAY_ONE, DAY_ONE + 1, DateColumn.MISSING};
    private static final int[] SIZES = {TEXTS.size() + 1, 3, NUMBERS.length, FEW_NUMBERS.length, DATES.length, 3};
    static final int USERS = Arrays.stream(SIZES).reduce(1, (one, other) -> one * other);

    private Grid() {}

    static Population population() {
        List<Column> columns = List.of(
                new TextColumn("text", Dictionary.of(TEXTS), codes(0, digit -> digit == 5 ? -1 : digit)),
                new TextColumn("few", Dictionary.of(List.of("a", "b")), codes(1, digit -> digit == 2 ? -1 : digit)),
                new NumberColumn(
                        "number",
                        users().mapToDouble(user -> NUMBERS[digit(user, 2)]).toArray()),
                new NumberColumn(
                        "score",
                        users().mapToDouble(user -> FEW_NUMBERS[digit(user, 3)]).toArray()),
                new DateColumn(
                        "date", users().mapToLong(user -> DATES[digit(user, 4)]).toArray()),
                new TextColumn(
                        "consent_mail",
                        Dictionary.of(List.of("GRANTED", "DENIED")),
                        codes(5, digit -> digit == 2 ? -1 : digit)));
        long[] known = new long[USERS];
        Arrays.fill(known, AttributeHistory.ALWAYS);
        return Population.agreeing(frame(), new ColumnTable(USERS, columns), "grid")
                .firstKnown(known);
    }

    private static EventFrame frame() {
        List<String> ids = new ArrayList<>();
        users().forEach(user -> ids.add("user" + user));
        EventColumns columns = new EventColumns(
                Dictionary.of(ids),
                Dictionary.of(List.of()),
                Dictionary.of(List.of()),
                new int[USERS + 1],
                new long[0],
                new int[0],
                new int[0],
                new double[0]);
        return new EventFrame(columns, List.of(), ColumnTable.empty(0), "grid");
    }

    private static IntStream users() {
        return IntStream.range(0, USERS);
    }

    private static int[] codes(int attribute, IntUnaryOperator code) {
        return users().map(user -> code.applyAsInt(digit(user, attribute))).toArray();
    }

    private static int digit(int user, int attribute) {
        int rest = user;
        for (int i = 0; i < attribute; i++) {
            rest /= SIZES[i];
        }
        return rest % SIZES[attribute];
    }
}

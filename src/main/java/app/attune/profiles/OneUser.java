package app.attune.profiles;

import app.attune.core.WrittenNumber;
import app.attune.core.WrittenTime;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.ConsentLog;
import app.attune.events.ConsentStatement;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One user of a population with other events or attributes, as a population of that user alone: for a what-if. The
/// population is not changed.
public final class OneUser {
    private OneUser() {}

    /// @param events  of the user alone
    /// @param changed attributes there are, with their new values as written; an empty text takes one away
    /// @param asOf    when the other attributes are as they were
    /// @throws NumberFormatException        if a number is none; it says which
    /// @throws java.time.DateTimeException if a date is none; it says which
    public static Population of(
            Population all, int userIdx, EventFrame events, Map<String, String> changed, Instant asOf) {
        Map<String, List<List<ConsentStatement>>> said = new TreeMap<>();
        all.consents()
                .purposes()
                .forEach(purpose -> said.put(purpose, List.of(all.consents().statements(purpose, userIdx))));
        List<Column> columns = all.asOf(asOf).attributes().columns().stream()
                .map(column -> column.at(new int[] {userIdx}))
                .map(column -> changed.containsKey(column.name())
                        ? changed(column, changed.getOrDefault(column.name(), ""))
                        : column)
                .toList();
        ColumnTable attributes = new ColumnTable(1, columns);
        changed.keySet().stream()
                .filter(name -> name.startsWith(ConsentLog.PREFIX))
                .forEach(name -> said.put(
                        name.substring(ConsentLog.PREFIX.length()),
                        Consents.of(attributes, all.consents().basis())
                                .all(name.substring(ConsentLog.PREFIX.length()))));
        return new Population(
                events,
                attributes,
                all.dataHash() + "-what-if",
                new Consents(said, all.consents().basis(), 1),
                all.loadedAt(),
                AttributesOverTime.CONSTANT,
                new FirstKnown(new long[] {all.firstRow(userIdx)}));
    }

    private static Column changed(Column column, String value) {
        return switch (column) {
            case TextColumn text ->
                value.isEmpty()
                        ? new TextColumn(text.name(), text.dictionary(), new int[] {Dictionary.MISSING})
                        : new TextColumn(text.name(), Dictionary.of(List.of(value)), new int[] {0});
            case NumberColumn number ->
                new NumberColumn(number.name(), new double[] {value.isEmpty() ? Double.NaN : number(number, value)});
            case DateColumn date ->
                new DateColumn(date.name(), new long[] {value.isEmpty() ? DateColumn.MISSING : date(date, value)});
        };
    }

    private static double number(NumberColumn column, String value) {
        return WrittenNumber.of(value).orElseThrow(() -> new NumberFormatException(misfit(value, "a number", column)));
    }

    private static long date(DateColumn column, String value) {
        try {
            return WrittenTime.instant(value).toEpochMilli();
        } catch (DateTimeException e) {
            throw new DateTimeException(misfit(value, "a date of the years 1 to 9999", column), e);
        }
    }

    private static String misfit(String value, String wanted, Column column) {
        return "\u201c" + value + "\u201d is not " + wanted + ", as " + column.name() + " is";
    }
}

package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.events.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The events and attributes of users as those of the persons they are. The log itself keeps the ids of the users; they
/// are a property of the events here.
final class PersonFrame {
    /// The property that holds who the log says an event is of.
    static final String ORIGINAL = "original_user";

    private final PersonMap persons;

    PersonFrame(PersonMap persons) {
        this.persons = persons;
    }

    /// Sorted by person, then time, then user, then as before.
    EventFrame events(EventFrame frame, String dataHash, Progress progress) {
        progress.report("Bringing the events of persons together", 0, 0);
        int[] offsets = new int[persons.personCount() + 1];
        int[] order = order(frame, offsets);
        progress.checkpoint();
        int[] types = new int[order.length];
        int[] items = new int[order.length];
        long[] times = new long[order.length];
        double[] values = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            types[i] = frame.type(order[i]);
            items[i] = frame.item(order[i]);
            times[i] = frame.time(order[i]);
            values[i] = frame.value(order[i]);
        }
        EventColumns columns = new EventColumns(
                Dictionary.of(persons.names()), frame.items(), frame.types(), offsets, times, types, items, values);
        return new EventFrame(columns, properties(frame, order), frame.catalogue(), dataHash);
    }

    /// Of several users the one whose id comes first in naming says what an attribute is, if anything.
    ColumnTable attributes(ColumnTable users) {
        int[][] members = new int[persons.personCount()][];
        for (int person = 0; person < members.length; person++) {
            members[person] = byPriority(person);
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : users.columns()) {
            int[] from = new int[members.length];
            for (int person = 0; person < from.length; person++) {
                from[person] = Arrays.stream(members[person])
                        .filter(user -> !column.isMissing(user))
                        .findFirst()
                        .orElse(members[person][0]);
            }
            columns.add(column.at(from));
        }
        return new ColumnTable(members.length, columns);
    }

    private int[] byPriority(int person) {
        int[] users = persons.users(person);
        return users.length == 1
                ? users
                : Arrays.stream(users)
                        .boxed()
                        .sorted(persons::compareForNaming)
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /// Rows of the frame in the new order; fills the offsets of persons.
    private int[] order(EventFrame frame, int[] offsets) {
        int[] order = new int[frame.eventCount()];
        int at = 0;
        for (int person = 0; person < persons.personCount(); person++) {
            offsets[person] = at;
            int from = at;
            for (int user : persons.users(person)) {
                for (int row = frame.from(user); row < frame.to(user); row++) {
                    order[at++] = row;
                }
            }
            if (persons.usersOf(person) > 1) {
                sortByTime(frame, order, from, at);
            }
        }
        offsets[persons.personCount()] = at;
        return order;
    }

    private static void sortByTime(EventFrame frame, int[] order, int from, int to) {
        Integer[] rows = new Integer[to - from];
        Arrays.setAll(rows, i -> order[from + i]);
        Arrays.sort(rows, (one, other) -> Long.compare(frame.time(one), frame.time(other)));
        for (int i = 0; i < rows.length; i++) {
            order[from + i] = rows[i];
        }
    }

    private List<Column> properties(EventFrame frame, int[] order) {
        List<Column> columns = new ArrayList<>();
        frame.properties().forEach(column -> columns.add(column.at(order)));
        if (frame.property(ORIGINAL).isEmpty()) {
            int[] userOfRow = new int[order.length];
            for (int user = 0; user < frame.userCount(); user++) {
                Arrays.fill(userOfRow, frame.from(user), frame.to(user), user);
            }
            columns.add(new TextColumn(ORIGINAL, frame.users(), userOfRow).at(order));
        }
        return columns;
    }
}

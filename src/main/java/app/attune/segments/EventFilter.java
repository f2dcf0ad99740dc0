package app.attune.segments;

import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// Which events of a frame are of a kind: types and items as tables by position, the rest as tests by row.
final class EventFilter {
    private final EventFrame frame;
    private final boolean[] types;
    private final boolean[] items;
    private boolean withoutItem = true;
    private boolean anyItem = true;
    private final List<DoublePredicate> values = new ArrayList<>();
    private final List<IntPredicate> rows = new ArrayList<>();

    EventFilter(EventFrame frame, EventKind kind) {
        this.frame = frame;
        types = types(frame, kind.types());
        items = new boolean[frame.itemCount()];
        Arrays.fill(items, true);
        kind.where().forEach(this::add);
    }

    private static boolean[] types(EventFrame frame, List<String> names) {
        boolean[] wanted = new boolean[frame.types().size()];
        Arrays.fill(wanted, names.isEmpty());
        names.forEach(name -> frame.types().find(name).ifPresent(code -> wanted[code] = true));
        return wanted;
    }

    private void add(FieldTest test) {
        Optional<EventField> field = EventField.find(frame, test.field());
        if (field.isEmpty()) {
            boolean passes = test.asked().matchesMissing();
            rows.add(row -> passes);
            return;
        }
        switch (field.get()) {
            case EventField.Item item -> addItem(test);
            case EventField.ItemAttribute attribute ->
                keepItems(ColumnTest.of(attribute.column(), test.asked()), test.asked());
            case EventField.Value value -> values.add(ColumnTest.number(test.asked()));
            case EventField.Property property -> rows.add(ColumnTest.of(property.column(), test.asked()));
        }
    }

    private void addItem(FieldTest test) {
        Predicate<String> text = ColumnTest.text(test.comparison(), test.values());
        boolean[] passing = ColumnTest.matching(frame.items(), text);
        keepItems(item -> passing[item], test.asked());
    }

    private void keepItems(IntPredicate test, Asked asked) {
        anyItem = false;
        withoutItem &= asked.matchesMissing();
        for (int item = 0; item < items.length; item++) {
            items[item] &= test.test(item);
        }
    }

    boolean passes(int row) {
        return types[frame.type(row)] && (anyItem || itemPasses(frame.item(row))) && restPasses(row);
    }

    private boolean itemPasses(int item) {
        return item == Dictionary.MISSING ? withoutItem : items[item];
    }

    private boolean restPasses(int row) {
        for (DoublePredicate test : values) {
            if (!test.test(frame.value(row))) {
                return false;
            }
        }
        for (IntPredicate test : rows) {
            if (!test.test(row)) {
                return false;
            }
        }
        return true;
    }
}

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
import java.util.stream.IntStream;

/// Which events of a frame are of a kind: types and items as tables by position, the rest as tests by row.
final class EventFilter {
    private final EventFrame frame;
    private final boolean[] types;
    private final boolean[] items;
    private boolean withoutItem = true;
    private boolean anyItem = true;
    private final boolean isUntested;
    private final List<DoublePredicate> values = new ArrayList<>();
    private final List<IntPredicate> rows = new ArrayList<>();

    EventFilter(EventFrame frame, EventKind kind) {
        this.frame = frame;
        types = new boolean[frame.types().size()];
        addTypes(frame, kind, types);
        items = new boolean[frame.itemCount()];
        Arrays.fill(items, true);
        kind.where().forEach(this::add);
        isUntested = values.isEmpty() && rows.isEmpty();
    }

    /// Adds the types of a kind to those wanted, by position.
    static void addTypes(EventFrame frame, EventKind kind, boolean[] wanted) {
        if (kind.types().isEmpty()) {
            Arrays.fill(wanted, true);
        }
        kind.types().forEach(name -> frame.types().find(name).ifPresent(code -> wanted[code] = true));
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
        if (test.comparison() == Comparison.IS) {
            boolean[] named = new boolean[items.length];
            test.values().forEach(value -> frame.items().find(value).ifPresent(item -> named[item] = true));
            keepItems(item -> named[item], test.asked());
            return;
        }
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
        return types[frame.type(row)] && (anyItem || itemPasses(frame.item(row))) && passesBeyondItem(row);
    }

    /// For a row of one of the [#types()] and, where it [#namesItems()], one of these.
    boolean passesBeyondItem(int row) {
        return isUntested || restPasses(row);
    }

    /// Which types pass, by position. Not to be written.
    boolean[] types() {
        return types;
    }

    /// Whether nothing but the type is asked for.
    boolean isByTypeOnly() {
        return anyItem && isUntested;
    }

    /// Whether nothing but the type and the item is asked for.
    boolean isByTypeAndItemOnly() {
        return isUntested;
    }

    /// Whether only events of some [#items()] pass.
    boolean namesItems() {
        return !anyItem && !withoutItem;
    }

    /// The positions of the items that pass, ascending.
    int[] items() {
        return IntStream.range(0, items.length).filter(item -> items[item]).toArray();
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

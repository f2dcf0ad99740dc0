package app.attune.segments.discover;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.TextColumn;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.OrderIds;
import app.attune.segments.Window;
import app.attune.segments.compare.Sales;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The items of each order: events of the type that is a sale, with an order and an item. An order belongs to one user.
///
/// @param sale   the event type
/// @param orders the positions of the items of each, each item once
record Orders(String sale, List<int[]> orders) {
    private static final int STEP = 1 << 12;

    /// Those before `asOf`.
    ///
    /// @throws ProblemException `segments.no-sales`, or `discover.no-orders` if sales do not say which order they are
    /// of
    static Orders before(Instant asOf, EventFrame events, Progress progress) {
        String sale = Sales.required(events);
        Column ids = OrderIds.in(events)
                .flatMap(events::property)
                .orElseThrow(() -> ProblemException.of(
                        "discover.no-orders",
                        "Events do not say which order they belong to, so that nothing is known to be bought together.",
                        "Import the number of the order as one of " + String.join(", ", OrderIds.NAMES) + "."));
        Reader reader = new Reader(events, events.types().find(sale).orElseThrow(), ids);
        List<int[]> orders = new ArrayList<>();
        for (int user = 0; user < events.userCount(); user++) {
            if (user % STEP == 0) {
                progress.report("Reading orders", user, events.userCount());
                progress.checkpoint();
            }
            reader.add(user, events.to(user, asOf.toEpochMilli()), orders);
        }
        return new Orders(sale, orders);
    }

    /// Who bought an item.
    Condition bought(String item) {
        return new EventCondition(
                List.of(sale),
                List.of(new FieldTest("item", Comparison.IS, List.of(item))),
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("1"));
    }

    private static final class Reader {
        private static final int BITS = Integer.SIZE;

        private final EventFrame events;
        private final int sale;
        private final Column ids;
        private final Map<String, Integer> codes = new HashMap<>();

        Reader(EventFrame events, int sale, Column ids) {
            this.events = events;
            this.sale = sale;
            this.ids = ids;
        }

        void add(int user, int end, List<int[]> orders) {
            codes.clear();
            long[] lines = new long[end - events.from(user)];
            int count = 0;
            for (int row = events.from(user); row < end; row++) {
                if (events.type(row) == sale && events.item(row) != Dictionary.MISSING && !ids.isMissing(row)) {
                    lines[count++] = (long) code(row) << BITS | events.item(row);
                }
            }
            long[] distinct = Arrays.stream(lines, 0, count).sorted().distinct().toArray();
            for (int from = 0, to; from < distinct.length; from = to) {
                to = from + 1;
                while (to < distinct.length && distinct[to] >> BITS == distinct[from] >> BITS) {
                    to++;
                }
                orders.add(Arrays.stream(distinct, from, to)
                        .mapToInt(line -> (int) line)
                        .toArray());
            }
        }

        private int code(int row) {
            return ids instanceof TextColumn text
                    ? text.codes()[row]
                    : codes.computeIfAbsent(ids.display(row), id -> codes.size());
        }
    }
}

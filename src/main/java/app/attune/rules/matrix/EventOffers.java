package app.attune.rules.matrix;

import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import app.attune.segments.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Offers events to add where measures are not yet what they are to be: events of the kind that is measured, at times
/// that differ for the windows there are, with the neighbours that are asked for.
final class EventOffers {
    private static final long DAY = 86_400_000L;
    private static final long MINUTE = 60_000L;
    private static final String ANY_TYPE = "event";
    private static final String ITEM = "item";
    private static final String VALUE = "value";

    private final MadeFields fields;
    private final Map<EventCondition, Cell> wanted;
    private final long now;
    private final List<Long> times = new ArrayList<>();

    EventOffers(Schema schema, Map<EventCondition, Cell> wanted) {
        this.fields = new MadeFields(schema);
        this.wanted = wanted;
        this.now = schema.asOf().toEpochMilli();
        TreeSet<Long> edges = new TreeSet<>(List.of(now));
        wanted.forEach((row, cell) -> {
            addEdges(row.window(), edges);
            boolean days =
                    row.measure() instanceof Measure.DaysSinceLast || row.measure() instanceof Measure.DaysSinceFirst;
            if (days && cell instanceof Cell.Numbers number) {
                times.add(now - Math.round(number.pick() * DAY));
            }
        });
        Long later = now;
        for (Long edge : edges.descendingSet()) {
            if (edge < later) {
                times.add(edge + (later - edge) / 2);
                later = edge;
            }
        }
        times.add(later - 2 * DAY);
    }

    private void addEdges(Window window, Set<Long> edges) {
        Instant asOf = Instant.ofEpochMilli(now);
        for (Instant edge : List.of(window.at(asOf).from(), window.at(asOf).to())) {
            if (edge.isAfter(Window.BEGINNING) && edge.toEpochMilli() <= now) {
                edges.add(edge.toEpochMilli());
            }
        }
    }

    /// Some events each; the first that help should be taken.
    ///
    /// @param measured what is measured now
    /// @param n        how many events there are
    List<List<MadeEvent>> of(Map<EventCondition, Double> measured, int n) {
        List<List<MadeEvent>> offers = new ArrayList<>();
        measured.forEach((row, value) -> {
            Cell cell = wanted.getOrDefault(row, new Cell.Missing());
            if (EventMaker.distance(cell, value) > 0 && cell instanceof Cell.Numbers numbers) {
                double missing = numbers.pick() - (Double.isNaN(value) ? 0 : value);
                fields.of(row.events())
                        .ifPresent(found -> times.forEach(time -> {
                            offers.add(bundle(row, found, new Spot(time - n, n, missing)));
                            offers.add(bundle(row, found, new Spot(time - n * DAY, n, missing)));
                        }));
            }
        });
        return offers;
    }

    /// When, after how many events, and how much is missing of what is measured.
    private record Spot(long time, int n, double missing) {}

    private List<MadeEvent> bundle(EventCondition row, Map<String, Cell> found, Spot spot) {
        List<MadeEvent> events = new ArrayList<>();
        events.add(event(row.types(), measuredToo(row.measure(), found, spot), spot.time()));
        for (Near near : row.near()) {
            boolean after = near.relation() == Near.Relation.FOLLOWED;
            if (after || near.relation() == Near.Relation.PRECEDED) {
                beside(near.events(), spot.time() + (after ? MINUTE : -MINUTE)).ifPresent(events::add);
            }
        }
        if (row.measure() instanceof Measure.Steps steps) {
            for (int step = 1; step < Math.min(spot.missing(), steps.next().size() + 1); step++) {
                beside(steps.next().get(step - 1), spot.time() + step * MINUTE).ifPresent(events::add);
            }
        }
        if (row.window() instanceof Window.Since since && spot.n() == 0) {
            beside(since.last(), spot.time() - DAY).ifPresent(events::add);
        }
        return events;
    }

    private Optional<MadeEvent> beside(EventKind kind, long time) {
        return fields.of(kind).map(found -> event(kind.types(), found, time));
    }

    private static Map<String, Cell> measuredToo(Measure measure, Map<String, Cell> found, Spot spot) {
        Map<String, Cell> all = new LinkedHashMap<>(found);
        switch (measure) {
            case Measure.Sum sum -> all.putIfAbsent(sum.field(), Cell.Numbers.of(spot.missing()));
            case Measure.OfField number -> all.putIfAbsent(number.field(), Cell.Numbers.of(spot.missing()));
            case Measure.CountDistinct distinct ->
                all.putIfAbsent(distinct.field(), new Cell.Text("value " + (spot.n() + 1)));
            case Measure.OfSessions sessions -> all.putIfAbsent("session_number", Cell.Numbers.of(spot.n() + 1.0));
            case Measure.Count count -> {}
            case Measure.DaysSinceLast days -> {}
            case Measure.DaysSinceFirst days -> {}
            case Measure.ActiveDays days -> {}
            case Measure.TextOf text -> {}
            case Measure.MostOfOneItem most -> {
                if (found.keySet().stream().noneMatch(EventOffers::isOfItem)) {
                    all.put(ITEM, new Cell.Text("one item"));
                }
            }
            case Measure.ItemWithMost item -> {}
            case Measure.Steps steps -> {}
        }
        return all;
    }

    private static MadeEvent event(List<String> types, Map<String, Cell> found, long time) {
        Map<String, Cell> item = new LinkedHashMap<>();
        Map<String, Cell> rest = new LinkedHashMap<>();
        found.forEach((name, cell) -> (isOfItem(name) ? item : rest).put(name, cell));
        if (!item.isEmpty() && !item.containsKey(ITEM)) {
            item.put(ITEM, new Cell.Text("item of " + item));
        }
        double value = rest.remove(VALUE) instanceof Cell.Numbers number ? number.pick() : Double.NaN;
        return new MadeEvent(types.isEmpty() ? ANY_TYPE : types.getFirst(), time, item, value, rest);
    }

    private static boolean isOfItem(String field) {
        return field.equals(ITEM) || field.startsWith(ITEM + ".");
    }
}

package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.ItemCatalogue;
import app.attune.rules.ItemSelector;
import app.attune.rules.RuleBasis;
import app.attune.rules.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Cuts what a request can be into cells, as [Cells] does for users.
final class RequestCells {
    private static final int MOST_SELECTORS = 10;
    private static final int MOST_KINDS = 2_000;

    private final ItemCatalogue catalogue;
    private final Instant near;
    private final Map<Set<Schedule>, Optional<List<Cell>>> moments = new HashMap<>();

    /// @param catalogue where items for baskets are looked up
    /// @param near      when requests are looked at
    RequestCells(ItemCatalogue catalogue, Instant near) {
        this.catalogue = catalogue;
        this.near = near;
    }

    /// Without items, at no time of interest.
    static RequestCells none() {
        return new RequestCells(RuleBasis.empty().catalogue(), Instant.EPOCH);
    }

    ItemCatalogue catalogue() {
        return catalogue;
    }

    Instant near() {
        return near;
    }

    /// Empty when there are too many.
    Optional<List<Cell>> of(Subject.Asked subject, List<RequestRow> rows) {
        return switch (subject.part()) {
            case PLACEMENT, DEVICE -> Optional.of(texts(rows));
            case TOTAL -> Optional.of(totals(rows));
            case BASKET -> baskets(rows);
            case TIME -> moments(rows);
            case CAP -> Optional.of(List.of(new Cell.Reached(false), new Cell.Reached(true)));
        };
    }

    private static List<Cell> texts(List<RequestRow> rows) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (RequestRow row : rows) {
            if (row instanceof RequestRow.Placed placed) {
                placed.placements().forEach(text -> cells.add(new Cell.Text(text)));
            } else if (row instanceof RequestRow.OnDevice on) {
                on.devices().forEach(text -> cells.add(new Cell.Text(text)));
            }
        }
        cells.add(new Cell.Missing());
        return List.copyOf(cells);
    }

    /// The least ones asked for answer for all above them, and none for all below.
    private static List<Cell> totals(List<RequestRow> rows) {
        List<Cell> cells = new ArrayList<>();
        rows.forEach(row -> {
            if (row instanceof RequestRow.AtLeast least) {
                cells.add(Cell.Numbers.of(least.total()));
            }
        });
        cells.add(new Cell.Missing());
        return cells;
    }

    private Optional<List<Cell>> moments(List<RequestRow> rows) {
        Set<Schedule> schedules = new LinkedHashSet<>();
        rows.forEach(row -> {
            if (row instanceof RequestRow.Runs runs) {
                schedules.add(runs.schedule());
            }
        });
        return moments.computeIfAbsent(schedules, asked -> moments(List.copyOf(asked), near));
    }

    /// One for each way in which the schedules run together.
    private static Optional<List<Cell>> moments(List<Schedule> schedules, Instant near) {
        return Instants.of(schedules, near).map(instants -> {
            Map<List<Boolean>, Cell> byRunning = new LinkedHashMap<>();
            instants.forEach(at -> byRunning.putIfAbsent(
                    schedules.stream().map(schedule -> schedule.isRunning(at)).toList(), new Cell.Moment(at)));
            return List.copyOf(byRunning.values());
        });
    }

    /// Every union of what single items are; first of the items there are, then of those that there might be.
    private Optional<List<Cell>> baskets(List<RequestRow> rows) {
        List<ItemSelector> selectors = rows.stream()
                .filter(RequestRow.InBasket.class::isInstance)
                .map(row -> ((RequestRow.InBasket) row).items())
                .distinct()
                .toList();
        if (selectors.size() > MOST_SELECTORS) {
            return Optional.empty();
        }
        Map<Set<ItemSelector>, Optional<List<ItemId>>> unions = new LinkedHashMap<>();
        unions.put(Set.of(), Optional.of(List.of()));
        BasketItems items = new BasketItems(selectors, catalogue);
        items.there().forEach((has, item) -> join(unions, has, Optional.of(item)));
        Optional<Set<Set<ItemSelector>>> thinkable = items.thinkable(MOST_KINDS);
        thinkable.ifPresent(kinds -> kinds.forEach(has -> join(unions, has, Optional.empty())));
        return thinkable.map(kinds -> cells(unions));
    }

    private static List<Cell> cells(Map<Set<ItemSelector>, Optional<List<ItemId>>> unions) {
        List<Cell> cells = new ArrayList<>();
        unions.forEach((has, items) -> cells.add(new Cell.Basket(has, items)));
        return cells;
    }

    private static void join(
            Map<Set<ItemSelector>, Optional<List<ItemId>>> unions, Set<ItemSelector> has, Optional<ItemId> item) {
        for (Map.Entry<Set<ItemSelector>, Optional<List<ItemId>>> union : List.copyOf(unions.entrySet())) {
            Set<ItemSelector> more = new LinkedHashSet<>(union.getKey());
            more.addAll(has);
            unions.putIfAbsent(Set.copyOf(more), union.getValue().flatMap(items -> item.map(one -> with(items, one))));
        }
    }

    private static List<ItemId> with(List<ItemId> items, ItemId one) {
        List<ItemId> more = new ArrayList<>(items);
        more.add(one);
        return more;
    }
}

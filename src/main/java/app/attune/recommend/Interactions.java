package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.recommend.Catalogue.IndexedHistory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Who interacted with what, as a sparse matrix of users by items (compressed rows). Immutable.
///
/// Rows are the users with at least one interaction in the order of the frame; columns are the items with at least
/// one in ranking order ([ItemId#RANKING]), or every item of the frame after [#withEveryItem]. A row has its items
/// ascending and their weights.
public final class Interactions {
    private static final int ABSENT = -1;

    private final InteractionLog log;
    private final Catalogue catalogue;
    private final int[] frameUsers;
    private final int[] offsets;
    private final int[] itemIdx;
    private final double[] weights;
    private final int[] eventsByItem;

    private Interactions(InteractionLog log, Catalogue catalogue, Rows rows, int[] eventsByItem) {
        this.log = log;
        this.catalogue = catalogue;
        this.frameUsers = rows.frameUsers;
        this.offsets = rows.offsets;
        this.itemIdx = rows.itemIdx;
        this.weights = rows.weights;
        this.eventsByItem = eventsByItem;
    }

    /// Cost O(n log n) for n events.
    static Interactions of(InteractionLog log, Progress progress) {
        int[] columnOf = new int[log.frame().itemCount()];
        Catalogue catalogue = columns(log, columnOf);
        progress.checkpoint();
        Rows rows = new Rows(log, columnOf);
        int[] events = new int[catalogue.size()];
        for (int item : log.items()) {
            events[columnOf[item]]++;
        }
        return new Interactions(log, catalogue, rows, events);
    }

    private static Catalogue columns(InteractionLog log, int[] columnOf) {
        Arrays.fill(columnOf, ABSENT);
        for (int item : log.items()) {
            columnOf[item] = 0;
        }
        record Used(int frameItem, ItemId id) {}
        var used = IntStream.range(0, columnOf.length)
                .filter(item -> columnOf[item] != ABSENT)
                .mapToObj(item -> new Used(item, new ItemId(log.frame().items().text(item))))
                .sorted(Comparator.comparing(Used::id, ItemId.RANKING))
                .toList();
        for (int column = 0; column < used.size(); column++) {
            columnOf[used.get(column).frameItem()] = column;
        }
        return new Catalogue(used.stream().map(Used::id).toList());
    }

    /// The same pairs with other weights, in their order.
    Interactions with(double[] others) {
        return new Interactions(log, catalogue, new Rows(frameUsers, offsets, itemIdx, others), eventsByItem);
    }

    /// The same with every item of the frame as a column, taken or not; those that nobody took have no user.
    Interactions withEveryItem() {
        Catalogue every = new Catalogue(log.frame().items().texts().stream()
                .map(ItemId::new)
                .sorted(ItemId.RANKING)
                .toList());
        return on(every);
    }

    /// The same with only those items as columns that somebody took.
    Interactions withTakenItems() {
        return on(new Catalogue(IntStream.range(0, items())
                .filter(item -> eventsByItem[item] > 0)
                .mapToObj(catalogue::item)
                .toList()));
    }

    /// @param others at least the items that were taken
    private Interactions on(Catalogue others) {
        int[] moved = new int[items()];
        int[] events = new int[others.size()];
        for (int item = 0; item < moved.length; item++) {
            moved[item] = others.position(catalogue.item(item));
            if (moved[item] != ABSENT) {
                events[moved[item]] = eventsByItem[item];
            }
        }
        int[] columns = Arrays.stream(itemIdx).map(item -> moved[item]).toArray();
        return new Interactions(log, others, new Rows(frameUsers, offsets, columns, weights), events);
    }

    InteractionLog log() {
        return log;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /// Users with at least one interaction.
    public int users() {
        return frameUsers.length;
    }

    /// Columns: items with at least one interaction, or all of the frame after [#withEveryItem].
    public int items() {
        return catalogue.size();
    }

    /// Pairs of a user and an item.
    public int pairs() {
        return itemIdx.length;
    }

    /// Position of a row's user in the frame.
    int frameUser(int row) {
        return frameUsers[row];
    }

    IndexedHistory history(int row) {
        return new IndexedHistory(itemIdx, weights, offsets[row], offsets[row + 1]);
    }

    /// Users with their items.
    SparseTable rows() {
        return new SparseTable(offsets, itemIdx, weights);
    }

    /// Items with their users, in the order of the rows.
    SparseTable columns() {
        return rows().turned(items());
    }

    int from(int row) {
        return offsets[row];
    }

    int to(int row) {
        return offsets[row + 1];
    }

    int item(int at) {
        return itemIdx[at];
    }

    double weight(int at) {
        return weights[at];
    }

    /// Users per item.
    int[] usersByItem() {
        int[] counts = new int[items()];
        for (int item : itemIdx) {
            counts[item]++;
        }
        return counts;
    }

    /// Events per item.
    int[] eventsByItem() {
        return eventsByItem.clone();
    }

    /// The arrays of the rows while they are filled.
    private static final class Rows {
        private final int[] frameUsers;
        private final int[] offsets;
        private int[] itemIdx;
        private double[] weights;
        private int pairs;

        Rows(int[] frameUsers, int[] offsets, int[] itemIdx, double[] weights) {
            this.frameUsers = frameUsers;
            this.offsets = offsets;
            this.itemIdx = itemIdx;
            this.weights = weights;
        }

        Rows(InteractionLog log, int[] columnOf) {
            int n = log.size();
            itemIdx = new int[n];
            weights = new double[n];
            int[] users = new int[n];
            int[] ends = new int[n + 1];
            long now = Arrays.stream(log.times()).max().orElse(0);
            PairWeights.Events events = new PairWeights.Events();
            PairWeights pairWeights = new PairWeights(log.options());
            int rows = 0;
            int at = 0;
            while (at < n) {
                int user = log.users()[at];
                events.clear();
                while (at < n && log.users()[at] == user) {
                    events.add(columnOf[log.items()[at]], log.typeRanks()[at], log.times()[at]);
                    at++;
                }
                pairWeights.forEach(events, now, this::add);
                users[rows++] = user;
                ends[rows] = pairs;
            }
            frameUsers = Arrays.copyOf(users, rows);
            offsets = Arrays.copyOf(ends, rows + 1);
            itemIdx = Arrays.copyOf(itemIdx, pairs);
            weights = Arrays.copyOf(weights, pairs);
        }

        private void add(int item, double weight, int events) {
            itemIdx[pairs] = item;
            weights[pairs++] = weight;
        }
    }
}

package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.core.Require;
import app.attune.recommend.TopItems.Ranked;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A sparse matrix of items by items in compressed rows: row j has the range `offsets[j]` to `offsets[j + 1]`.
@SuppressWarnings("ArrayRecordComponent") // Private tables, never compared.
record ItemWeights(int[] offsets, int[] itemIdx, double[] weights) {
    ItemWeights {
        Require.that(offsets.length > 0 && offsets[0] == 0, "Offsets start at 0");
        for (int row = 1; row < offsets.length; row++) {
            Require.that(offsets[row] >= offsets[row - 1], "Offsets ascend");
        }
        Require.that(offsets[offsets.length - 1] == itemIdx.length, "The last offset is the number of neighbours");
        Require.that(weights.length == itemIdx.length, "One similarity per neighbour");
        for (int item : itemIdx) {
            Require.that(item >= 0 && item < offsets.length - 1, "Neighbours are items of the model");
        }
    }

    static ItemWeights ofRows(Ranked[] rows) {
        int[] offsets = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            offsets[row + 1] = offsets[row] + rows[row].size();
        }
        int[] itemIdx = new int[offsets[rows.length]];
        double[] weights = new double[itemIdx.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row].positions(), 0, itemIdx, offsets[row], rows[row].size());
            System.arraycopy(rows[row].scores(), 0, weights, offsets[row], rows[row].size());
        }
        return new ItemWeights(offsets, itemIdx, weights);
    }

    /// All weights of some tables of the same items, each times its factor, added in order; ascending in each row.
    ///
    /// @throws java.util.concurrent.CancellationException if cancelled before the end
    static ItemWeights sum(List<ItemWeights> tables, double[] factors, Progress progress) {
        int items = tables.getFirst().offsets.length - 1;
        Ranked[] rows = new Ranked[items];
        double[] sums = new double[items];
        for (int row = 0; row < items; row++) {
            progress.checkpoint();
            BitSet found = new BitSet();
            for (int table = 0; table < factors.length; table++) {
                ItemWeights one = tables.get(table);
                for (int at = one.from(row); at < one.to(row); at++) {
                    sums[one.itemIdx[at]] += factors[table] * one.weights[at];
                    found.set(one.itemIdx[at]);
                }
            }
            int[] there = found.stream().filter(item -> sums[item] != 0).toArray();
            rows[row] = new Ranked(
                    there, Arrays.stream(there).mapToDouble(item -> sums[item]).toArray());
            found.stream().forEach(item -> sums[item] = 0);
        }
        return ofRows(rows);
    }

    /// The same pairs among more items.
    ///
    /// @param places of the items among the others, ascending
    ItemWeights moved(int[] places, int items) {
        int[] starts = new int[items + 1];
        for (int row = 0; row < places.length; row++) {
            starts[places[row] + 1] = offsets[row + 1] - offsets[row];
        }
        for (int row = 0; row < items; row++) {
            starts[row + 1] += starts[row];
        }
        return new ItemWeights(
                starts, Arrays.stream(itemIdx).map(item -> places[item]).toArray(), weights);
    }

    int from(int row) {
        return offsets[row];
    }

    int to(int row) {
        return offsets[row + 1];
    }

    /// What a row has at an item, 0 if nothing. Only for rows that ascend, as those of [#transposed] do.
    double weight(int row, int item) {
        int at = Arrays.binarySearch(itemIdx, offsets[row], offsets[row + 1], item);
        return at < 0 ? 0 : weights[at];
    }

    /// Row i of the result has the items j that have i in their row, ascending.
    ItemWeights transposed() {
        SparseTable turned = new SparseTable(offsets, itemIdx, weights).turned(offsets.length - 1);
        return new ItemWeights(turned.offsets(), turned.others(), turned.weights());
    }
}

package app.attune.recommend;

/// Sets of items in compressed rows: set s has the items `offsets[s]` to `offsets[s + 1]`, ascending.
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
record ItemSets(int[] offsets, int[] items) {
    int size() {
        return offsets.length - 1;
    }

    /// How many sets have each of so many items.
    int[] counts(int catalogue) {
        int[] counts = new int[catalogue];
        for (int item : items) {
            counts[item]++;
        }
        return counts;
    }

    /// For each of so many items the sets that have it, ascending, in the same form.
    ItemSets turned(int catalogue) {
        int[] starts = new int[catalogue + 1];
        for (int item : items) {
            starts[item + 1]++;
        }
        for (int item = 0; item < catalogue; item++) {
            starts[item + 1] += starts[item];
        }
        int[] next = starts.clone();
        int[] sets = new int[items.length];
        for (int set = 0; set < size(); set++) {
            for (int at = offsets[set]; at < offsets[set + 1]; at++) {
                sets[next[items[at]]++] = set;
            }
        }
        return new ItemSets(starts, sets);
    }
}

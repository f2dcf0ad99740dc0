package app.attune.decider;

import java.util.BitSet;

/// Some of the items of a bundle, which never change.
final class ItemSet {
    static final ItemSet NONE = new ItemSet(new BitSet());

    private final BitSet bits;
    private final int[] members;

    private ItemSet(BitSet bits) {
        this.bits = bits;
        this.members = bits.stream().toArray();
    }

    /// Those that a selector selects.
    static ItemSet of(ServerRule.Selector selector, BundleContents contents, ItemIndex items) {
        BitSet bits = new BitSet(items.size());
        for (int item = 0; item < items.size(); item++) {
            if (selector.selects(items.name(item), contents.items())) {
                bits.set(item);
            }
        }
        return new ItemSet(bits);
    }

    boolean has(int item) {
        return bits.get(item);
    }

    int size() {
        return members.length;
    }

    /// In ascending order.
    int member(int at) {
        return members[at];
    }
}

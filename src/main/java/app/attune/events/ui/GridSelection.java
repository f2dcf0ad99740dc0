package app.attune.events.ui;

import java.util.BitSet;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Which places of a long list are selected; never more than can be copied.
final class GridSelection {
    /// How far a step of the selection goes.
    enum Reach {
        /// This place alone.
        ONLY,
        /// Everything from where the selection began.
        UP_TO,
        /// This place more, or less.
        TOGGLE
    }

    private final int most;
    private final LongConsumer refused;
    private final Runnable changed;
    private final BitSet chosen = new BitSet();
    private int size;
    private int anchor;
    private int lead = -1;

    /// @param refused is told how many were asked for when that is too many
    GridSelection(int most, LongConsumer refused, Runnable changed) {
        this.most = most;
        this.refused = refused;
        this.changed = changed;
    }

    /// Starts over with a list of `places`.
    void reset(int places) {
        size = places;
        chosen.clear();
        anchor = 0;
        lead = -1;
        changed.run();
    }

    void choose(int place, Reach reach) {
        if (size == 0) {
            return;
        }
        int to = Math.clamp(place, 0, size - 1);
        switch (reach) {
            case ONLY -> {
                chosen.clear();
                chosen.set(to);
                anchor = to;
            }
            case TOGGLE -> {
                chosen.flip(to);
                anchor = to;
            }
            case UP_TO -> {
                int wanted = Math.abs(to - anchor) + 1;
                if (wanted > most) {
                    refused.accept(wanted);
                    return;
                }
                chosen.clear();
                chosen.set(Math.min(anchor, to), Math.max(anchor, to) + 1);
            }
        }
        lead = to;
        changed.run();
    }

    void chooseAll() {
        if (size > most) {
            refused.accept(size);
            return;
        }
        chosen.set(0, size);
        lead = Math.max(lead, Math.min(0, size - 1));
        changed.run();
    }

    boolean has(int place) {
        return chosen.get(place);
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    int count() {
        return chosen.cardinality();
    }

    /// The place last stepped on, -1 before any.
    int lead() {
        return lead;
    }

    /// In ascending order.
    IntStream places() {
        return chosen.stream();
    }
}

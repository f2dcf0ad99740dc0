package app.attune.decider;

import java.util.List;

/// The items of a history that add most to a score, at most three; of equal ones the first offered.
final class Evidence {
    private static final int MOST = 3;

    private final int[] items = new int[MOST + 1];
    private final double[] values = new double[MOST + 1];
    private int size;

    void clear() {
        size = 0;
    }

    void offer(int item, double value) {
        int place = size;
        while (place > 0 && Double.compare(value, values[place - 1]) > 0) {
            items[place] = items[place - 1];
            values[place] = values[place - 1];
            place--;
        }
        items[place] = item;
        values[place] = value;
        size = Math.min(MOST, size + 1);
    }

    /// Strongest first.
    List<String> names(ItemIndex index) {
        return switch (size) {
            case 0 -> List.of();
            case 1 -> List.of(index.name(items[0]));
            case 2 -> List.of(index.name(items[0]), index.name(items[1]));
            default -> List.of(index.name(items[0]), index.name(items[1]), index.name(items[2]));
        };
    }
}

package app.attune.recommend;

import app.attune.core.Seeds;
import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.profiles.Population;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Purchases of as many users, items and events as are asked for: items drawn by a skewed popularity, users equally
/// active.
final class DrawnEvents {
    private DrawnEvents() {}

    static Population of(int users, int items, int events) {
        SplittableRandom random = Seeds.stream(1, "bench");
        int[] offsets = IntStream.rangeClosed(0, users)
                .map(user -> (int) ((long) user * events / users))
                .toArray();
        int[] drawn = new int[events];
        for (int i = 0; i < events; i++) {
            double draw = random.nextDouble();
            drawn[i] = (int) (items * draw * draw);
        }
        double[] values = new double[events];
        Arrays.fill(values, Double.NaN);
        EventColumns columns = new EventColumns(
                names("u", users),
                names("i", items),
                Dictionary.of(List.of("purchase")),
                offsets,
                IntStream.range(0, events).mapToLong(i -> i).toArray(),
                new int[events],
                drawn,
                values);
        EventFrame frame = new EventFrame(columns, List.of(), ColumnTable.empty(items), "bench");
        return Population.agreeing(frame, ColumnTable.empty(users), "bench");
    }

    private static Dictionary names(String prefix, int n) {
        return Dictionary.of(IntStream.range(0, n).mapToObj(i -> prefix + i).toList());
    }
}

package app.attune.events.quality;

import app.attune.core.Progress;
import app.attune.events.CellValues;
import app.attune.events.EventFrame;
import java.util.List;
import java.util.Locale;

/// The figures by which one state of the data is told from another.
///
/// @param users     with at least one event
/// @param purchases events whose type is a purchase, an order, a transaction or "buy"
/// @param revenue   sum of their values
public record KeyFigures(long events, long users, long items, long purchases, double revenue) {
    private static final List<String> PURCHASES =
            List.of("purchase", "order", "transaction", "buy", "ordercompleted", "orderplaced", "checkoutcompleted");

    public static final KeyFigures NONE = new KeyFigures(0, 0, 0, 0, 0);

    /// Cost: one pass over the events.
    public static KeyFigures of(EventFrame frame, Progress progress) {
        boolean[] bought = new boolean[frame.types().size()];
        for (int type = 0; type < bought.length; type++) {
            String plain = frame.types().text(type).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            bought[type] = PURCHASES.contains(plain);
        }
        long purchases = 0;
        double revenue = 0;
        for (int row = 0; row < frame.eventCount(); row++) {
            if (bought[frame.type(row)]) {
                purchases++;
                revenue += Double.isNaN(frame.value(row)) ? 0 : frame.value(row);
            }
            if ((row & CellValues.CHECK) == 0) {
                progress.checkpoint();
            }
        }
        return new KeyFigures(frame.eventCount(), users(frame), frame.itemCount(), purchases, revenue);
    }

    private static long users(EventFrame frame) {
        long users = 0;
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            users += frame.from(userIdx) < frame.to(userIdx) ? 1 : 0;
        }
        return users;
    }
}

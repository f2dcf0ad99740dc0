package app.attune.recommend;

import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Tells the events that take something back by their numbers: a value below zero, or a quantity below zero. They say
/// nothing of liking an item, whatever their type is called.
final class TakenBack {
    private static final String QUANTITY = "(.*[_. ])?(quantity|qty|units|menge|anzahl)";

    private final EventFrame frame;
    private final List<double[]> quantities;

    TakenBack(EventFrame frame) {
        this.frame = frame;
        this.quantities =
                frame.properties().stream().flatMap(TakenBack::quantity).toList();
    }

    boolean test(int row) {
        if (frame.value(row) < 0) {
            return true;
        }
        for (double[] quantity : quantities) {
            if (quantity[row] < 0) {
                return true;
            }
        }
        return false;
    }

    private static Stream<double[]> quantity(Column column) {
        return column instanceof NumberColumn number
                        && number.name().toLowerCase(Locale.ROOT).matches(QUANTITY)
                ? Stream.of(number.values())
                : Stream.empty();
    }
}

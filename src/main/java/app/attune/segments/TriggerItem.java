package app.attune.segments;

import app.attune.core.ItemId;
import app.attune.events.EventFrame;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.Optional;

/// The item that brings a user into a segment: the one with the most events, where the segment asks for the most events
/// of one item. Of several rows that ask for it the first counts, those below "none of" left out.
public final class TriggerItem {
    private final EventFrame frame;
    private final EventCondition row;
    private final EventMeter item;
    private final EventMeter events;

    private TriggerItem(EventCondition row, Population population, Instant asOf) {
        frame = population.events();
        this.row = row;
        item = new EventMeter(frame, row, asOf);
        events = new EventMeter(frame, row.with(new Measure.MostOfOneItem()), asOf);
    }

    /// @param item  that has the most events
    /// @param words how many of which: "3 view events in the last 7 days"
    public record Found(ItemId item, String words) {}

    /// The row that binds the item, made to ask whether there is one; empty for a condition that binds none.
    public static Optional<EventCondition> row(Condition condition) {
        return switch (condition) {
            case MarkedCondition marked -> marked.marks().contains(Mark.MUTED) ? Optional.empty() : row(marked.part());
            case EventCondition events -> isOfOneItem(events.measure()) ? Optional.of(bound(events)) : Optional.empty();
            case NoneOf group -> Optional.empty();
            case AllOf group -> first(group);
            case AnyOf group -> first(group);
            case AttributeCondition row -> Optional.empty();
            case UserCondition row -> Optional.empty();
        };
    }

    private static Optional<EventCondition> first(Condition group) {
        return Conditions.parts(group).stream()
                .map(TriggerItem::row)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isOfOneItem(Measure measure) {
        return measure instanceof Measure.MostOfOneItem || measure instanceof Measure.ItemWithMost;
    }

    private static EventCondition bound(EventCondition row) {
        return Feature.of(row.with(new Measure.ItemWithMost())).condition();
    }

    /// Reads the items that a condition binds; empty if it binds none.
    public static Optional<TriggerItem> of(Condition condition, Population population, Instant asOf) {
        return row(condition).map(row -> new TriggerItem(row, population, asOf));
    }

    /// Of a user by position; empty without events that have an item.
    public Optional<Found> of(int userIdx) {
        double code = item.of(userIdx);
        return Double.isNaN(code)
                ? Optional.empty()
                : Optional.of(new Found(new ItemId(frame.items().text((int) code)), words((int) events.of(userIdx))));
    }

    private String words(int times) {
        return times + " "
                + (times == 1 ? EventWording.event(row) : EventWording.measured(row.with(new Measure.Count())));
    }
}

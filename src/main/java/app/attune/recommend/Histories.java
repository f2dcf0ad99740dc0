package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What users had done by a point in time, weighted exactly as a model's training data was.
///
/// The weight of an item: over the event types in order of their names, weight times number of events, summed
/// ([Repeats#SUMMED]), or the largest weight of its types ([Repeats#ONCE]). With a half-life an event counts by its age
/// at that time ([Decay]).
public final class Histories {
    private final EventFrame frame;
    private final Consent consent;
    private final byte[] rankOfType;
    private final TakenBack takenBack;
    private final long from;
    private final PairWeights pairWeights;

    public Histories(Population population, InteractionOptions options) {
        this.frame = population.events();
        this.consent = new Consent(population);
        this.rankOfType = InteractionSelection.rankOfType(frame.types(), options);
        this.takenBack = new TakenBack(frame);
        this.from = options.window().from().toEpochMilli();
        this.pairWeights = new PairWeights(options);
    }

    /// The user's items from the start of the options' window to just before `asOf`, in ranking order; empty for a
    /// user who had not agreed to personalisation.
    public List<HistoryItem> of(int userIdx, Instant asOf) {
        if (consent.isWithheld(userIdx, asOf)) {
            return List.of();
        }
        long before = asOf.toEpochMilli();
        PairWeights.Events events = new PairWeights.Events();
        for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
            boolean inside = frame.time(row) >= from && frame.time(row) < before;
            boolean counts = frame.item(row) != Dictionary.MISSING && rankOfType[frame.type(row)] >= 0;
            if (inside && counts && !takenBack.test(row)) {
                events.add(frame.item(row), rankOfType[frame.type(row)], frame.time(row));
            }
        }
        List<HistoryItem> history = new ArrayList<>();
        pairWeights.forEach(
                events,
                before,
                (item, weight, count) ->
                        history.add(new HistoryItem(new ItemId(frame.items().text(item)), weight)));
        history.sort((a, b) -> ItemId.RANKING.compare(a.item(), b.item()));
        return List.copyOf(history);
    }
}

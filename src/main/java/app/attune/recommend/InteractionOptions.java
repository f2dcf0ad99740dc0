package app.attune.recommend;

import app.attune.core.Require;
import app.attune.core.TimeWindow;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Which events say that a user likes an item, and how loudly. Events with a value or quantity below zero never do.
///
/// @param weights by event type, 0.001 to 1,000; types that are not named do not count
/// @param repeats what several events of one pair count together
/// @param window  event time that counts
/// @param decay   how events count less with age: in training against the last of them, in a history against its time
public record InteractionOptions(SortedMap<String, Double> weights, Repeats repeats, TimeWindow window, Decay decay) {
    /// All of the time an ISO date with four digits can say.
    public static final TimeWindow ALL_TIME =
            new TimeWindow(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

    /// In names of event types: what was only shown, taken back, corrected or refused.
    private static final Pattern NO_INTEREST = Pattern.compile("expos|impression|shown|remove|return|refund|cancel"
            + "|adjust|correct|chargeback|write.?off|void|revers|undo|dislike|unlike|dismiss|unsubscribe|reject"
            + "|declin|complain|storno|retour|rembours|erstatt|devol");

    /// The option that models have whose events below zero were left out.
    static final String TAKEN_BACK = "below-zero";

    private static final double LEAST = 0.001;
    private static final double MOST = 1000;

    public InteractionOptions {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        Require.that(!weights.isEmpty(), "At least one event type has a weight");
        Require.that(weights.size() < 128, "At most 127 event types have weights");
        Require.that(
                weights.values().stream().allMatch(weight -> weight >= LEAST && weight <= MOST),
                "Weights lie between 0.001 and 1,000");
    }

    /// With the same weight at any age.
    public InteractionOptions(SortedMap<String, Double> weights, Repeats repeats, TimeWindow window) {
        this(weights, repeats, window, Decay.none());
    }

    public InteractionOptions with(Decay other) {
        return new InteractionOptions(weights, repeats, window, other);
    }

    /// Every pair of a user and an item counts once, over all time.
    public static InteractionOptions once(Map<String, Double> weights) {
        return new InteractionOptions(new TreeMap<>(weights), Repeats.ONCE, ALL_TIME);
    }

    /// A sensible start for this data: every event type that comes with items, weighted by how much its name says
    /// about liking; types that only say what was shown, returned, corrected or removed are left out.
    public static InteractionOptions suggestFor(EventFrame frame) {
        TreeMap<String, Double> weights = new TreeMap<>();
        for (EventTypeUse use : usesOf(frame)) {
            if (use.suggestedWeight() > 0) {
                weights.put(use.type(), use.suggestedWeight());
            }
        }
        return once(weights.isEmpty() ? Map.of("purchase", 1.0) : weights);
    }

    /// The event types that come with items, most frequent first.
    public static List<EventTypeUse> usesOf(EventFrame frame) {
        long[] events = new long[frame.types().size()];
        long[] takenBack = new long[events.length];
        TakenBack back = new TakenBack(frame);
        for (int row = 0; row < frame.eventCount(); row++) {
            if (frame.item(row) != Dictionary.MISSING) {
                events[frame.type(row)]++;
                takenBack[frame.type(row)] += back.test(row) ? 1 : 0;
            }
        }
        return IntStream.range(0, events.length)
                .filter(code -> events[code] > 0)
                .mapToObj(code -> use(frame.types().text(code), events[code], takenBack[code]))
                .sorted(Comparator.comparingLong(EventTypeUse::events)
                        .reversed()
                        .thenComparing(EventTypeUse::type))
                .toList();
    }

    /// How much a type counts that somebody chose: 1 where its name says nothing of liking.
    public static double usualWeightOf(String type) {
        double usual = usualWeight(type);
        return usual > 0 ? usual : 1;
    }

    private static EventTypeUse use(String type, long events, long takenBack) {
        return new EventTypeUse(type, events, takenBack, takenBack == events ? 0 : usualWeight(type));
    }

    /// 0 for types that do not say that somebody likes an item.
    private static double usualWeight(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        if (NO_INTEREST.matcher(name).find()) {
            return 0;
        }
        if (name.matches(".*(purchase|order|transaction|bought|buy).*")) {
            return 3;
        }
        return name.matches(".*(cart|basket|checkout|wish|favo).*") ? 2 : 1;
    }

    /// The same of events before a time; of none where the window starts only then.
    public InteractionOptions before(Instant time) {
        if (!time.isBefore(window.to())) {
            return this;
        }
        Instant to = time.isBefore(window.from()) ? window.from() : time;
        return new InteractionOptions(weights, repeats, new TimeWindow(window.from(), to), decay);
    }

    /// Every option by name, for a model's provenance.
    public Map<String, String> describe() {
        TreeMap<String, String> described = new TreeMap<>();
        weights.forEach((type, weight) -> described.put("weight." + type, Double.toString(weight)));
        described.put(TAKEN_BACK, "left out");
        described.put("repeats", repeats.name());
        decay.halfLifeDays().ifPresent(days -> described.put("half-life.days", Double.toString(days)));
        described.put("window.from", window.from().toString());
        described.put("window.to", window.to().toString());
        return described;
    }
}

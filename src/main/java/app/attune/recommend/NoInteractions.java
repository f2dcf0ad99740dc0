package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.profiles.ConsentWords;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Why no event counts: how many are of the types, have an item, lie in the window and are by users who allow it.
final class NoInteractions {
    private static final int NAMED_TYPES = 8;

    private final EventFrame frame;
    private final InteractionOptions options;
    private final Consents consents;
    private long typed;
    private long withItem;
    private long inWindow;

    private NoInteractions(Population population, InteractionOptions options) {
        this.frame = population.events();
        this.options = options;
        this.consents = population.consents();
        byte[] ranks = InteractionSelection.rankOfType(frame.types(), options);
        for (int row = 0; row < frame.eventCount(); row++) {
            if (ranks[frame.type(row)] >= 0) {
                count(row);
            }
        }
    }

    /// Names the first condition that none of the events meets.
    static ProblemException of(Population population, InteractionOptions options) {
        return new NoInteractions(population, options).problem();
    }

    private void count(int row) {
        boolean hasItem = frame.item(row) != Dictionary.MISSING;
        long time = frame.time(row);
        boolean inside = time >= options.window().from().toEpochMilli()
                && time < options.window().to().toEpochMilli();
        typed++;
        withItem += hasItem ? 1 : 0;
        inWindow += hasItem && inside ? 1 : 0;
    }

    private ProblemException problem() {
        String types = String.join(" or ", options.weights().keySet());
        if (typed == 0) {
            return because("None of the " + events() + " is a " + types + ".", otherTypes());
        }
        String some = String.format(Locale.ROOT, "%,d of the %s are a %s", typed, events(), types);
        if (withItem == 0) {
            return because(
                    some + ", but none of these has an item.",
                    "Import these events with the column of their items, or choose other event types.");
        }
        some += String.format(Locale.ROOT, ", %,d of these with an item", withItem);
        if (inWindow == 0) {
            return because(some + ", but none of those is in the window.", longerWindow());
        }
        return because(
                some + String.format(Locale.ROOT, ", %,d of those in the window", inWindow)
                        + ", but none is by a user who allows personalisation.",
                consents.isKnown()
                        ? "No user of these events has agreed. Check the column that was imported as consent."
                        : ConsentWords.missing(consents.purposes())
                                + ". Import a file that does, or declare that all users have agreed.");
    }

    /// The window may end where the time lies that is looked at.
    private String longerWindow() {
        Instant to = options.window().to();
        boolean cut = to.isBefore(InteractionOptions.ALL_TIME.to());
        return "Choose a longer window."
                + (cut
                        ? " Only events before " + to + " count: if that is the time looked at, choose a later one."
                        : "");
    }

    private String events() {
        return String.format(Locale.ROOT, "%,d events", frame.eventCount());
    }

    private String otherTypes() {
        int size = frame.types().size();
        List<String> names = IntStream.range(0, Math.min(size, NAMED_TYPES))
                .mapToObj(frame.types()::text)
                .collect(Collectors.toList());
        if (size > NAMED_TYPES) {
            names.add("…");
        }
        return names.isEmpty()
                ? "Import events first."
                : "Choose other event types. There are: " + String.join(", ", names) + ".";
    }

    private static ProblemException because(String message, String remedy) {
        return ProblemException.of("recommend.no-interactions", message, remedy);
    }
}

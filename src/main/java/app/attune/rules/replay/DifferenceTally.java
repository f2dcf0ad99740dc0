package app.attune.rules.replay;

import app.attune.rules.replay.ReplayComparison.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts the decisions that two rule sets make differently, user by user. Of one thread.
final class DifferenceTally {
    private static final int EXAMPLES = 100;

    /// A decision of the user at a position.
    record Found(int userIdx, Instant at, Effect before, Effect after) {}

    private final long[] byDay;
    private final Map<Part, Long> byPart = new EnumMap<>(Part.class);
    private final List<Found> examples = new ArrayList<>();
    private long decisions;
    private int users;
    private int newestUser = -1;

    DifferenceTally(int days) {
        byDay = new long[days];
    }

    void count(Found decision, int day) {
        Effect before = decision.before();
        Effect after = decision.after();
        if (before.equals(after)) {
            return;
        }
        decisions++;
        byDay[day]++;
        parts(before, after).forEach(part -> byPart.merge(part, 1L, Long::sum));
        if (newestUser != decision.userIdx()) {
            newestUser = decision.userIdx();
            users++;
            if (examples.size() < EXAMPLES) {
                examples.add(decision);
            }
        }
    }

    private static Set<Part> parts(Effect before, Effect after) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        differing(parts, Part.MODEL, before.models(), after.models());
        differing(parts, Part.OFFER, before.offers(), after.offers());
        differing(parts, Part.OFFER, before.texts(), after.texts());
        differing(parts, Part.PINS, before.pinned(), after.pinned());
        differing(parts, Part.SCORES, before.factors(), after.factors());
        differing(parts, Part.EXCLUSIONS, before.excluded(), after.excluded());
        return parts;
    }

    private static void differing(Set<Part> parts, Part part, Object before, Object after) {
        if (!before.equals(after)) {
            parts.add(part);
        }
    }

    /// Counts what another one counted of later users.
    void add(DifferenceTally other) {
        decisions += other.decisions;
        users += other.users;
        ReplayTally.add(byDay, other.byDay);
        other.byPart.forEach((part, count) -> byPart.merge(part, count, Long::sum));
        other.examples.stream().limit(EXAMPLES - examples.size()).forEach(examples::add);
    }

    long decisions() {
        return decisions;
    }

    int users() {
        return users;
    }

    long[] byDay() {
        return byDay.clone();
    }

    Map<Part, Long> byPart() {
        return byPart;
    }

    List<Found> examples() {
        return examples;
    }
}

package app.attune.decide;

import app.attune.core.Counted;
import app.attune.recommend.RecommenderNames;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import app.attune.segments.SegmentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what two decisions about one user have different.
public final class BesideWords {
    private BesideWords() {}

    /// As in "5 of 10 items at the same place, 2 new, 2 gone, 3 moved".
    public static String inShort(Beside beside) {
        long moved = beside.count(ListChange.Kind.UP) + beside.count(ListChange.Kind.DOWN);
        long same = beside.count(ListChange.Kind.SAME);
        int all = beside.after().items().size();
        if (same == beside.items().size()) {
            return all == 0 ? "No items, as before" : "The same " + Counted.of(all, "item") + " at the same places";
        }
        return same + " of " + Counted.of(all, "item") + " at the same place, " + beside.count(ListChange.Kind.NEW)
                + " new, " + beside.count(ListChange.Kind.GONE) + " gone, " + moved + " moved";
    }

    /// What became of an item, as in "up 3"; empty of one at the same place.
    public static String of(ListChange change) {
        return switch (change.kind()) {
            case SAME -> "";
            case NEW -> "new";
            case GONE -> "gone";
            case UP -> "up " + change.places();
            case DOWN -> "down " + -change.places();
        };
    }

    /// A sentence for everything else that differs: where the list comes from, offers, segments and rules.
    public static List<String> differences(Beside beside) {
        List<String> said = new ArrayList<>();
        Decision before = beside.before();
        Decision after = beside.after();
        if (!before.model().equals(after.model()) || before.reason() != after.reason()) {
            said.add("The list comes from " + source(after) + " instead of " + source(before) + ".");
        }
        if (!offers(before).equals(offers(after))) {
            said.add("Offers: " + offers(after) + " instead of " + offers(before) + ".");
        }
        segments(beside, said);
        rules(before, after, said);
        return said;
    }

    private static String source(Decision decision) {
        String model = decision.model().map(RecommenderNames::of).orElse("no model");
        return switch (decision.reason()) {
            case TARGETING_MATCH -> model + ", chosen by a rule";
            case FALLBACK -> model + " as a fallback";
            case DISABLED -> model + " without personalisation";
            case RECOMMENDER, DEFAULT, ERROR -> model;
        };
    }

    private static String offers(Decision decision) {
        return decision.offers().isEmpty()
                ? "none"
                : decision.offers().stream().map(DecidedOffer::code).collect(Collectors.joining(", "));
    }

    private static void segments(Beside beside, List<String> said) {
        Set<SegmentId> before = new HashSet<>(beside.before().memberships());
        Set<SegmentId> after = new HashSet<>(beside.after().memberships());
        beside.after().memberships().stream()
                .filter(segment -> !before.contains(segment))
                .forEach(segment -> said.add("Enters the segment " + name(beside, segment) + "."));
        beside.before().memberships().stream()
                .filter(segment -> !after.contains(segment))
                .forEach(segment -> said.add("Leaves the segment " + name(beside, segment) + "."));
    }

    private static String name(Beside beside, SegmentId segment) {
        return beside.segmentNames().getOrDefault(segment.value(), segment.value());
    }

    private static void rules(Decision before, Decision after, List<String> said) {
        for (RuleTrace trace : after.rules()) {
            Optional<RuleTrace> was = of(before, trace.rule());
            if (fires(trace) && was.filter(BesideWords::fires).isEmpty()) {
                said.add("The rule " + name(trace) + " fires" + (was.isEmpty() ? "; it is not in the other." : "."));
            }
        }
        for (RuleTrace trace : before.rules()) {
            Optional<RuleTrace> is = of(after, trace.rule());
            if (fires(trace) && is.filter(BesideWords::fires).isEmpty()) {
                said.add("The rule " + name(trace) + (is.isEmpty() ? " is not there." : " does not fire."));
            }
        }
    }

    private static Optional<RuleTrace> of(Decision decision, RuleId rule) {
        return decision.rules().stream()
                .filter(trace -> trace.rule().equals(rule))
                .findFirst();
    }

    private static boolean fires(RuleTrace trace) {
        return trace.verdict() == RuleTrace.Verdict.FIRED;
    }

    private static String name(RuleTrace trace) {
        return "\u201c" + trace.name() + "\u201d";
    }
}

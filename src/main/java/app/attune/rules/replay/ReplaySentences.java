package app.attune.rules.replay;

import app.attune.core.Counted;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Says what a replay counted.
public final class ReplaySentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private ReplaySentences() {}

    /// "Replayed 1 Aug 2026, 00:00 to 1 Sep 2026, 00:00 (UTC): 4,321 decisions for 987 users, one at the first event of
    /// every session."
    public static String whole(ReplayReport report) {
        if (report.decisions() == 0) {
            return "Nobody did anything in this period, so there is nothing to decide.";
        }
        String when = switch (report.options().occasion()) {
            case EVENT -> "one at every time a user did something";
            case SESSION -> "one at the first event of every session";
            case DAY -> "one at the first event of every day (UTC)";
        };
        return "Replayed " + time(report.options().period().from()) + " to "
                + time(report.options().period().to()) + " (UTC): " + Counted.of(report.decisions(), "decision")
                + " for "
                + Counted.of(report.users(), "user") + ", " + when + ".";
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /// One for each rule, numbered in order.
    public static List<String> rules(ReplayReport report) {
        List<String> lines = new ArrayList<>();
        for (ReplayedRule rule : report.rules()) {
            lines.add((lines.size() + 1) + ". " + rule.name() + ": " + of(rule, report));
        }
        return lines;
    }

    /// "fired in 12 decisions (1.2%) for 9 users, lost 3 (2 to “VIP”, 1 not agreed to personalisation)".
    public static String of(ReplayedRule rule, ReplayReport report) {
        String fired = rule.fired() == 0
                ? "never fired"
                : "fired in " + Counted.of(rule.fired(), "decision") + " (" + share(rule.fired(), report.decisions())
                        + ") for " + Counted.of(rule.users(), "user");
        return rule.lost() == 0 ? fired : fired + ", lost " + number(rule.lost()) + " (" + why(rule, report) + ")";
    }

    /// "Offers spent: CART 1,204, WARM 12."; empty where no rule offers anything.
    public static Optional<String> offers(ReplayReport report) {
        List<String> spent = new ArrayList<>();
        report.offersSpent().forEach((code, times) -> spent.add(code + " " + number(times)));
        return spent.isEmpty() ? Optional.empty() : Optional.of("Offers spent: " + String.join(", ", spent) + ".");
    }

    private static String why(ReplayedRule rule, ReplayReport report) {
        List<String> words = new ArrayList<>();
        rule.lostTo().entrySet().stream()
                .sorted(Map.Entry.<RuleId, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().value()))
                .forEach(entry ->
                        words.add(number(entry.getValue()) + " to \u201c" + name(entry.getKey(), report) + "\u201d"));
        for (RuleTrace.Cause cause : RuleTrace.Cause.values()) {
            withoutWinner(cause)
                    .filter(reason -> rule.causes().containsKey(cause))
                    .ifPresent(reason -> words.add(number(rule.causes().getOrDefault(cause, 0L)) + " " + reason));
        }
        return String.join(", ", words);
    }

    /// Why a rule does nothing though it matches and no other rule won.
    private static Optional<String> withoutWinner(RuleTrace.Cause cause) {
        return switch (cause) {
            case CAPPED -> Optional.of("capped");
            case REFUSED -> Optional.of("not agreed to personalisation");
            case HOLDOUT -> Optional.of("held out");
            case NO_CANDIDATES -> Optional.of("without candidates");
            case NONE, STATUS, SCHEDULE, SWITCHED_OFF, SEGMENT, CONTEXT, ROLLOUT -> Optional.empty();
            case EARLIER_RULE, PLACE_TAKEN, EXCLUDED, PINNED -> Optional.empty();
        };
    }

    private static String name(RuleId id, ReplayReport report) {
        return report.rules().stream()
                .filter(rule -> rule.rule().equals(id))
                .map(ReplayedRule::name)
                .findFirst()
                .orElse(id.value());
    }

    /// How much would have been otherwise, and what.
    public static List<String> difference(ReplayComparison comparison) {
        long decisions = comparison.before().decisions();
        if (comparison.decisions() == 0) {
            return List.of("No user would have seen anything else.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(Counted.of(comparison.users(), "user") + " ("
                + share(comparison.users(), comparison.before().users())
                + ") would have seen something else, in "
                + Counted.of(comparison.decisions(), "decision") + " (" + share(comparison.decisions(), decisions)
                + ").");
        comparison.byPart().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry ->
                        lines.add("  " + word(entry.getKey()) + ": " + Counted.of(entry.getValue(), "decision")));
        return lines;
    }

    private static String word(ReplayComparison.Part part) {
        return switch (part) {
            case MODEL -> "another model";
            case OFFER -> "another offer";
            case PINS -> "other pinned items";
            case SCORES -> "other scores";
            case EXCLUSIONS -> "other hidden items";
        };
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ENGLISH, "%.1f%%", 100.0 * part / whole);
    }
}

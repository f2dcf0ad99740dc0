package app.attune.segments.health;

import app.attune.core.Counted;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.compare.OverlapWords;
import app.attune.segments.health.HealthFinding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reasons and remedies in words.
final class HealthWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final double PERCENT = 100;

    private HealthWords() {}

    static Optional<HealthFinding> size(int users, int population) {
        double share = population == 0 ? 0 : (double) users / population;
        if (users < HealthLimits.FEWEST_USERS) {
            return Optional.of(new HealthFinding(Kind.TOO_SMALL, small(users), widen(users)));
        }
        if (share < HealthLimits.NARROWEST) {
            return Optional.of(new HealthFinding(
                    Kind.TOO_NARROW,
                    Counted.of(users, "user") + " are " + percent(share) + " of everybody, less than "
                            + percent(HealthLimits.NARROWEST) + ".",
                    "Loosen the row that leaves the fewest: the drop-off shows which."));
        }
        return share > HealthLimits.BROADEST
                ? Optional.of(new HealthFinding(
                        Kind.TOO_BROAD,
                        Counted.of(users, "user") + " are " + percent(share) + " of everybody, more than "
                                + percent(HealthLimits.BROADEST) + ".",
                        "Add a row that tells these users apart, or aim at everybody."))
                : Optional.empty();
    }

    private static String small(int users) {
        String how = users == 0
                ? "Nobody is in it"
                : users < HealthLimits.SMALLEST_CELL
                        ? "Fewer than " + HealthLimits.SMALLEST_CELL + " users are in it"
                        : "Only " + Counted.of(users, "user") + " are in it";
        return how + "; at least " + HealthLimits.FEWEST_USERS + " are needed to say anything of them.";
    }

    private static String widen(int users) {
        return users == 0
                ? "Look at the counts of the rows: one of them lets nobody pass."
                : "Loosen a row or take one away; figures of so few users are hidden or mean little.";
    }

    static HealthFinding unstable(int before, int now, int moved, int either) {
        return new HealthFinding(
                Kind.UNSTABLE,
                OverlapWords.number(moved) + " of the " + Counted.of(either, "user")
                        + " who were in it at either end of"
                        + " the last " + HealthLimits.PERIOD_DAYS + " days (" + OverlapWords.number(before)
                        + " then, " + OverlapWords.number(now) + " now) were not in it at both: "
                        + OverlapWords.percent(moved, either) + ", more than " + percent(HealthLimits.MOST_CHANGE)
                        + ".",
                "Use longer windows or lower limits, unless it is meant to catch a moment.");
    }

    static HealthFinding echo(SeenItems.Comparison seen) {
        return new HealthFinding(
                Kind.ECHO_CHAMBER,
                String.format(
                        Locale.ROOT,
                        "In the last %d days its users saw a variety of %.1f items (Shannon), equally many users chosen at"
                                + " random %.1f: less than %s of it. Gini %.2f against %.2f, n = %,d.",
                        HealthLimits.SEEN_DAYS,
                        seen.inside().effective(),
                        seen.random().effective(),
                        percent(HealthLimits.LEAST_VARIETY),
                        seen.inside().gini(),
                        seen.random().gini(),
                        seen.users()),
                "Show them something else now and then, and do not judge items by these users alone.");
    }

    static HealthFinding stale(SegmentDefinition segment, Instant changed) {
        long days = Duration.between(segment.savedAt(), changed).toDays();
        return new HealthFinding(
                Kind.STALE,
                "Nobody has saved it since " + DAY.format(segment.savedAt()) + ", and data was imported until "
                        + DAY.format(changed) + ", " + Counted.of(days, "day") + " later; more than "
                        + HealthLimits.STALE_DAYS + ". Who looks at it is not recorded.",
                "Look through its rows against the data of today; saving a note counts as having looked.");
    }

    static List<HealthFinding> purpose(SegmentAbout about) {
        List<HealthFinding> found = new ArrayList<>();
        if (about.goal().isEmpty()) {
            found.add(new HealthFinding(
                    Kind.NO_GOAL, "Nothing says what it is for.", "Write its goal in a sentence, with a key figure."));
        }
        if (about.owner().isEmpty()) {
            found.add(new HealthFinding(Kind.NO_OWNER, "Nobody answers for it.", "Name an owner."));
        }
        return found;
    }

    static HealthFinding unused() {
        return new HealthFinding(
                Kind.UNUSED,
                "No rule and no other segment uses it.",
                "Use it in a rule, or delete it: its versions stay.");
    }

    private static String percent(double share) {
        double percent = PERCENT * share;
        return String.format(Locale.ROOT, percent < 1 || percent % 1 != 0 ? "%.1f%%" : "%.0f%%", percent);
    }
}

package app.attune.segments;

import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Why one user is in or out, part by part.
///
/// @param path    positions of the parts from the top
/// @param matched whether this part holds
/// @param subject what was looked at: "view events in the last 7 days", "country", or the word of a group
/// @param actual  what was found: "2", "Germany", "-" when missing; for a group how many of its parts hold
/// @param needed  what was asked: "needs at least 3", or "must not be at least 1" below a "none of"
public record Explanation(
        List<Integer> path,
        Condition condition,
        boolean matched,
        String subject,
        String actual,
        String needed,
        List<Explanation> parts) {
    private static final String NOT_KNOWN = "not known yet";

    public Explanation {
        path = List.copyOf(path);
        parts = List.copyOf(parts);
    }

    /// For the user at `userIdx`.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public static Explanation of(Condition condition, Population population, Instant asOf, int userIdx) {
        ConditionCheck.require(condition, population);
        if (!population.isKnownAt(asOf, userIdx)) {
            return new Explanation(
                    List.of(),
                    condition,
                    false,
                    NOT_KNOWN,
                    "no event and no row about the user by then",
                    "",
                    List.of());
        }
        return new Explainer(population.asOf(asOf), asOf, userIdx)
                .explain(condition, new Place(List.of(), Sense.WANTED));
    }

    /// As in "view events in the last 7 days = 2, needs at least 3"; below a "none of" as in "purchase events = 5, must
    /// not be at least 1"; without a last event as in "has no purchase event; needs more than 90 days since the last
    /// one".
    public String text() {
        if (condition instanceof EventCondition row && lacksAnyEvent(row)) {
            return "has no " + EventWording.event(row) + "; " + needed + " days since the " + which(row.measure())
                    + " one";
        }
        return isRow() && !needed.isEmpty() ? subject + " = " + actual + ", " + needed : subject + ": " + actual;
    }

    /// What stands above the rows of a group, as in "NONE of: 0 of 2 match".
    public String heading() {
        String[] words = subject.split(" ", 2);
        return words[0].toUpperCase(Locale.ROOT) + " " + words[1] + ": " + actual;
    }

    /// Whether it is no group, or of a user of whom nothing is known yet.
    public boolean isRow() {
        return !Conditions.isGroup(condition) || subject.equals(NOT_KNOWN);
    }

    private boolean lacksAnyEvent(EventCondition row) {
        return !which(row.measure()).isEmpty()
                && actual.equals("-")
                && row.whenMissing() == WhenMissing.NO
                && !row.comparison().asksForMissing();
    }

    private static String which(Measure measure) {
        return measure instanceof Measure.DaysSinceLast
                ? "last"
                : measure instanceof Measure.DaysSinceFirst ? "first" : "";
    }

    /// The rows that decide: for a user who is in, those that put them in; for one who is out, those to blame.
    public List<Explanation> decisive() {
        return decisive(matched);
    }

    private List<Explanation> decisive(boolean wanted) {
        if (isRow()) {
            return matched == wanted ? List.of(this) : List.of();
        }
        boolean wantedOfParts = (condition instanceof NoneOf) != wanted;
        List<Explanation> rows = new ArrayList<>();
        parts.stream()
                .filter(part -> part.matched == wantedOfParts)
                .forEach(part -> rows.addAll(part.decisive(wantedOfParts)));
        return rows;
    }

    /// Whether a part is to hold or not to hold for the whole to hold: every "none of" around it turns that round.
    private enum Sense {
        WANTED,
        UNWANTED;

        Sense below(Condition group) {
            return group instanceof NoneOf ? other() : this;
        }

        private Sense other() {
            return this == WANTED ? UNWANTED : WANTED;
        }

        /// As in "needs at least 3" or "must not be at least 3".
        String words(Asked wanted) {
            Comparison comparison = wanted.comparison();
            String unknown = wanted.whenMissing() == WhenMissing.YES ? unknown() : "";
            return switch (comparison) {
                case IS_MISSING -> this == WANTED ? "needs no value" : "must have a value";
                case IS_PRESENT -> this == WANTED ? "needs any value" : "must have no value";
                case IS, IS_NOT, AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, BETWEEN, CONTAINS, STARTS_WITH ->
                    (this == WANTED ? "needs " : "must not be ") + asked(comparison, wanted.values()) + unknown;
            };
        }

        private String unknown() {
            return this == WANTED ? " or none known" : " nor unknown";
        }

        private static String asked(Comparison comparison, List<String> values) {
            return switch (comparison) {
                case IS -> Wording.values(comparison, values);
                case IS_NOT -> "anything but " + Wording.values(Comparison.IS, values);
                case IS_MISSING, IS_PRESENT -> "";
                case AT_LEAST, AT_MOST, MORE_THAN, BETWEEN -> Wording.amount(comparison, values);
                case LESS_THAN -> "less than " + Wording.values(comparison, values);
                case CONTAINS -> "a text containing " + Wording.values(comparison, values);
                case STARTS_WITH -> "a text starting with " + Wording.values(comparison, values);
            };
        }
    }

    private record Place(List<Integer> path, Sense sense) {
        Place child(Condition group, int position) {
            return new Place(Conditions.child(path, position), sense.below(group));
        }
    }

    private record Explainer(Population population, Instant asOf, int userIdx) {
        Explanation explain(Condition condition, Place place) {
            return switch (condition) {
                case AllOf group -> group(group, "all of", place);
                case AnyOf group -> group(group, "any of", place);
                case NoneOf group -> group(group, "none of", place);
                case MarkedCondition marked -> throw marked.unexpected();
                case AttributeCondition row -> attribute(row, place);
                case EventCondition row -> events(row, place);
                case UserCondition row -> person(row, place);
            };
        }

        private Explanation group(Condition group, String word, Place place) {
            List<Explanation> parts = new ArrayList<>();
            for (Condition part : Conditions.parts(group)) {
                parts.add(explain(part, place.child(group, parts.size())));
            }
            int held = (int) parts.stream().filter(Explanation::matched).count();
            boolean matched = switch (group) {
                case AllOf all -> held == parts.size();
                case AnyOf any -> held > 0;
                case NoneOf none -> held == 0;
                case MarkedCondition marked -> throw marked.unexpected();
                case AttributeCondition row -> throw new IllegalArgumentException("Not a group");
                case EventCondition row -> throw new IllegalArgumentException("Not a group");
                case UserCondition row -> throw new IllegalArgumentException("Not a group");
            };
            String found = held + " of " + parts.size() + " match";
            return new Explanation(place.path(), group, matched, word, found, word, parts);
        }

        private Explanation attribute(AttributeCondition row, Place place) {
            boolean matched = RowTest.of(row, population).test(userIdx);
            String shown = population
                    .attribute(row.attribute())
                    .filter(column -> !column.isMissing(userIdx))
                    .map(this::display)
                    .orElse("-");
            String needed = place.sense().words(row.asked());
            return new Explanation(place.path(), row, matched, row.attribute(), shown, needed, List.of());
        }

        private String display(Column column) {
            String text = column.shown(userIdx);
            return text.isEmpty() ? "\"\"" : text;
        }

        private Explanation person(UserCondition row, Place place) {
            boolean matched =
                    PersonTest.of(row, population, asOf, Progress.none()).test(userIdx);
            String needed = place.sense() == Sense.WANTED ? "needs yes" : "must be no";
            String found = matched ? "yes" : "no";
            return new Explanation(place.path(), row, matched, PersonWording.subject(row), found, needed, List.of());
        }

        private Explanation events(EventCondition row, Place place) {
            double measured = new EventMeter(population.events(), row, asOf).of(userIdx);
            boolean matched = TextMeter.test(population.events(), row).test(measured);
            String needed = place.sense().words(row.asked());
            String subject = ConditionSentence.measured(row);
            String shown = TextMeter.shown(population.events(), row, measured);
            return new Explanation(place.path(), row, matched, subject, shown, needed, List.of());
        }
    }
}

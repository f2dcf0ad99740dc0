package app.attune.segments;

import app.attune.events.Column;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Why one user is in or out, part by part.
///
/// @param path    positions of the parts from the top
/// @param matched whether this part holds
/// @param subject what was looked at: "view events in the last 7 days", "country", or the word of a group
/// @param actual  what was found: "2", "Germany", "-" when missing; for a group how many of its parts hold
/// @param needed  what was asked: "at least 3"
public record Explanation(
        List<Integer> path,
        Condition condition,
        boolean matched,
        String subject,
        String actual,
        String needed,
        List<Explanation> parts) {
    public Explanation {
        path = List.copyOf(path);
        parts = List.copyOf(parts);
    }

    /// For the user at `userIdx`.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public static Explanation of(Condition condition, Population population, Instant asOf, int userIdx) {
        ConditionCheck.require(condition, population);
        return new Explainer(population, asOf, userIdx).explain(condition, List.of());
    }

    /// As in "view events in the last 7 days = 2, needs at least 3".
    public String text() {
        return parts.isEmpty() && !Conditions.isGroup(condition)
                ? subject + " = " + actual + ", needs " + needed
                : subject + ": " + actual;
    }

    /// The rows, without the groups around them.
    public List<Explanation> rows() {
        if (!Conditions.isGroup(condition)) {
            return List.of(this);
        }
        List<Explanation> rows = new ArrayList<>();
        parts.forEach(part -> rows.addAll(part.rows()));
        return rows;
    }

    /// The rows that decide: for a user who is in, those that put them in; for one who is out, those to blame.
    public List<Explanation> decisive() {
        return decisive(matched);
    }

    private List<Explanation> decisive(boolean wanted) {
        if (!Conditions.isGroup(condition)) {
            return matched == wanted ? List.of(this) : List.of();
        }
        boolean wantedOfParts = (condition instanceof NoneOf) != wanted;
        List<Explanation> rows = new ArrayList<>();
        parts.stream()
                .filter(part -> part.matched == wantedOfParts)
                .forEach(part -> rows.addAll(part.decisive(wantedOfParts)));
        return rows;
    }

    private record Explainer(Population population, Instant asOf, int userIdx) {
        Explanation explain(Condition condition, List<Integer> path) {
            return switch (condition) {
                case AllOf group -> group(group, "all of", path);
                case AnyOf group -> group(group, "any of", path);
                case NoneOf group -> group(group, "none of", path);
                case AttributeCondition row -> attribute(row, path);
                case EventCondition row -> events(row, path);
            };
        }

        private Explanation group(Condition group, String word, List<Integer> path) {
            List<Explanation> parts = new ArrayList<>();
            for (Condition part : Conditions.parts(group)) {
                parts.add(explain(part, Conditions.child(path, parts.size())));
            }
            int held = (int) parts.stream().filter(Explanation::matched).count();
            boolean matched = switch (group) {
                case AllOf all -> held == parts.size();
                case AnyOf any -> held > 0;
                case NoneOf none -> held == 0;
                case AttributeCondition row -> throw new IllegalArgumentException("Not a group");
                case EventCondition row -> throw new IllegalArgumentException("Not a group");
            };
            return new Explanation(path, group, matched, word, held + " of " + parts.size() + " match", word, parts);
        }

        private Explanation attribute(AttributeCondition row, List<Integer> path) {
            boolean matched = RowTest.of(row, population).test(userIdx);
            String shown = population
                    .attribute(row.attribute())
                    .filter(column -> !column.isMissing(userIdx))
                    .map(this::display)
                    .orElse("-");
            return new Explanation(
                    path, row, matched, row.attribute(), shown, needed(row.comparison(), row.values()), List.of());
        }

        private String display(Column column) {
            String text = column.display(userIdx);
            return text.isEmpty() ? "\"\"" : text;
        }

        private Explanation events(EventCondition row, List<Integer> path) {
            double measured = new EventMeter(population.events(), row, asOf).of(userIdx);
            boolean matched = ColumnTest.number(row.comparison(), row.values()).test(measured);
            return new Explanation(
                    path,
                    row,
                    matched,
                    ConditionSentence.measured(row),
                    Wording.measured(measured),
                    needed(row.comparison(), row.values()),
                    List.of());
        }

        private static String needed(Comparison comparison, List<String> values) {
            return switch (comparison) {
                case IS -> Wording.values(comparison, values);
                case IS_NOT -> "anything but " + Wording.values(Comparison.IS, values);
                case IS_MISSING -> "no value";
                case IS_PRESENT -> "any value";
                case AT_LEAST, AT_MOST, MORE_THAN, BETWEEN -> Wording.amount(comparison, values);
                case LESS_THAN -> "less than " + Wording.values(comparison, values);
                case CONTAINS -> "a text containing " + Wording.values(comparison, values);
                case STARTS_WITH -> "a text starting with " + Wording.values(comparison, values);
            };
        }
    }
}

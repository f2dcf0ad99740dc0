package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.matrix.Witness.Fact;
import app.attune.segments.ConditionSentence;
import app.attune.segments.EventCondition;
import app.attune.segments.RankCondition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says in words what was chosen of a made-up user.
final class WitnessWords {
    private static final int DECIMALS = 6;
    private static final String TIME = "time";

    private WitnessWords() {}

    /// One for each subject.
    static List<Fact> facts(Map<Subject, Cell> values, MadeUser user, Schema schema) {
        List<EventCondition> rows = values.keySet().stream()
                .filter(subject -> subject instanceof Subject.Measured measured && measured.isNumber())
                .map(subject -> ((Subject.Measured) subject).row())
                .toList();
        Map<EventCondition, Double> measured = rows.isEmpty() ? Map.of() : new EventMaker(schema).measured(user, rows);
        List<Fact> facts = new ArrayList<>();
        values.forEach((subject, cell) -> facts.add(fact(subject, cell, user, measured)));
        return facts;
    }

    private static Fact fact(Subject subject, Cell cell, MadeUser user, Map<EventCondition, Double> measured) {
        return switch (subject) {
            case Subject.Attribute attribute -> new Fact(attribute.name(), value(cell));
            case Subject.Measured events ->
                new Fact(
                        ConditionSentence.measured(events.row()),
                        number(measured.getOrDefault(events.row(), Double.NaN)));
            case Subject.Person person -> new Fact("user id", user.id());
            case Subject.Bucket bucket -> new Fact("user id", user.id());
            case Subject.Consent consent -> new Fact("consent to " + consent.purpose(), value(cell));
            case Subject.Ranking ranking -> new Fact("rank by " + by(ranking.by()), value(cell));
            case Subject.Asked asked -> new Fact(part(asked), cell instanceof Cell.Missing ? "not given" : value(cell));
        };
    }

    private static String part(Subject.Asked asked) {
        return switch (asked.part()) {
            case PLACEMENT -> "placement";
            case DEVICE -> "device";
            case BASKET -> "basket";
            case TOTAL -> "basket total";
            case TIME -> TIME;
            case CAP -> "the cap of " + asked.rule();
        };
    }

    private static String by(RankCondition.Ranked by) {
        return switch (by) {
            case RankCondition.Ranked.Attribute one -> one.attribute();
            case RankCondition.Ranked.Events events -> ConditionSentence.measured(events.condition());
        };
    }

    private static String value(Cell cell) {
        return switch (cell) {
            case Cell.Missing missing -> "missing";
            case Cell.Text text -> "\u201c" + text.text() + "\u201d";
            case Cell.Numbers numbers -> number(numbers.pick());
            case Cell.Date date -> Instant.ofEpochMilli(date.millis()).toString();
            case Cell.Named named -> named.id();
            case Cell.SomebodyElse other -> "anybody else";
            case Cell.Agreed agreed -> agreed.agreed() ? "granted" : "denied";
            case Cell.Rank rank -> "above " + number(rank.below()) + " percent";
            case Cell.Basket basket -> items(basket);
            case Cell.Moment moment -> moment.at().toString();
            case Cell.Reached reached -> reached.reached() ? "reached" : "not reached";
        };
    }

    private static String items(Cell.Basket basket) {
        List<ItemId> items = basket.items().orElse(List.of());
        return items.isEmpty()
                ? "without such items"
                : items.stream().map(ItemId::value).collect(Collectors.joining(" and "));
    }

    /// When a real user is looked at.
    static Fact time(Instant at) {
        return new Fact(TIME, at.toString());
    }

    private static String number(double number) {
        return Double.isNaN(number)
                ? "missing"
                : BigDecimal.valueOf(number)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}

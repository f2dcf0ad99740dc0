package app.attune.decide;

import app.attune.core.Counted;
import app.attune.core.ItemId;
import app.attune.recommend.RecommenderNames;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says in words how a list came about, and why an item is not on it.
public final class StrategyWords {
    private static final int NAMED = 3;

    private final Strategy strategy;
    private final Function<ItemId, String> itemNames;
    private final Map<RuleId, String> ruleNames = new HashMap<>();

    /// @param itemNames what people call an item
    public StrategyWords(Explained explained, Function<ItemId, String> itemNames) {
        this.strategy = explained.strategy();
        this.itemNames = itemNames;
        List<RuleTrace> traces = explained.decision().rules();
        traces.forEach(trace -> ruleNames.put(trace.rule(), trace.name()));
    }

    /// What the stage did, as in "1 excluded by “No boots”"; empty if it did nothing.
    public String of(Stage stage) {
        List<String> parts = new ArrayList<>();
        switch (stage.name()) {
            case CANDIDATES -> strategy.models().forEach(asked -> parts.add(model(asked)));
            case RANKING -> add(parts, stage.changed(), "boosted or buried");
            case PINS -> {
                add(parts, stage.added(), "added by pins");
                add(parts, stage.changed(), "moved by pins");
            }
            case FILTERS, LIMITS, LIST -> {}
        }
        for (Stage.Cause cause : Stage.Cause.values()) {
            long count =
                    stage.dropped().stream().filter(one -> one.cause() == cause).count();
            add(parts, count, because(cause) + rules(stage, cause));
        }
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(String.format(Locale.ENGLISH, "%,d %s", count, what));
        }
    }

    private static String model(Strategy.Asked asked) {
        String name = RecommenderNames.of(asked.model());
        return switch (asked.answer()) {
            case GAVE -> name + " gives " + Counted.of(asked.items(), "candidate");
            case NO_CANDIDATES -> name + " has none";
            case NOT_TRAINED -> name + " is not trained";
        };
    }

    private static String because(Stage.Cause cause) {
        return switch (cause) {
            case SEEN -> "the user has already";
            case NOT_PROPOSED -> "without a score";
            case EXCLUDED -> "excluded";
            case LIMITED -> "held back by limits";
            case NO_PLACE -> "below the last place";
            case PIN_NO_PLACE -> "pinned below the last place";
        };
    }

    /// As in " by “No boots”, 2 by “No tents”".
    private String rules(Stage stage, Stage.Cause cause) {
        boolean named = cause == Stage.Cause.EXCLUDED || cause == Stage.Cause.PIN_NO_PLACE;
        Map<RuleId, Long> counts = stage.dropped().stream()
                .filter(one -> named && one.cause() == cause)
                .flatMap(one -> one.rule().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        if (counts.size() == 1) {
            return " by " + name(counts.keySet().iterator().next());
        }
        String most = counts.entrySet().stream()
                .sorted(Map.Entry.<RuleId, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(RuleId::value)))
                .limit(NAMED)
                .map(entry -> entry.getValue() + " by " + name(entry.getKey()))
                .collect(Collectors.joining(", "));
        return most.isEmpty() ? "" : ": " + most + (counts.size() > NAMED ? " and others" : "");
    }

    /// Why an item is on the list, or at which stage it ended and why.
    public String whyNot(ItemId item) {
        String name = itemNames.apply(item);
        String called = name.equals(item.value()) ? "Item " + name : name + " (" + item + ")";
        return called
                + switch (strategy.fate(item)) {
                    case ItemFate.Listed listed -> " is on the list, at place " + listed.place() + ".";
                    case ItemFate.Fell fell -> " ended at " + name(fell.stage()) + ": " + why(fell);
                    case ItemFate.Unknown ignored -> " is in no catalogue, model or rule here.";
                };
    }

    private String why(ItemFate.Fell fell) {
        Stage.Dropped dropped = fell.dropped();
        String rule = dropped.rule().map(this::name).orElse("");
        return switch (dropped.cause()) {
            case SEEN -> "the user has it already, and models do not recommend what is in the history.";
            case NOT_PROPOSED -> notProposed();
            case EXCLUDED -> "the rule " + rule + " excludes it. Before, it was " + ranked(fell) + ".";
            case LIMITED ->
                "it is " + ranked(fell) + ", and the list has the most that a limit allows: " + dropped.limit() + ".";
            case NO_PLACE ->
                "it is " + ranked(fell) + (rule.isEmpty() ? "" : " after the rule " + rule + " changed its score")
                        + ", and " + Counted.of(strategy.listed().size(), "place is", "places are")
                        + " filled without it.";
            case PIN_NO_PLACE -> "the rule " + rule + " pins it at a place that the list does not reach.";
        };
    }

    private String notProposed() {
        return strategy.source()
                .map(asked -> "the model " + RecommenderNames.of(asked.model()) + " has no score for it and this user.")
                .orElse("no model has anything for this user.");
    }

    private static String ranked(ItemFate.Fell fell) {
        OptionalInt rank = fell.dropped().rank();
        String score = String.format(
                Locale.ENGLISH, "with the score %.4g", fell.dropped().score());
        return rank.isEmpty()
                ? "without a rank"
                : String.format(Locale.ENGLISH, "ranked %,d of %,d ", rank.getAsInt(), fell.of()) + score;
    }

    /// As in "Candidates".
    public static String name(Stage.Name stage) {
        return switch (stage) {
            case CANDIDATES -> "Candidates";
            case FILTERS -> "Filters";
            case RANKING -> "Ranking";
            case PINS -> "Pins";
            case LIMITS -> "Limits";
            case LIST -> "List";
        };
    }

    private String name(RuleId rule) {
        return "\u201c" + ruleNames.getOrDefault(rule, rule.value()) + "\u201d";
    }
}

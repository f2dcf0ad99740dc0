package app.attune.recommend.ui;

import app.attune.core.Provenance;
import app.attune.recommend.Champion;
import app.attune.recommend.EvaluationRow;
import app.attune.recommend.FoundWeights;
import app.attune.recommend.ImportedFactors;
import app.attune.recommend.LeakageCheck;
import app.attune.recommend.Measure;
import app.attune.recommend.ModelCard;
import app.attune.recommend.SplitWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A model card as pairs of a name and a value, to be read top down.
final class CardLines {
    private static final int HASH_LETTERS = 16;

    /// One pair.
    record Line(String name, String value) {}

    private final Texts texts;
    private final List<Line> lines = new ArrayList<>();

    private CardLines(Texts texts) {
        this.texts = texts;
    }

    /// @param champions of all purposes
    static List<Line> of(ModelCard card, List<Champion> champions, Texts texts) {
        CardLines lines = new CardLines(texts);
        lines.add("card.standing", standing(card, champions, texts));
        lines.origin(card);
        lines.measured(card);
        lines.versions(card.provenance());
        return List.copyOf(lines.lines);
    }

    private static String standing(ModelCard card, List<Champion> champions, Texts texts) {
        List<String> standings = champions.stream()
                .filter(one -> one.model().equals(card.id()))
                .map(one -> texts.get("card.standing.champion", one.purpose(), Numbers.date(one.since())))
                .toList();
        return standings.isEmpty() ? texts.get("card.standing.challenger") : String.join("\n", standings);
    }

    private void origin(ModelCard card) {
        Provenance provenance = card.provenance();
        add("card.trained", Numbers.dateTime(Instant.parse(provenance.madeAt())));
        add(
                "card.window",
                Numbers.date(provenance.window().from())
                        + texts.get("card.to")
                        + Numbers.date(provenance.window().to().minusMillis(1)));
        add(
                "card.size",
                texts.get(
                        "card.size.value",
                        Numbers.count(provenance.rows()),
                        Numbers.count(card.size().users()),
                        Numbers.count(card.size().items())));
        learned(card);
        add("card.seed", Long.toString(provenance.seed()));
        add("card.hash", shortened(provenance.dataHash()));
    }

    private void learned(ModelCard card) {
        add(
                "card.types",
                card.interactions().weights().entrySet().stream()
                        .map(entry -> entry.getKey() + " × " + plain(entry.getValue()))
                        .collect(Collectors.joining(", ")));
        add("card.repeats", texts.get("repeats." + card.interactions().repeats().name()));
        OptionalDouble halfLife = card.interactions().decay().halfLifeDays();
        add(
                "card.decay",
                halfLife.isPresent()
                        ? texts.get("card.decay.value", plain(halfLife.getAsDouble()))
                        : texts.get("card.decay.none"));
        add("card.options", options(card));
    }

    private void measured(ModelCard card) {
        var split = card.evaluation().split();
        add(
                "card.split",
                texts.get(
                        "card.split.value",
                        Numbers.dateTime(split.leakage().lastTrain()),
                        Numbers.dateTime(split.leakage().firstTest()),
                        Numbers.count(split.testUsers())));
        add("card.leakage", leakage(card));
        SplitWords.core(split).forEach(sentence -> add("card.core", sentence));
        add("card.consent", texts.get("card.consent.value", Numbers.count(split.usersWithoutConsent())));
        add("card.more", more(card.result()));
        if (!card.result().more().kinds().isEmpty()) {
            add("card.more.kinds", card.result().more().kinds());
        }
        if (!card.kind().equals(ImportedFactors.KIND)) {
            add("card.seconds", BoardTable.seconds(card.result().trainSeconds()));
        }
    }

    private String leakage(ModelCard card) {
        if (card.kind().equals(ImportedFactors.KIND)) {
            return texts.get("card.leakage.elsewhere");
        }
        LeakageCheck check = card.evaluation().split().leakage();
        return check.passes()
                ? texts.get("card.leakage.none")
                : texts.get("card.leakage.found", Numbers.count(check.trainAfterSplit()));
    }

    private String more(EvaluationRow row) {
        List<String> found = new ArrayList<>();
        found.add(
                measure("ndcg20", BeyondTable.metric(row.ndcg20()), row.ndcg20().n()));
        for (Measure one : Measure.values()) {
            row.more()
                    .of(one)
                    .ifPresent(mean -> found.add(measure(
                            one.code(),
                            one == Measure.POPULARITY ? BeyondTable.percent(mean) : BeyondTable.metric(mean),
                            mean.n())));
        }
        row.more().gini10().ifPresent(gini -> found.add(texts.get("card.more.gini", Numbers.metric(gini))));
        if (row.more().means().isEmpty()) {
            found.add(texts.get("card.more.none"));
        }
        return String.join("\n", found);
    }

    private String measure(String code, String value, int n) {
        return texts.get("card.more.line", texts.get("board." + code), value, Numbers.count(n));
    }

    private void versions(Provenance provenance) {
        Map<String, String> software = provenance.software();
        add(
                "card.software",
                "Attune " + software.getOrDefault("attune", Numbers.NONE) + ", Java "
                        + software.getOrDefault("java", Numbers.NONE) + ", " + software.getOrDefault("os", Numbers.NONE)
                        + " " + software.getOrDefault("arch", ""));
    }

    private void add(String key, String value) {
        lines.add(new Line(texts.get(key), value));
    }

    private String options(ModelCard card) {
        Map<String, String> options = new TreeMap<>(card.result().options());
        FoundWeights.of(card).ifPresent(weights -> options.put(FoundWeights.NAME, weights));
        return options.entrySet().stream()
                .map(entry -> SettingWords.value(texts, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String shortened(String hash) {
        return hash.length() <= HASH_LETTERS ? hash : hash.substring(0, HASH_LETTERS) + "…";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}

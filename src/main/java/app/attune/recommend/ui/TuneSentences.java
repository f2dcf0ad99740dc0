package app.attune.recommend.ui;

import app.attune.recommend.tune.Axis;
import app.attune.recommend.tune.Importance;
import app.attune.recommend.tune.Ladder;
import app.attune.recommend.tune.Search;
import app.attune.recommend.tune.SearchPlan;
import app.attune.recommend.tune.Strategy;
import app.attune.recommend.tune.TestLook;
import app.attune.recommend.tune.Trial;
import app.attune.stats.Interval;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a search found and how far it can be trusted, in sentences.
record TuneSentences(Search search, Texts texts) {
    /// What is searched and on what trials are judged.
    String ground() {
        SearchPlan plan = search.request().plan();
        String searched = plan.space().axes().stream()
                .map(Axis::name)
                .map(name -> texts.get("setting." + name))
                .collect(Collectors.joining(", "));
        return texts.get(
                "tune.ground",
                texts.get("tune.strategy." + plan.strategy().name()),
                searched,
                Numbers.count(search.ground().validation().testUsers()),
                Numbers.dateTime(search.ground().validation().leakage().firstTest()),
                Numbers.dateTime(search.ground().testFrom()));
    }

    /// The winner, what it is worth, and what is not known.
    List<String> result() {
        List<String> sentences = new ArrayList<>();
        search.best().ifPresent(best -> {
            sentences.add(texts.get(
                    "tune.best", best.number(), search.trials().size(), measure(), words(best.score()), usual(best)));
            sentences.add(search.look().map(this::looked).orElseGet(() -> notLooked(best)));
        });
        if (search.failed() > 0) {
            sentences.add(texts.get("tune.failed", search.failed()));
        }
        return sentences;
    }

    private String usual(Trial best) {
        return search.usual()
                .map(usual -> usual.equals(best)
                        ? texts.get("tune.usual.best")
                        : texts.get("tune.usual", words(usual.score())))
                .orElse("");
    }

    private String looked(TestLook look) {
        return texts.get(
                "tune.test",
                search.looks().size(),
                measure(),
                words(Optional.of(look.score())),
                words(Optional.of(look.popularity())),
                search.trials().size());
    }

    private String notLooked(Trial best) {
        return texts.get(best.isWhole() ? "tune.test.stopped" : "tune.test.some");
    }

    /// Why there are no importances; empty if there are.
    String noImportance() {
        return Importance.of(search).isEmpty() ? texts.get("tune.importance.few", Importance.LEAST_TRIALS) : "";
    }

    private String measure() {
        return search.request().by().title();
    }

    static String words(Optional<Interval> score) {
        return score.map(BeyondTable::metric).orElse(Numbers.NONE);
    }

    /// What a way to search does; of halving how many settings learn from how many users.
    static String hint(Texts texts, Strategy strategy, int trials) {
        return strategy == Strategy.HALVING
                ? texts.get("tune.hint.HALVING", Ladder.of(Math.max(1, trials)).words())
                : texts.get("tune.hint." + strategy.name());
    }
}

package app.attune.recommend.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Criterion;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.Shop;
import app.attune.recommend.tune.Course;
import app.attune.recommend.tune.Search;
import app.attune.recommend.tune.Strategy;
import app.attune.recommend.tune.Trial;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TuneViewModelTest {
    private final Texts texts = Texts.of("recommend");
    private final Bench bench = Bench.ofTastes();
    private final ModelsViewModel models = new ModelsViewModel(bench.context(Tasks.direct()), texts);
    private final TuneViewModel model = new TuneViewModel(bench.context(Tasks.direct()), models.form(), texts);

    TuneViewModelTest() {
        models.load();
        model.open();
    }

    private Search search() {
        return model.searchProperty().get().orElseThrow();
    }

    @Test
    void aSearchTriesWhatIsAskedAndSaysWhatItIsWorth() {
        model.trialsProperty().set("4");
        model.strategyProperty().set(Strategy.RANDOM);
        model.criterionProperty().set(Criterion.RECALL_10);
        model.start();
        assertEquals(4, search().trials().size());
        assertEquals(Optional.empty(), model.runningProperty().get());
        TuneSentences said = new TuneSentences(search(), texts);
        assertTrue(
                said.ground().startsWith("At random over: Neighbours per item, Shrinkage, Weighting."), said.ground());
        assertTrue(said.result().getFirst().matches("Best on the validation users: trial [1-4] of 4, Recall@10 .*"));
        assertTrue(
                said.result().get(1).startsWith("On the test users (read once): Recall@10 "), said.result()::toString);
        assertEquals(
                "Which settings matter: too few trials to say (below 20 with a score on one budget).",
                said.noImportance());
    }

    @Test
    void moreTrialsGoOnWithTheSearchThatIsShown() {
        model.trialsProperty().set("3");
        model.start();
        List<Trial> few = search().trials();
        assertFalse(model.canResume());
        model.trialsProperty().set("5");
        assertTrue(model.canResume());
        model.resume();
        assertEquals(5, search().trials().size());
        assertEquals(few, search().trials().subList(0, 3));
        assertEquals(1, bench.tuning.list().size());
    }

    @Test
    void aSearchThatWasStoppedGoesOn() {
        model.trialsProperty().set("4");
        model.start();
        List<Trial> whole = search().trials();
        WatchedProgress stopping = new WatchedProgress();
        Course course = Course.whole().telling(now -> {
            if (now.trials().size() == 2) {
                stopping.cancel();
            }
        });
        bench.tuning.start(Shop.withTastes(400, 15, 9), search().request(), course, stopping);
        model.open();
        assertEquals(whole.subList(0, 2), search().trials());
        assertEquals(
                "Not measured on the test users, since the search is not at its end; its score looks better than it is.",
                new TuneSentences(search(), texts).result().get(1));
        model.resume();
        assertEquals(whole, search().trials());
    }

    @Test
    void theNewestSearchOfTheAlgorithmIsShownAgain() {
        model.trialsProperty().set("2");
        model.start();
        Search found = search();
        model.algorithmProperty().set(Algorithm.POPULARITY);
        assertEquals(Optional.empty(), model.searchProperty().get());
        model.algorithmProperty().set(Algorithm.ITEM_KNN);
        assertEquals(found, search());
    }

    @Test
    void settingsOfTheBestOrOfTheRowFillTheForm() {
        assertEquals(Optional.empty(), model.settings());
        model.trialsProperty().set("3");
        model.start();
        assertEquals(search().best().map(Trial::options), model.settings());
        Trial second = search().trials().get(1);
        model.chosenProperty().set(Optional.of(second));
        RecommenderOptions chosen = model.settings().orElseThrow();
        assertEquals(second.options(), chosen);
        models.form().fill(chosen);
        assertEquals(chosen, models.form().request().orElseThrow().recommender());
    }

    @Test
    void tinyNumbersAreTypedInFull() {
        RecommenderOptions tiny = Algorithm.IALS.usual().with("lambda", 3.12e-5);
        models.form().fill(tiny);
        assertEquals("0.0000312", models.form().valueProperty("lambda").get());
        assertEquals(tiny, models.form().request().orElseThrow().recommender());
    }

    @Test
    void whatIsTypedIsChecked() {
        assertEquals("", model.problemProperty().get());
        model.trialsProperty().set("0");
        assertEquals(
                "Trials: type a whole number from 1 to 10,000.",
                model.problemProperty().get());
        model.start();
        assertEquals(Optional.empty(), model.searchProperty().get());
        model.trialsProperty().set("5");
        model.minutesProperty().set("soon");
        assertEquals(
                "Minutes: type a number above 0, up to 10,000, or leave it empty.",
                model.problemProperty().get());
        model.minutesProperty().set("0.5");
        assertEquals("", model.problemProperty().get());
        models.form().types().forEach(type -> type.countedProperty().set(false));
        assertEquals("Choose at least one event type.", model.problemProperty().get());
    }

    @Test
    void aSearchThatCannotBeDoneIsAProblemOfThePage() {
        models.form().trainPercentProperty().set(1);
        model.start();
        assertEquals(
                List.of("tune.too-few-users"),
                model.problems().stream().map(Problem::code).toList());
        assertEquals(Optional.empty(), model.runningProperty().get());
    }

    @Test
    void halvingSaysHowManySettingsLearnFromHowManyUsers() {
        assertEquals(
                "Settings learn from few users first, and the best third goes on: 9 on 11 %, 3 on 33 %, 1 on 100 % of the"
                        + " users.",
                TuneSentences.hint(texts, Strategy.HALVING, 9));
    }
}

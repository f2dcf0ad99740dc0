package app.attune.recommend.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Decay;
import app.attune.recommend.EvaluationRow;
import app.attune.recommend.GroupResults;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.Repeats;
import app.attune.recommend.Shop;
import app.attune.recommend.SplitPreview;
import app.attune.recommend.TrainingRequest;
import app.attune.recommend.ui.ModelsViewModel.Stage;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

final class ModelsViewModelTest {
    private final Texts texts = Texts.of("recommend");

    private ModelsViewModel open(Bench bench) {
        ModelsViewModel model = new ModelsViewModel(bench.context(Tasks.direct()), texts);
        model.load();
        return model;
    }

    @Test
    void emptyDataAsksForAnImportAndOtherDataForAModel() {
        assertEquals(
                Stage.NO_EVENTS, open(Bench.withoutEvents()).stageProperty().get());
        assertEquals(Stage.NO_MODEL, open(Bench.ofTastes()).stageProperty().get());
    }

    @Test
    void baselineIsTrainedComparedAndSelected() {
        ModelsViewModel model = open(Bench.ofTastes());
        model.trainBaseline();
        assertEquals(Stage.MODELS, model.stageProperty().get());
        assertEquals(Optional.of(new ModelId("item-knn", 1)), model.card().map(ModelCard::id));
        assertFalse(model.busyProperty().get());
        assertEquals("Item-kNN 1 is trained and compared.", model.newsProperty().get());
        List<String> names = BoardRow.of(model.boardProperty().get().orElseThrow()).stream()
                .map(BoardRow::result)
                .map(EvaluationRow::name)
                .toList();
        assertEquals(List.of("item-knn-1", "Popularity", "Random"), names);
    }

    @Test
    void modelsAreComparedForNewAndKnownUsersAndForTheSegmentChosen() {
        ModelsViewModel model = open(Bench.ofTastes());
        model.trainBaseline();
        GroupsViewModel groups = model.groups();
        assertEquals(
                "items in training",
                groups.resultsProperty().get().orElseThrow().by());
        assertEquals(
                List.of("new and known users", "segment Few"),
                groups.choices().stream().map(GroupsViewModel.Choice::title).toList());
        groups.chosenProperty().set(groups.choices().get(1));
        groups.load();
        GroupResults.Row few =
                groups.resultsProperty().get().orElseThrow().rows().getFirst();
        assertEquals("in Few", few.group());
        assertEquals(GroupResults.Standing.NOT_ENOUGH_DATA, few.standing());
    }

    @Test
    void aSegmentIsAskedAsItIsNowAndOneThatIsGoneIsNotChosenAnyMore() {
        Bench bench = Bench.ofTastes();
        ModelsViewModel model = open(bench);
        model.trainBaseline();
        GroupsViewModel groups = model.groups();
        groups.chosenProperty().set(groups.choices().get(1));
        groups.load();
        bench.segments.put("Few", (population, asOf, progress) -> RoaringBitmap.bitmapOfRange(0, population.size()));
        groups.load();
        GroupResults edited = groups.resultsProperty().get().orElseThrow();
        assertTrue(edited.rows().getFirst().users() > 300, edited.toString());
        bench.segments.clear();
        groups.load();
        assertEquals(
                "items in training",
                groups.resultsProperty().get().orElseThrow().by());
        assertEquals(List.of(groups.chosenProperty().get()), groups.choices());
        assertEquals("new and known users", groups.chosenProperty().get().title());
    }

    @Test
    void otherDataThanMeasuredIsSaidBesideTheGroups() {
        AtomicReference<Population> people = new AtomicReference<>(Shop.withTastes(400, 15, 9));
        ModelsViewModel model = open(new Bench(progress -> Objects.requireNonNull(people.get())));
        model.trainBaseline();
        people.set(Shop.withTastes(400, 15, 8));
        model.load();
        assertTrue(model.groups().resultsProperty().get().isEmpty());
        assertTrue(model.groups().problemProperty().get().startsWith("The data has changed since Item-kNN 1"));
        assertTrue(model.problems().isEmpty());
    }

    @Test
    void verdictSaysWhoIsBetterAndWhoIsNotDistinguishable() {
        ModelsViewModel model = open(Bench.ofTastes());
        model.trainBaseline();
        model.trainBaseline();
        List<String> sentences =
                Verdict.sentences(model.boardProperty().get().orElseThrow().evaluation(), texts);
        assertEquals(2, sentences.size());
        assertTrue(
                sentences.stream().anyMatch(one -> one.matches("Item-kNN \\d is better than popularity by 0\\..*")),
                sentences.toString());
        assertTrue(sentences.stream().anyMatch(one -> one.contains("are not distinguishable")), sentences.toString());
    }

    @Test
    void formTrainsWhatItSays() {
        ModelsViewModel model = open(Bench.ofTastes());
        TrainingFormModel form = model.form();
        form.algorithmProperty().set(Algorithm.POPULARITY);
        form.valueProperty("count").set("EVENTS");
        form.repeatsProperty().set(Repeats.SUMMED);
        form.trainPercentProperty().set(60);
        form.types().getFirst().weightProperty().set("2.5");
        form.halfLifeProperty().set("14");
        model.train();
        ModelCard card = model.card().orElseThrow();
        assertEquals("popularity-1", card.id().toString());
        assertEquals("EVENTS", card.provenance().options().get("count"));
        assertEquals(2.5, card.interactions().weights().get("purchase"));
        assertEquals(Repeats.SUMMED, card.interactions().repeats());
        assertEquals(Decay.halfLife(14), card.interactions().decay());
        assertEquals(3600, card.evaluation().split().trainEvents());
    }

    @Test
    void formNamesWhatKeepsItFromTraining() {
        ModelsViewModel model = open(Bench.ofTastes());
        TrainingFormModel form = model.form();
        assertEquals("", form.problemProperty().get());
        for (String halfLife : List.of("0", "-3", "long", "40000")) {
            form.halfLifeProperty().set(halfLife);
            assertEquals(
                    "The half-life must be empty or a number of days from 0.01 to 36,500.",
                    form.problemProperty().get());
        }
        form.halfLifeProperty().set(" ");
        assertEquals("", form.problemProperty().get());
        form.valueProperty("neighbours").set("2.5");
        assertEquals(
                "Neighbours per item: type a whole number from 1 to 1,000.",
                form.problemProperty().get());
        form.valueProperty("neighbours").set("20");
        form.valueProperty("shrink").set("-1");
        assertTrue(form.problemProperty().get().startsWith("Shrink"));
        form.valueProperty("shrink").set("0");
        form.types().getFirst().weightProperty().set("much");
        assertTrue(form.problemProperty().get().contains("purchase"));
        form.types().getFirst().countedProperty().set(false);
        assertEquals("Choose at least one event type.", form.problemProperty().get());
        model.train();
        assertEquals(Stage.NO_MODEL, model.stageProperty().get());
    }

    @Test
    void previewOfTheSplitFollowsTheShare() {
        ModelsViewModel model = open(Bench.ofTastes());
        model.form().refreshPreview();
        SplitPreview before = model.form().previewProperty().get().orElseThrow();
        assertTrue(before.facts().leakage().passes());
        assertEquals(6000, before.buckets().stream().mapToInt(Integer::intValue).sum());
        model.form().trainPercentProperty().set(50);
        SplitPreview after = model.form().previewProperty().get().orElseThrow();
        assertEquals(3000, after.facts().trainEvents());
        assertTrue(after.splitShare() < before.splitShare());
    }

    @Test
    void tooLittleDataIsAProblemAndNothingIsKept() {
        ModelsViewModel model = open(new Bench(Shop.tiny()));
        model.trainBaseline();
        assertEquals("recommend.too-few-test-users", model.problems().getFirst().code());
        assertEquals(Stage.NO_MODEL, model.stageProperty().get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void deletedModelLeavesTheBoard() {
        ModelsViewModel model = open(Bench.ofTastes());
        model.trainBaseline();
        model.delete(model.card().orElseThrow().id());
        assertEquals(Stage.NO_MODEL, model.stageProperty().get());
        assertTrue(model.card().isEmpty());
    }

    @Test
    void aModelOfFactorsIsWrittenAsOnnxAndAFullFolderIsToldPlainly(@TempDir Path folder) {
        Bench bench = Bench.ofTastes();
        var options = Algorithm.BPR.usual().with("factors", 3).with("epochs", 1);
        Population population = Shop.withTastes(400, 15, 9);
        bench.service.train(population, TrainingRequest.of(options, Shop.PURCHASES), Progress.none());
        ModelsViewModel model = open(bench);
        model.writeOnnx(model.card().orElseThrow(), folder.resolve("onnx"));
        assertEquals(List.of(), model.problems());
        assertTrue(
                model.newsProperty().get().startsWith("Wrote bpr-1 as ONNX with 400 users"), model.newsProperty()::get);
        assertTrue(Files.exists(folder.resolve("onnx/bpr-1.onnx")));
        model.writeOnnx(model.card().orElseThrow(), folder.resolve("onnx"));
        assertEquals("data.not-empty", model.problems().getFirst().code());
    }

    @Test
    void cardTellsWhereTheModelComesFrom() {
        ModelsViewModel model = open(Bench.ofTastes());
        model.trainBaseline();
        List<CardLines.Line> lines = CardLines.of(model.card().orElseThrow(), List.of(), texts);
        assertTrue(lines.contains(new CardLines.Line("Seed", "1")));
        assertTrue(lines.contains(new CardLines.Line("Trained at", "21 Nov 2026, 00:00")));
        assertTrue(lines.contains(new CardLines.Line("Event types", "purchase × 3")));
        assertTrue(lines.stream().anyMatch(line -> line.value().contains("6,000 interactions of 400 users")));
    }

    @Test
    void cardTellsTheWeightsThatTrainingFound() {
        TrainingRequest request = TrainingRequest.of(Algorithm.HYBRID.usual(), Shop.PURCHASES);
        ModelCard card = Bench.ofTastes().service.train(Shop.withTastes(300, 14, 5), request, Progress.none());
        assertTrue(
                CardLines.of(card, List.of(), texts).stream()
                        .anyMatch(line -> line.value().contains("Weights found: Item-kNN ")),
                CardLines.of(card, List.of(), texts)::toString);
    }
}

package app.attune.recommend.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Champion;
import app.attune.recommend.ComplementModel;
import app.attune.recommend.Decay;
import app.attune.recommend.HistoryItem;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.Measure;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.MoreMeasures;
import app.attune.recommend.RecommendService;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.Registry;
import app.attune.recommend.TrainingRequest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2ModelStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    private static final TrainingRequest KNN = TrainingRequest.of(
            Algorithm.ITEM_KNN.usual().with("neighbours", 5).with("shrink", 1.5),
            InteractionOptions.once(Map.of("purchase", 1.0)));

    @TempDir
    private Path models = Path.of("");

    private final Database database = Database.inMemory("models");

    @BeforeEach
    void migrate() {
        Migrations.bundled().apply(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private RecommendService service(Path folder) {
        return new RecommendService(new H2ModelStore(database, folder), CLOCK);
    }

    private static Population population() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 0; user < 60; user++) {
            for (int step = 0; step < 8; step++) {
                Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * (step * 60 + user));
                builder.event("u" + user, time, "purchase", "i" + (user * 7 + step * step) % 23, Double.NaN);
            }
        }
        EventFrame frame = builder.build();
        return Population.agreeing(frame, ColumnTable.empty(frame.userCount()), frame.dataHash());
    }

    @Test
    void savedModelComesBackEqual() {
        RecommendService service = service(models);
        ModelCard saved = service.train(population(), KNN, Progress.none());
        assertEquals(List.of(saved), service.list());
        assertEquals(saved, service.card(saved.id()).orElseThrow());
        List<HistoryItem> history = List.of(new HistoryItem(new ItemId("i3"), 1));
        var loaded = service.model(saved.id());
        assertEquals(saved.provenance(), loaded.provenance());
        assertEquals(3, loaded.recommend(history, 3, Set.of()).size());
    }

    @Test
    void aPurposeHasOneChampionUntilItIsReleasedOrItsModelDeleted() {
        RecommendService service = service(models);
        ModelId first = service.train(population(), KNN, Progress.none()).id();
        ModelId second = service.train(population(), KNN, Progress.none()).id();
        Registry registry = service.registry();
        registry.crown("home", first);
        registry.crown("default", first);
        Champion home = registry.crown("home", second);
        assertEquals(home, service(models).registry().champion("home").orElseThrow());
        assertEquals(2, registry.champions().size());
        registry.release("default");
        assertTrue(registry.champion("default").isEmpty());
        service.delete(second);
        assertEquals(List.of(), registry.champions());
        assertThrows(ProblemException.class, () -> registry.crown("home", second));
        assertThrows(ProblemException.class, () -> registry.crown("Home page", first));
    }

    @Test
    void howTheInteractionsWerePartedIsKeptInTheCard() {
        RecommendService service = service(models);
        ModelCard saved = service.train(population(), KNN.withCore(3), Progress.none());
        assertEquals(saved, service.card(saved.id()).orElseThrow());
        assertEquals(3, saved.evaluation().split().details().core().least());
    }

    @Test
    void aHalfLifeIsKeptInTheCard() {
        RecommendService service = service(models);
        TrainingRequest decayed = new TrainingRequest(
                KNN.recommender(), KNN.interactions().with(Decay.halfLife(7.5)), KNN.split(), KNN.seed());
        ModelCard saved = service.train(population(), decayed, Progress.none());
        assertEquals(
                Decay.halfLife(7.5),
                service.card(saved.id()).orElseThrow().interactions().decay());
        assertEquals("7.5", saved.provenance().options().get("half-life.days"));
    }

    @Test
    void aCardOfAnEarlierVersionSaysWhatWasNotMeasured() {
        RecommendService service = service(models);
        ModelCard saved = service.train(population(), KNN, Progress.none());
        assertTrue(saved.result().more().of(Measure.NOVELTY).isPresent());
        database.execute(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT card FROM model")) {
                row.next();
                ObjectNode card = (ObjectNode) Json.read(row.getString(1), "card");
                card.path("evaluation")
                        .path("rows")
                        .forEach(one -> ((ObjectNode) one).remove(List.of("measures", "gini10", "kinds")));
                try (var update = connection.prepareStatement("UPDATE model SET card = ?")) {
                    update.setString(1, Json.write(card));
                    update.executeUpdate();
                }
            }
        });
        ModelCard older = service.card(saved.id()).orElseThrow();
        assertEquals(MoreMeasures.NONE, older.result().more());
        assertEquals(saved.result().ndcg10(), older.result().ndcg10());
    }

    @Test
    void complementsComeBackWithTheirBaskets() {
        RecommendService service = service(models);
        RecommenderOptions pairs =
                Algorithm.COMPLEMENTS.usual().with("min-support", 1).with("basket", "day");
        ModelCard saved = service.train(population(), TrainingRequest.of(pairs, KNN.interactions()), Progress.none());
        ComplementModel model = (ComplementModel) service.model(saved.id());
        List<HistoryItem> history = List.of(new HistoryItem(model.items().getFirst(), 1));
        assertTrue(model.recommend(history, 3, Set.of()).stream()
                .allMatch(one -> one.evidence().getFirst().together().isPresent()));
        assertTrue(model.baskets() > 60);
    }

    @Test
    void numbersCountUpPerKindAndTheNewestComesFirst() {
        RecommendService service = service(models);
        service.train(population(), KNN, Progress.none());
        service.train(
                population(), TrainingRequest.of(Algorithm.POPULARITY.usual(), KNN.interactions()), Progress.none());
        ModelCard third = service.train(population(), KNN, Progress.none());
        assertEquals(
                List.of("item-knn-2", "popularity-1", "item-knn-1"),
                service.list().stream().map(card -> card.id().toString()).toList());
        service.delete(third.id());
        ModelCard fourth = service.train(population(), KNN, Progress.none());
        assertEquals("item-knn-3", fourth.id().toString(), "a deleted model's name is not used again");
        assertEquals(4, service.leaderboard().orElseThrow().evaluation().rows().size() - 1);
    }

    @Test
    void aStoreRestoredFromBeforeAModelLeavesItsFilesAlone() throws IOException {
        service(models).train(population(), KNN, Progress.none());
        Files.createDirectories(models.resolve("item-knn-7"));
        Files.writeString(models.resolve("item-knn-7").resolve("model.json"), "of later");
        Files.createDirectories(models.resolve("popularity-9"));
        ModelCard next = service(models).train(population(), KNN, Progress.none());
        assertEquals("item-knn-8", next.id().toString());
        assertEquals("of later", Files.readString(models.resolve("item-knn-7").resolve("model.json")));
    }

    @Test
    void sameDataOptionsAndSeedGiveTheSameBytes() throws IOException {
        Path first = models.resolve("first");
        Path second = models.resolve("second");
        service(first).train(population(), KNN, Progress.none());
        RecommendService again = service(second);
        again.train(population(), KNN, Progress.none());
        assertEquals(contents(first.resolve("item-knn-1")), contents(second.resolve("item-knn-2")));
    }

    private static Map<String, List<Byte>> contents(Path folder) throws IOException {
        Map<String, List<Byte>> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                java.util.ArrayList<Byte> bytes = new java.util.ArrayList<>();
                for (byte one : Files.readAllBytes(file)) {
                    bytes.add(one);
                }
                contents.put(file.getFileName().toString(), bytes);
            }
        }
        assertTrue(contents.size() >= 4, contents.keySet().toString());
        return contents;
    }

    @Test
    void changedTableIsFoundAndNamed() throws IOException {
        RecommendService service = service(models);
        ModelId id = service.train(population(), KNN, Progress.none()).id();
        Path table = models.resolve(id.toString()).resolve("neighbours.similarities.bin");
        byte[] bytes = Files.readAllBytes(table);
        bytes[3] ^= 1;
        Files.write(table, bytes);
        ProblemException problem = assertThrows(ProblemException.class, () -> service.model(id));
        assertEquals("model.damaged", problem.problem().code());
        assertTrue(problem.problem().message().contains("neighbours.similarities"));
    }

    @Test
    void missingFileIsAProblemAndNoCrash() throws IOException {
        RecommendService service = service(models);
        ModelId id = service.train(population(), KNN, Progress.none()).id();
        Files.delete(models.resolve(id.toString()).resolve("model.json"));
        assertEquals(
                "model.unreadable",
                assertThrows(ProblemException.class, () -> service.model(id))
                        .problem()
                        .code());
    }

    @Test
    void folderWithoutARowIsLeftAloneAndNoDraftStays() throws IOException {
        Files.createDirectories(models.resolve("item-knn-1"));
        Files.writeString(models.resolve("item-knn-1").resolve("left-over"), "of a crash or a later model");
        RecommendService service = service(models);
        service.train(population(), KNN, Progress.none());
        try (Stream<Path> folders = Files.list(models)) {
            assertArrayEquals(
                    new String[] {"item-knn-1", "item-knn-2"},
                    folders.map(path -> path.getFileName().toString()).sorted().toArray());
        }
        assertTrue(Files.exists(models.resolve("item-knn-1").resolve("left-over")));
    }
}

package app.attune.recommend.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.FactorModel;
import app.attune.recommend.FakeModelStore;
import app.attune.recommend.Histories;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.ModelId;
import app.attune.recommend.RecommendService;
import app.attune.recommend.RecommendService.Imported;
import app.attune.recommend.Recommendation;
import app.attune.recommend.Shop;
import app.attune.recommend.SparkEquation;
import app.attune.recommend.SparkEquation.Feedback;
import app.attune.recommend.TrainingRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders that Spark 4.1.0 wrote (`src/prove/peers`, AlsFolder), with what it was trained on and what it recommends.
final class SparkImportTest {
    private static final SparkImport.Ids SAME = new SparkImport.Ids(IdMap.same(), IdMap.same());
    private static final InteractionOptions RATED =
            InteractionOptions.once(Map.of("rated 1", 1.0, "rated 2", 2.0, "rated 3", 3.0));

    @TempDir
    private Path folder = Path.of(".");

    private final FakeModelStore store = new FakeModelStore();
    private final RecommendService service = new RecommendService(store, Shop.CLOCK);

    private static SparkEquation equation(Feedback feedback) {
        return new SparkEquation(feedback, 2, 0.05);
    }

    private static Path saved(Feedback feedback) {
        return SavedBySpark.FOLDER.resolve(feedback == Feedback.IMPLICIT ? "implicit" : "explicit");
    }

    /// What Spark was trained on, a rating a day.
    private static Population ratings() throws IOException {
        EventFrameBuilder builder = new EventFrameBuilder();
        int day = 0;
        for (String line :
                Files.readAllLines(SavedBySpark.FOLDER.resolve("ratings.csv")).subList(1, 259)) {
            String[] cells = line.split(",");
            String type = "rated " + (int) Double.parseDouble(cells[2]);
            builder.event(cells[0], Shop.day(day++ * 37 % 100), type, cells[1], Double.NaN);
        }
        return Shop.population(builder.build());
    }

    private Imported keep(Population population, SparkImport read) {
        TrainingRequest request = TrainingRequest.of(Algorithm.POPULARITY.usual(), RATED);
        return service.keep(population, read.factors(), request, Progress.none());
    }

    private static SparkImport read(Feedback feedback, SparkImport.Ids ids, Population population) {
        SparkFolder folder = SparkFolder.read(saved(feedback), Progress.none());
        return SparkImport.of(folder, ids, equation(feedback), population.events());
    }

    @ParameterizedTest
    @EnumSource
    void scoresAreThoseOfSpark(Feedback feedback) throws IOException {
        Population population = ratings();
        Imported imported = keep(population, read(feedback, SAME, population));
        assertEquals(40, imported.folded().users());
        assertEquals(40, imported.folded().same());
        FactorModel model = (FactorModel) service.model(imported.card().id());
        Histories histories = new Histories(population, RATED);
        List<String> scores = Files.readAllLines(Path.of(saved(feedback) + "-scores.csv"));
        for (String line : scores.subList(1, scores.size())) {
            String[] cells = line.split(",");
            int userIdx = population.events().users().find(cells[0]).orElseThrow();
            double[] user = model.user(histories.of(userIdx, Shop.day(200)));
            int item = model.items().indexOf(new ItemId(cells[1]));
            double score = 0;
            for (int f = 0; f < user.length; f++) {
                score += user[f] * model.factor(item, f);
            }
            double expected = Double.parseDouble(cells[2]);
            assertEquals(expected, score, 1e-4 * Math.abs(expected), line);
        }
        assertEquals(201, scores.size());
    }

    @Test
    void anotherAlphaIsSeenByTheUsersItDoesNotGiveBack() throws IOException {
        Population population = ratings();
        SparkFolder saved = SparkFolder.read(saved(Feedback.IMPLICIT), Progress.none());
        SparkEquation other = new SparkEquation(Feedback.IMPLICIT, 40, 0.05);
        Imported imported = keep(population, SparkImport.of(saved, SAME, other, population.events()));
        assertEquals(40, imported.folded().users());
        assertEquals(0, imported.folded().same());
    }

    @Test
    void theCardSaysWhereItComesFromAndTheSavedModelAnswersTheSame() throws IOException {
        Population population = ratings();
        Imported imported = keep(population, read(Feedback.IMPLICIT, SAME, population));
        assertEquals(new ModelId("spark-als", 1), imported.card().id());
        Map<String, String> options = imported.card().result().options();
        assertEquals("Spark 4.1.0 ALSModel als_d32edf0136f9", options.get("imported-from"));
        assertEquals(64, options.getOrDefault("imported-sha256", "").length());
        assertEquals(
                options.get("imported-sha256"),
                imported.card().provenance().options().get("imported-sha256"));
        assertEquals(
                "Spark ALS 1",
                app.attune.recommend.RecommenderNames.of(imported.card().id()));
        FactorModel model = (FactorModel) service.model(imported.card().id());
        var again = model.tables().toModel();
        var history = new Histories(population, RATED).of(3, Shop.day(200));
        List<Recommendation> list = model.recommend(history, 5, Set.of());
        assertEquals(5, list.size());
        assertEquals(list, again.recommend(history, 5, Set.of()));
    }

    @Test
    void itIsMeasuredComparedAndExplainedLikeAnyOther() throws IOException {
        Population population = ratings();
        ModelId imported = keep(population, read(Feedback.IMPLICIT, SAME, population))
                .card()
                .id();
        ModelId trained = service.train(
                        population, TrainingRequest.of(Algorithm.ITEM_KNN.usual(), RATED), Progress.none())
                .id();
        var comparison = service.compare(List.of(imported, trained), population, List.of(), Progress.none());
        assertEquals(2, comparison.models().size());
        assertTrue(service.card(imported).orElseThrow().result().ndcg10().estimate() > 0.1);
        var histories = new Histories(population, RATED);
        double explained = 0;
        Recommendation first = service.model(imported)
                .recommend(histories.of(0, Shop.day(200)).subList(0, 3), 1, Set.of())
                .getFirst();
        for (Recommendation.Evidence evidence : first.evidence()) {
            explained += evidence.contribution();
        }
        assertTrue(explained >= first.score() - 1e-9, "what speaks for it is cited");
    }

    @Test
    void idsAreMappedAndThoseNotHereAreCounted() throws IOException {
        Population population = Shop.inGroups(5, 6, 4);
        StringBuilder items = new StringBuilder("number,item\n");
        for (int item = 0; item < 29; item++) {
            String id = item < 28 ? item % 5 + "-" + item / 5 : "not here";
            items.append(7 * item).append(',').append(id).append('\n');
        }
        StringBuilder users = new StringBuilder("number,user\n");
        for (int user = 0; user < 30; user++) {
            users.append(100 + user).append(",user ").append(user).append('\n');
        }
        SparkImport.Ids ids = new SparkImport.Ids(
                IdMap.read(Files.writeString(folder.resolve("items.csv"), items)),
                IdMap.read(Files.writeString(folder.resolve("users.csv"), users)));
        SparkImport read = read(Feedback.IMPLICIT, ids, population);
        assertEquals(List.of(1, 1), List.of(read.unmappedItems(), read.unknownItems()));
        assertEquals(List.of(10, 10), List.of(read.unmappedUsers(), read.unknownUsers()));
        assertEquals(28, read.factors().items().size());
        assertEquals("2", read.factors().origin().get("items-left-out"));
    }

    @Test
    void dataWithNoneOfTheItemsAsksForAMap() throws IOException {
        Population population = Shop.tiny();
        ProblemException refused =
                assertThrows(ProblemException.class, () -> read(Feedback.IMPLICIT, SAME, population));
        assertEquals("spark.no-known-items", refused.problem().code());
    }

    private Path copy() throws IOException {
        return SavedBySpark.copy(folder.resolve("copy"));
    }

    private static Path part(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String refused(Path folder) {
        return assertThrows(ProblemException.class, () -> SparkFolder.read(folder, Progress.none()))
                .problem()
                .code();
    }

    @Test
    void aFolderThatIsNoModelIsRefused() throws IOException {
        assertEquals("spark.no-model", refused(folder));
        assertEquals("spark.no-model", refused(folder.resolve("none-such")));
        Path without = copy();
        Files.delete(part(without.resolve("userFactors")));
        Files.delete(part(without.resolve("userFactors")));
        assertEquals("spark.no-model", refused(without));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"rank\":6|\"rank\":7|spark.damaged",
                "\"rank\":6|\"rank\":-1|spark.no-model",
                "\"rank\":6|\"rank\":2000000000|spark.no-model",
                "\"rank\":6|\"rank\":\"6\"|spark.no-model",
                "ALSModel|PipelineModel|spark.no-model",
                "{|{{|json.unreadable"
            })
    void metadataThatDoesNotFitIsRefused(String change) throws IOException {
        String[] words = change.split("\\|");
        Path copy = copy();
        Path metadata = part(copy.resolve("metadata"));
        String text = Files.readString(metadata);
        Files.writeString(
                metadata, text.replaceFirst(java.util.regex.Pattern.quote(words[0]), words[1].replace("$", "")));
        assertEquals(words[2], refused(copy));
    }

    @Test
    void filesCutOffOrChangedAreRefusedOrReadAndNeverCrash() throws IOException {
        Path copy = copy();
        Path file = part(copy.resolve("itemFactors"));
        byte[] whole = Files.readAllBytes(file);
        List<String> codes = new ArrayList<>();
        for (int at = 0; at < whole.length; at += 13) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x5a;
            Files.write(file, changed);
            try {
                SparkFolder.read(copy, Progress.none());
            } catch (ProblemException e) {
                codes.add(e.problem().code());
            }
        }
        assertTrue(codes.size() > 20, codes::toString);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertEquals("import.damaged", refused(copy));
    }

    @Test
    void aNumberThatIsThereTwiceIsRefused() throws IOException {
        Path copy = copy();
        Path items = part(copy.resolve("itemFactors"));
        Files.copy(items, items.resolveSibling("part-9.parquet"));
        assertEquals("spark.damaged", refused(copy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number,id\n1,a\n1,b\n",
                "number,id\n1,a\n2,a\n",
                "number,id\none,a\n",
                "number,id\n1\n",
                "n,i\n2999999999,a\n"
            })
    void aMapThatIsNoneIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("map.csv"), text, StandardCharsets.UTF_8);
        ProblemException refused = assertThrows(ProblemException.class, () -> IdMap.read(file));
        assertEquals("spark.bad-map", refused.problem().code());
        assertTrue(
                refused.problem().message().contains("map.csv"),
                refused.problem().message());
    }
}

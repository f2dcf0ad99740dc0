package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import app.attune.stats.BootstrapOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

final class GroupResultsTest {
    private static final TrainingRequest KNN = TrainingRequest.of(Algorithm.ITEM_KNN.usual(), Shop.PURCHASES);

    private final FakeModelStore store = new FakeModelStore();
    private final RecommendService service = new RecommendService(store, Shop.CLOCK);

    private static GroupResults compare(UserGroups groups) {
        return compare(groups, Progress.none());
    }

    private static GroupResults compare(UserGroups groups, Progress progress) {
        int[] users = IntStream.range(0, 100).toArray();
        double[] good =
                Arrays.stream(users).mapToDouble(user -> user % 7 / 7.0 + 0.1).toArray();
        double[] bad = Arrays.stream(users)
                .mapToDouble(user -> user % 7 / 7.0 - user % 3 * 0.1)
                .toArray();
        double[] alike = Arrays.stream(users)
                .mapToDouble(user -> user % 7 / 7.0 + 0.09 + (user % 2 == 0 ? 0.2 : -0.2))
                .toArray();
        List<GroupComparison.Scored> scored = List.of(
                new GroupComparison.Scored("bad", bad),
                new GroupComparison.Scored("good", good),
                new GroupComparison.Scored("alike", alike));
        return new GroupComparison(users, scored, BootstrapOptions.of(1)).of(groups, progress);
    }

    private static UserGroups halves(int few) {
        return new UserGroups(
                "half",
                List.of(
                        new UserGroups.Group("many", RoaringBitmap.bitmapOfRange(few, 100)),
                        new UserGroups.Group("few", RoaringBitmap.bitmapOfRange(0, few))));
    }

    @Test
    void eachGroupHasItsUsersAndSaysWhatIsNotDistinguishable() {
        GroupResults results = compare(halves(20));
        assertEquals("good", results.best());
        assertEquals(2, results.comparisons());
        GroupResults.Row bad = results.rows().get(0);
        assertEquals(80, bad.users());
        assertEquals(80, bad.ndcg10().orElseThrow().n());
        assertEquals(GroupResults.Standing.WORSE, bad.standing());
        assertEquals(GroupResults.Standing.BEST_OVERALL, results.rows().get(1).standing());
        assertEquals(
                GroupResults.Standing.NOT_DISTINGUISHABLE, results.rows().get(2).standing());
    }

    @Test
    void tooFewUsersGetNoNumber() {
        GroupResults results = compare(halves(GroupResults.LEAST_USERS - 1));
        for (GroupResults.Row row : results.rows().subList(3, 6)) {
            assertEquals(GroupResults.Standing.NOT_ENOUGH_DATA, row.standing());
            assertTrue(row.ndcg10().isEmpty());
        }
        assertTrue(
                compare(halves(GroupResults.LEAST_USERS)).rows().get(5).ndcg10().isPresent());
    }

    /// Two groups of three models.
    @Test
    void comparingGroupsTellsWhereItIsAndCanBeCancelled() {
        List<Long> reported = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        compare(halves(50), new Progress() {
            @Override
            public void report(String stage, long done, long total) {
                assertEquals("Comparing groups of users", stage);
                assertEquals(6, total);
                reported.add(done);
            }

            @Override
            public boolean isCancelled() {
                asked.incrementAndGet();
                return false;
            }
        });
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), reported);
        assertTrue(asked.get() > 1000, "asked in each bootstrap");
        assertThrows(CancellationException.class, () -> compare(halves(50), new CancelledProgress()));
    }

    @Test
    void pValuesAreAdjustedForAllComparisonsOfATable() {
        GroupResults one = compare(
                new UserGroups("all", List.of(new UserGroups.Group("all", RoaringBitmap.bitmapOfRange(0, 100)))));
        GroupResults three = compare(new UserGroups(
                "all",
                List.of(
                        new UserGroups.Group("all", RoaringBitmap.bitmapOfRange(0, 100)),
                        new UserGroups.Group("again", RoaringBitmap.bitmapOfRange(0, 100)))));
        assertEquals(4, three.comparisons());
        double alone = one.rows().getFirst().pValue().orElseThrow();
        assertEquals(2 * alone, three.rows().getFirst().pValue().orElseThrow(), 1e-12);
    }

    private static Population withCountries() {
        Population plain = Shop.withTastes(400, 15, 9);
        Dictionary texts = Dictionary.of(List.of("DE", "UK"));
        int[] codes = IntStream.range(0, plain.size())
                .map(user -> user % 10 == 0 ? Dictionary.MISSING : user % 2)
                .toArray();
        return Population.agreeing(
                plain.events(),
                new ColumnTable(plain.size(), List.of(new TextColumn("country", texts, codes))),
                plain.dataHash());
    }

    /// Of each ten users one has no word, and some have words that are written like the groups' own.
    @Test
    void usersWithoutTheAttributeStandApartFromRareTexts() {
        Population plain = Shop.withTastes(200, 2, 9);
        List<String> words = Stream.concat(
                        Stream.of("(missing)", "(other)"),
                        IntStream.range(0, 18).mapToObj(word -> "w" + (10 + word)))
                .toList();
        int[] codes = IntStream.range(0, plain.size())
                .map(user -> user % 40 == 39 ? Dictionary.MISSING : user % 20)
                .toArray();
        Population worded = Population.agreeing(
                plain.events(),
                new ColumnTable(plain.size(), List.of(new TextColumn("word", Dictionary.of(words), codes))),
                plain.dataHash());
        List<UserGroups.Group> groups = UserGroups.byAttribute("word")
                .of(worded, Shop.day(200), Progress.none())
                .groups();
        assertEquals(14, groups.size());
        assertEquals(
                List.of("w10", "w11", "(other)", "(missing)"),
                Stream.concat(groups.subList(0, 2).stream(), groups.subList(12, 14).stream())
                        .map(UserGroups.Group::name)
                        .toList());
        assertEquals(75, groups.get(12).users().getCardinality());
        assertEquals(5, groups.get(13).users().getCardinality());
        assertTrue(groups.get(13).users().contains(39));
    }

    @Test
    void savedModelsAreComparedAsFreshOnes() {
        Population population = withCountries();
        List<UserGroups.Grouping> byCountry = List.of(UserGroups.byAttribute("country"));
        service.train(population, KNN, Progress.none());
        List<GroupResults> saved = service.groups(population, byCountry, Progress.none());
        List<GroupResults> fresh = service.evaluate(population, KNN, List.of(), byCountry, Progress.none())
                .groups();
        assertEquals(
                List.of("items in training", "country"),
                saved.stream().map(GroupResults::by).toList());
        for (int table = 0; table < saved.size(); table++) {
            assertEquals(numbers(fresh.get(table), "Item-kNN"), numbers(saved.get(table), "item-knn-1"));
        }
        assertEquals(
                List.of("UK", "DE", "(missing)"),
                saved.get(1).rows().stream()
                        .map(GroupResults.Row::group)
                        .distinct()
                        .toList());
    }

    private static List<Object> numbers(GroupResults results, String recommender) {
        return results.rows().stream()
                .filter(row -> row.recommender().equals(recommender))
                .<Object>map(row -> List.of(row.group(), row.users(), row.ndcg10()))
                .toList();
    }

    @Test
    void usersArePartedByWhatTheyDidInTraining() {
        service.train(withCountries(), KNN, Progress.none());
        GroupResults history =
                service.groups(withCountries(), List.of(), Progress.none()).getFirst();
        int users = service.list().getFirst().evaluation().users();
        assertEquals(
                List.of("new: 1 to 4 items", "5 to 19 items", "known: 20 items or more"),
                history.rows().stream().map(GroupResults.Row::group).distinct().toList());
        assertEquals(
                users,
                history.rows().stream()
                        .filter(row -> row.recommender().equals("Popularity"))
                        .mapToInt(GroupResults.Row::users)
                        .sum());
    }

    @Test
    void savedPopularityStandsBesideTheBaselineWhereItCountsOtherwise() {
        service.train(
                withCountries(), TrainingRequest.of(Algorithm.POPULARITY.usual(), Shop.PURCHASES), Progress.none());
        RecommenderOptions byEvents = Algorithm.POPULARITY.usual().with("count", "events");
        service.train(withCountries(), TrainingRequest.of(byEvents, Shop.PURCHASES), Progress.none());
        assertEquals(
                List.of("Popularity", "popularity-2"),
                service.groups(withCountries(), List.of(), Progress.none()).getFirst().rows().stream()
                        .map(GroupResults.Row::recommender)
                        .distinct()
                        .toList());
    }

    @Test
    void otherDataAndUnknownAttributesAreRefused() {
        service.train(withCountries(), KNN, Progress.none());
        assertEquals(
                "recommend.data-changed",
                assertThrows(
                                ProblemException.class,
                                () -> service.groups(Shop.withTastes(400, 15, 8), List.of(), Progress.none()))
                        .problem()
                        .code());
        ProblemException unknown = assertThrows(
                ProblemException.class,
                () -> service.groups(withCountries(), List.of(UserGroups.byAttribute("city")), Progress.none()));
        assertEquals("recommend.no-such-attribute", unknown.problem().code());
        assertTrue(
                unknown.problem().remedy().contains("country"),
                unknown.problem().remedy());
    }
}

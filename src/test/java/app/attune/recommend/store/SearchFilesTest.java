package app.attune.recommend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Criterion;
import app.attune.recommend.Decay;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.LeakageCheck;
import app.attune.recommend.SplitDetails;
import app.attune.recommend.SplitFacts;
import app.attune.recommend.SplitPoint;
import app.attune.recommend.tune.Search;
import app.attune.recommend.tune.SearchId;
import app.attune.recommend.tune.SearchPlan;
import app.attune.recommend.tune.SearchRequest;
import app.attune.recommend.tune.SearchSpace;
import app.attune.recommend.tune.Strategy;
import app.attune.recommend.tune.TestLook;
import app.attune.recommend.tune.Trial;
import app.attune.recommend.tune.Trial.Failed;
import app.attune.recommend.tune.Trial.Scored;
import app.attune.stats.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchFilesTest {
    private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");
    private static final Search.Ground GROUND = new Search.Ground(
            "abc",
            new SplitFacts(new LeakageCheck(TIME, TIME, 0), 10, 5, 4, 1, 2, 3, 6, SplitDetails.BY_TIME),
            TIME.plusSeconds(1));
    private static final SearchRequest REQUEST = new SearchRequest(
            new SearchPlan(
                    SearchSpace.of(Algorithm.IALS).fixing("solver", "CHOLESKY").between("lambda", 0.001, 0.1),
                    Strategy.HALVING,
                    9,
                    -7),
            Criterion.MAP_10,
            InteractionOptions.once(Map.of("purchase", 2.0)).with(Decay.halfLife(30)),
            new SplitPoint.At(TIME));
    private static final Trial SCORED =
            new Trial(1, Algorithm.IALS.usual(), 1 / 9.0, new Scored(new Interval(0.1, 0.05, 1 / 3.0, 4)), 1.25);
    private static final Trial FAILED = new Trial(
            2, Algorithm.IALS.usual().with("factors", 7), 1 / 3.0, new Failed("recommend.too-large", "Too large."), 0);
    private static final TestLook LOOK =
            new TestLook(1, 2, new Interval(0.2, 0.1, 0.3, 5), new Interval(0.1, 0, 0.2, 5));

    @TempDir
    private Path models = Path.of("");

    private SearchFiles files() {
        return new SearchFiles(models);
    }

    private SearchId stored() {
        SearchId id = files().add(REQUEST, GROUND).id();
        files().append(id, SCORED);
        files().append(id, FAILED);
        files().append(id, LOOK);
        return id;
    }

    private Path file(SearchId id) {
        return models.resolve("searches").resolve(id + ".jsonl");
    }

    @Test
    void everythingThatWasKeptIsReadAgain() {
        SearchId id = stored();
        assertEquals(
                Optional.of(new Search(id, REQUEST, GROUND, List.of(SCORED, FAILED), List.of(LOOK))), files().find(id));
    }

    @Test
    void searchesAreNumberedByKindAndListedNewestFirst() {
        assertEquals(List.of(), files().list());
        files().add(REQUEST, GROUND);
        files().add(REQUEST, GROUND);
        SearchPlan ease = new SearchPlan(SearchSpace.of(Algorithm.EASE), Strategy.TPE, 3, 1);
        files().add(new SearchRequest(ease, Criterion.NDCG_10, REQUEST.interactions(), SplitPoint.usual()), GROUND);
        assertEquals(
                List.of("ease-search-1", "ials-search-2", "ials-search-1"),
                files().list().stream().map(SearchId::toString).toList());
        assertEquals(
                SplitPoint.usual(),
                files().find(new SearchId("ease", 1)).orElseThrow().request().split());
        assertEquals(Optional.empty(), files().find(new SearchId("slim", 1)));
    }

    @Test
    void aLineThatWasCutOffNeverCountedAndIsWrittenOver() throws IOException {
        SearchId id = files().add(REQUEST, GROUND).id();
        files().append(id, SCORED);
        String whole = Files.readString(file(id));
        Files.writeString(file(id), whole.substring(0, whole.length() - 20));
        assertEquals(List.of(), files().find(id).orElseThrow().trials());
        files().append(id, SCORED);
        assertEquals(whole, Files.readString(file(id)));
    }

    @Test
    void damageIsToldWithItsPlaceAndChangesNothing() throws IOException {
        SearchId id = stored();
        List<String> lines = Files.readAllLines(file(id));
        for (int line = 0; line < lines.size(); line++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(line, lines.get(line).replaceFirst("(\"value\":.*?)[1-9]", "$10"));
            assertDamaged(id, changed, line + 1);
        }
        assertDamaged(id, List.of(lines.get(0), lines.get(2)), 2);
        assertDamaged(id, List.of(lines.get(1)), 1);
        assertDamaged(id, List.of("", lines.get(1)), 1);
        assertDamaged(id, List.of(), 1);
    }

    private void assertDamaged(SearchId id, List<String> lines, int line) throws IOException {
        Files.write(file(id), lines);
        Problem problem =
                assertThrows(ProblemException.class, () -> files().find(id)).problem();
        assertEquals("tune.damaged", problem.code());
        assertTrue(problem.message().contains("line " + line + " of " + file(id)), problem.message());
        assertEquals(lines, Files.readAllLines(file(id)));
    }

    @Test
    void aFileOfALaterVersionIsNotRead() throws IOException {
        SearchId id = stored();
        var header = SearchJson.header(files().find(id).orElseThrow());
        Files.writeString(file(id), SummedLine.of(header.put("version", 2)) + "\n");
        Problem problem =
                assertThrows(ProblemException.class, () -> files().find(id)).problem();
        assertTrue(problem.message().contains("its format is not attune-search 1"), problem.message());
    }

    @Test
    void aNameThatIsNoneIsToldInWords() {
        assertEquals(
                "tune.bad-id",
                assertThrows(ProblemException.class, () -> SearchId.of("../x"))
                        .problem()
                        .code());
        assertEquals(new SearchId("item-knn", 12), SearchId.of("item-knn-search-12"));
    }
}

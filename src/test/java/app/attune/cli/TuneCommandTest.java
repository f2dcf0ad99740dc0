package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.refused;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import app.attune.core.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The search for settings with the command line.
final class TuneCommandTest extends ShopTest {
    @Test
    void everyTrialIsToldWithTheWinnerAndWhatItIsWorthOnTheTestUsers() {
        String told =
                text("tune", workspace, "item-knn", "--trials", "6", "--search", "random", "-o", "weighting=none");
        assertTrue(told.startsWith("Search item-knn-search-1 (random, seed 1), judged by NDCG@10: "), told);
        assertTrue(told.contains("neighbours 5 to 500 by its logarithm; shrink 0.2 to 2,000 by its logarithm"), told);
        assertTrue(told.contains("Not searched: weighting=NONE."), told);
        assertTrue(told.contains("is not read by them."), told);
        assertTrue(told.contains("On the test users (read once): NDCG@10 "), told);
        assertTrue(told.contains("The best of 6 on one set of users looks better there than it is"), told);
        assertTrue(told.contains("Importance of settings: too few trials to say (below 20"), told);
        String train = told.lines()
                .filter(line -> line.startsWith("Train it: attune "))
                .findFirst()
                .orElseThrow();
        assertTrue(
                text((Object[]) train.substring("Train it: attune ".length()).split(" "))
                        .startsWith("Trained item-knn-"),
                train);
    }

    @Test
    void aSearchGoesOnUnderItsNameWithMoreTrials() {
        JsonNode few = json("tune", workspace, "ease", "--trials", "3", "--range", "lambda=50..500");
        assertEquals(3, few.get("trials").size());
        assertEquals("lambda 50 to 500", few.get("searched").get(0).asText());
        assertEquals("done", few.get("trials").get(0).get("state").asText());
        JsonNode more = json("tune", workspace, "ease", "--resume", "--trials", "5");
        assertEquals(few.get("search"), more.get("search"));
        assertEquals(5, more.get("trials").size());
        for (int trial = 0; trial < 3; trial++) {
            assertEquals(few.get("trials").get(trial), more.get("trials").get(trial));
        }
        JsonNode named =
                json("tune", workspace, "ease", "--resume", few.get("search").asText());
        assertTrue(named.get("over").asBoolean() || named.get("trials").size() >= 3);
    }

    @Test
    void halvingSaysWhatItSpendsAndKeepsItsTrials() {
        String told = text("tune", workspace, "rp3beta", "--search", "halving", "--trials", "9");
        assertTrue(
                told.contains("Successive halving: 9 on 11 %, 3 on 33 %, 1 on 100 % of the users; as much work as 3.0"
                        + " trainings on all of them."),
                told);
        assertEquals(
                "Leave the number of trials out, or begin a new search.",
                refused(ExitCode.USAGE, "tune", workspace, "rp3beta", "--resume", "--trials", "27")
                        .getLast());
    }

    @Test
    void aTrialThatCannotBeTrainedIsARow() {
        JsonNode hybrid = json("tune", workspace, "hybrid", "--trials", "6", "--search", "random", "--seed", "2");
        assertEquals(6, hybrid.get("trials").size());
        assertTrue(hybrid.get("trials").findValuesAsText("state").contains("failed"), hybrid.get("trials")::toString);
        assertFalse(hybrid.get("trials").findValuesAsText("reason").isEmpty());
    }

    @Test
    void aSearchThatWasStoppedIsKeptAndSaysHowItGoesOn() {
        Ran stopped = run(new Stopping(), "tune", workspace, "slim", "--trials", "4");
        assertEquals(ExitCode.CANCELLED, stopped.code(), stopped::toString);
        assertTrue(stopped.out().contains("--resume slim-search-1"), stopped::out);
        assertFalse(stopped.out().contains("On the test users"), stopped::out);
        assertTrue(text("tune", workspace, "slim", "--resume").contains("On the test users (read once)"));
    }

    /// Stops once the second trial has begun.
    private static final class Stopping implements Progress {
        private boolean stopped;

        @Override
        public void report(String stage, long done, long total) {
            stopped = stopped || stage.startsWith("Trial 2 ");
        }

        @Override
        public boolean isCancelled() {
            return stopped;
        }
    }

    @Test
    void aDamagedSearchIsToldWithItsPlaceAndOthersGoOn() throws IOException {
        String id =
                json("tune", workspace, "markov", "--trials", "2").get("search").asText();
        Path file = workspace.resolve("models").resolve("searches").resolve(id + ".jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.getFirst(), lines.getLast()));
        List<String> said = problem("tune", workspace, "markov", "--resume");
        assertTrue(said.getFirst().contains("line 2 of " + file), said::toString);
        assertEquals(
                "markov-search-2",
                json("tune", workspace, "markov", "--trials", "2").get("search").asText());
    }

    @Test
    void aSearchThatIsNotThereIsTold() {
        assertEquals(
                "There is no search for settings of content to go on with.",
                problem("tune", workspace, "content", "--resume").getFirst());
        assertEquals(
                "There is no search content-search-9.",
                problem("tune", workspace, "content", "--resume", "content-search-9")
                        .getFirst());
    }

    @Test
    void searchesAreArchivedWithTheModels() {
        json("tune", workspace, "popularity", "--trials", "2");
        text("archive", workspace, shop.file("searches.zip"));
        text("unarchive", shop.file("searches.zip"), shop.file("searches-again"));
        assertTrue(json("tune", shop.file("searches-again"), "popularity", "--resume")
                .get("over")
                .asBoolean());
    }
}

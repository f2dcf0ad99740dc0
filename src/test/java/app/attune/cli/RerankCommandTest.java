package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.refused;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Re-rankings on the command line: what they cost, one user's list, everybody's lists.
final class RerankCommandTest extends ShopTest {
    @BeforeAll
    void trainAModel() {
        text("train", workspace, "popularity");
    }

    private static List<String> items(JsonNode list) {
        List<String> items = new ArrayList<>();
        list.get("items").forEach(item -> items.add(item.get("item").asText()));
        return items;
    }

    @Test
    void costsAreToldForAllStepsAndEach() {
        JsonNode costs =
                json("rerank", workspace, "popularity-1", "--diversity", "0.4", "--at-most", "2:category", "--curve");
        assertEquals(12, costs.get("testUsers").asInt());
        assertEquals(3, costs.get("changes").size());
        assertEquals("diversity 0.4", costs.get("changes").get(1).get("step").asText());
        assertEquals(7, costs.get("curves").get(0).get("points").size());
        assertTrue(costs.get("changes").get(0).get("ndcg10").has("distinguishable"));
        String told = text("rerank", workspace, "popularity-1", "--diversity", "0.4", "--at-most", "2:category");
        assertTrue(told.contains("What at most 2 per category changes, the other steps as they are:"), told);
        assertTrue(told.contains("not distinguishable") || told.contains("<.001"), told);
    }

    @Test
    void oneUsersListTellsEveryMove() {
        String asked = "--at-most=1:category";
        JsonNode list = json("rerank", workspace, "popularity-1", "u02", asked, "--length", "3");
        assertEquals(2, list.get("items").size(), "there are two categories");
        assertEquals("Only 2 of 3 places are filled.", list.get("notes").get(0).asText());
        JsonNode gone = list.get("gone").get(0);
        assertEquals("at most 1 per category is reached", gone.get("reason").asText());
        String told = text("rerank", workspace, "popularity-1", "u02", asked, "--length", "3");
        assertTrue(told.contains("  out " + gone.get("item").asText()), told);
    }

    @Test
    void savedStepsAreReadAgainAndApplyToEverybody() throws IOException {
        Path steps = folder.resolve("steps.json");
        text(
                "rerank",
                workspace,
                "popularity-1",
                "u02",
                "--only",
                "category=Ropes",
                "--popularity=0.2",
                "--save",
                steps);
        JsonNode one = json("rerank", workspace, "popularity-1", "u02", "--rerank", steps);
        assertEquals("only category = Ropes, popularity 0.2", one.get("steps").asText());
        Path lists = folder.resolve("reranked.jsonl");
        text("recommend-all", workspace, "--out", lists, "--model", "popularity-1", "--rerank", steps);
        boolean found = false;
        for (String line : Files.readAllLines(lists)) {
            JsonNode user = Json.read(line, "a line");
            if (user.get("user").asText().equals("u02")) {
                assertEquals(items(one), items(user));
                found = true;
            }
            double last = Double.POSITIVE_INFINITY;
            for (JsonNode item : user.get("items")) {
                assertTrue(Integer.parseInt(item.get("item").asText().substring(1)) % 2 == 1, "Ropes only");
                assertTrue(item.get("score").asDouble() <= last);
                last = item.get("score").asDouble();
            }
        }
        assertTrue(found);
    }

    @Test
    void comparedModelsTellWhatStepsCostEach() {
        text("train", workspace, "item-knn");
        JsonNode compared = json("compare", workspace, "popularity-1", "item-knn-1", "--diversity", "0.3");
        assertEquals(2, compared.get("reranked").size());
        assertEquals("item-knn-1", compared.get("reranked").get(1).get("model").asText());
    }

    @Test
    void whatCannotBeIsSaid() {
        assertEquals(
                "Give a step, such as --diversity 0.3 or --at-most 2:category, or a file with --rerank.",
                refused(ExitCode.USAGE, "rerank", workspace, "popularity-1").getLast());
        assertTrue(refused(ExitCode.USAGE, "rerank", workspace, "popularity-1", "--diversity", "2")
                .getFirst()
                .contains("between 0 and 1"));
        assertTrue(problem("rerank", workspace, "popularity-1", "--at-most", "2:colour")
                .getFirst()
                .contains("no attribute colour"));
        assertTrue(problem("rerank", workspace, "popularity-1", "nobody", "--diversity", "0.2")
                .getFirst()
                .contains("no user nobody"));
        assertEquals(
                "Name a model with --model, or leave out the steps of the re-ranking.",
                refused(
                                ExitCode.USAGE,
                                "recommend-all",
                                workspace,
                                "--out",
                                folder.resolve("x.csv"),
                                "--diversity",
                                "0.2")
                        .getLast());
    }
}

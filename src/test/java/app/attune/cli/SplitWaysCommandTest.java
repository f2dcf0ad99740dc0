package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.refused;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Measuring with the command line in other ways than by one point in time.
final class SplitWaysCommandTest extends ShopTest {
    /// On the last evening u01 takes two new things; u98 comes once.
    @BeforeAll
    void takeMore() throws IOException {
        text("import", workspace, shop.write("late.csv", """
                event_id,user_id,time,event,item_id,value
                l1,u01,2026-10-31T20:00:00Z,purchase,i0,10
                l2,u01,2026-10-31T21:00:00Z,purchase,i1,10
                l3,u98,2026-10-02T21:00:00Z,purchase,i1,10
                """), "--consent", "all-agreed");
    }

    @Test
    void leaveLastOutSaysThatItLeaks() {
        String told = text("evaluate", workspace, "item-knn", "--split", "leave-last-out");
        assertTrue(told.contains("Leave last out: the last new item of each user tests"), told);
        assertTrue(told.contains("leaks the future of others"), told);
        JsonNode json = json("evaluate", workspace, "item-knn", "--split", "leave-last-out");
        assertTrue(json.get("leakage").asBoolean());
        assertEquals("leave-last-out", json.get("split").asText());
        assertEquals(12, json.get("testUsers").asInt());
        assertEquals(0, json.get("trainAfterOwnTest").asInt());
        assertTrue(json.get("trainAfterFirstTest").asInt() > 0);
    }

    @Test
    void rollingTellsEveryPeriodAndAllTogether() {
        String told = text("evaluate", workspace, "item-knn", "--split", "rolling", "--periods", "3");
        assertTrue(told.contains("By periods: 3 periods"), told);
        assertTrue(told.contains("Over all periods, "), told);
        assertTrue(told.contains("Item-kNN: "), told);
        JsonNode json = json("evaluate", workspace, "item-knn", "--split", "rolling", "--periods", "3");
        assertEquals(3, json.get("periods").size());
        assertTrue(json.at("/rows/2/ndcg10/n").asInt() <= 12);
        assertTrue(json.at("/periods/0/from").asText().startsWith("2026-10-0"), json.toPrettyString());
        assertFalse(json.get("leakage").asBoolean());
        assertEquals(
                "All interactions are of one month, so there is none to train on and another to test.",
                problem("evaluate", workspace, "item-knn", "--split", "monthly").getFirst());
    }

    @Test
    void aSplitFileIsFollowedAndWhatItGetsWrongIsTold() throws IOException {
        StringBuilder csv = new StringBuilder("user,item\n");
        JsonNode events = json("events", workspace);
        assertTrue(events.size() > 0);
        for (int user = 1; user <= SmallShop.USERS; user++) {
            int day = 31 - (31 + user) % 3;
            csv.append("u%02d,i%d%n".formatted(user, (user + (day + user) / 3 * 4) % 15));
        }
        csv.append("nobody,i1\n");
        var file = shop.write("split.csv", csv.toString());
        String told = text("evaluate", workspace, "item-knn", "--split-file", file);
        assertTrue(told.contains("Line 14 of split.csv was left out: no interaction that counts is of user"), told);
        assertTrue(told.contains("Split file: "), told);
        JsonNode json = json("evaluate", workspace, "item-knn", "--split", "file", "--split-file", file);
        assertEquals(12, json.get("testUsers").asInt());
        assertEquals("own-file", json.get("split").asText());
        assertEquals(1, json.get("findings").size());
        assertTrue(problem("evaluate", workspace, "item-knn", "--split-file", shop.file("none-such.csv"))
                .getFirst()
                .contains("none-such.csv"));
    }

    @Test
    void theCoreIsToldByEvaluationAndTraining() {
        String told = text("evaluate", workspace, "item-knn", "--k-core", "5");
        assertTrue(told.contains("5-core of what trains: "), told);
        JsonNode json = json("train", workspace, "item-knn", "--k-core", "5").get("evaluation");
        assertEquals(5, json.at("/kCore/k").asInt());
        assertEquals(1, json.at("/kCore/usersLeftOut").asInt());
        assertEquals(1, json.at("/kCore/interactionsLeftOut").asInt());
        assertTrue(problem("evaluate", workspace, "item-knn", "--k-core", "900")
                .getFirst()
                .contains("the 900-core is empty"));
    }

    @Test
    void savedModelsAreComparedInAnyWay() {
        String model = json("train", workspace, "item-knn").get("model").asText();
        String popular = json("train", workspace, "popularity").get("model").asText();
        JsonNode json = json("compare", workspace, model, popular, "--split", "leave-last-out");
        assertTrue(json.get("rows").findValuesAsText("name").containsAll(List.of(model, popular)), json.toString());
        assertTrue(text("compare", workspace, model, "--split", "rolling", "--periods", "2")
                .contains("By periods: 2 periods"));
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        refused(ExitCode.USAGE, "evaluate", workspace, "item-knn", "--periods", "3");
        refused(ExitCode.USAGE, "evaluate", workspace, "item-knn", "--split", "file");
        refused(ExitCode.USAGE, "evaluate", workspace, "item-knn", "--split", "rolling", "--periods", "0");
        refused(ExitCode.USAGE, "evaluate", workspace, "item-knn", "--split", "rolling", "--by", "country");
        refused(ExitCode.USAGE, "evaluate", workspace, "item-knn", "--k-core", "-1");
        refused(ExitCode.USAGE, "evaluate", workspace, "item-knn", "--split", "sideways");
        assertTrue(refused(ExitCode.USAGE, "train", workspace, "item-knn", "--split", "leave-last-out")
                .getFirst()
                .contains("is measured by time"));
        assertTrue(text("evaluate", "--help").contains("leave-last-out"));
    }
}

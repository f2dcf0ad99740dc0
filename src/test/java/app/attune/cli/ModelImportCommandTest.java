package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.recommend.spark.SavedBySpark;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Factors of Spark as a model of the small shop.
final class ModelImportCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void factorsOfSparkAreAModelLikeAnyOther() throws IOException {
        SmallShop shop = new SmallShop(folder).filled();
        Path saved = SavedBySpark.copy(folder.resolve("als"));
        Path items = shop.write("als-items.csv", SavedBySpark.items());
        Path users = shop.write("als-users.csv", SavedBySpark.users());
        Object[] words = {"model-import", shop.workspace(), saved, "--items", items, "--users", users, "--alpha", "2"};
        String told = text(words);
        assertTrue(told.startsWith("Imported spark-als-1 from Spark 4.1.0: 6 factors of 15 items. SHA-256"), told);
        assertTrue(told.contains("0 items without an id, 15 items that the data here does not have"), told);
        assertTrue(told.contains("28 users are not in the data here; of 12 users with a history here 0 have"), told);
        assertTrue(told.contains("perhaps on the very events that measure it"), told);
        JsonNode second = json(words);
        assertEquals("spark-als-2", second.get("model").asText());
        assertEquals(15, second.get("itemsNotHere").asInt());
        asked(shop);
    }

    private void asked(SmallShop shop) throws IOException {
        Path lists = folder.resolve("lists.jsonl");
        JsonNode all = json("recommend-all", shop.workspace(), "--out", lists, "--model", "spark-als-1");
        assertEquals(all.get("users").asInt(), Files.readAllLines(lists).size());
        text("train", shop.workspace(), "item-knn");
        assertTrue(
                text("compare", shop.workspace(), "spark-als-1", "item-knn-1").contains("Spark ALS 1"));
        assertFalse(text("preview", shop.workspace(), "u02", "--compare-model", "spark-als-1")
                .isBlank());
        JsonNode onnx = json("model-onnx", shop.workspace(), "spark-als-1", "--out", folder.resolve("onnx"));
        assertEquals(15, onnx.get("items").asInt());
        text("model-arrays", shop.workspace(), "spark-als-1", "--out", folder.resolve("arrays"));
        assertTrue(Files.readString(folder.resolve("arrays/arrays.json")).contains("regParam"));
        rule(shop);
        text("export", shop.workspace(), "--out", folder.resolve("bundle"), "--min-segment", "1");
        String manifest = Files.readString(folder.resolve("bundle/manifest.json"));
        assertTrue(manifest.contains("\"modelsLeftOut\" : [ \"spark-als\" ]"), manifest);
    }

    private static void rule(SmallShop shop) throws IOException {
        shop.write("germans.json", "{\"attribute\":\"country\",\"comparison\":\"is\",\"values\":[\"DE\"]}");
        text("segment", shop.workspace(), "save", "Germans", "--condition", shop.file("germans.json"));
        shop.write("rules.json", """
                {"format":1,"rules":[{"id":"offer","name":"Offer","segment":"germans","status":"active","intent":"",
                 "then":{"do":"offer","code":"FIVE","text":"5 % off"}}]}
                """);
        text("rule", shop.workspace(), "save", shop.file("rules.json"));
    }

    @Test
    void aFolderThatIsNoModelSaysWhatToChoose() throws IOException {
        SmallShop shop = new SmallShop(folder).filled();
        List<String> said = Terminal.refused(ExitCode.PROBLEM, "model-import", shop.workspace(), folder);
        assertTrue(said.getFirst().contains("is no ALS model that Spark saved"), said::toString);
        assertTrue(said.getLast().contains("model.save"), said::toString);
    }
}

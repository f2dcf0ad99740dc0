package app.attune.recommend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Sha256;
import app.attune.core.json.Json;
import app.attune.recommend.Algorithm;
import app.attune.recommend.ModelId;
import app.attune.recommend.Shop;
import app.attune.recommend.onnx.OnnxRequest.Layout;
import app.attune.recommend.onnx.OnnxRequest.Users;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelOnnxTest {
    private static final FactorShop SMALL = FactorShop.withoutConsentOfOne();

    @TempDir
    private Path folder = Path.of(".");

    private OnnxFolder write(FactorShop shop, Layout layout, Users users) {
        return ModelOnnx.write(
                shop.request(layout, users, folder.resolve("onnx")),
                shop.population(),
                FactorShop.AS_OF,
                Progress.none());
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve("onnx").resolve(name)).replace("\r\n", "\n");
    }

    @Test
    void onlyWhoAgreedAndDidSomethingIsInAnyFile() throws IOException {
        OnnxFolder written = write(SMALL, Layout.PLAIN, Users.WITH);
        assertEquals("index,user_id\n0,'=anna\n1,cora\n", text("users.csv"));
        assertEquals(List.of(2, 1, 1), List.of(written.users(), written.withheld(), written.without()));
        for (String name : written.files()) {
            String bytes = Files.readString(folder.resolve("onnx").resolve(name), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("ben\n") || bytes.contains("\"ben\"") || bytes.contains("dan\n"), name);
        }
        assertTrue(written.sentences().getLast().contains("behind an apostrophe"), written.sentences()::toString);
    }

    @Test
    void itemsAreInTheOrderOfThePositions() throws IOException {
        write(SMALL, Layout.PLAIN, Users.WITH);
        List<String> lines = text("items.csv").lines().skip(1).toList();
        assertEquals(SMALL.model().items().size(), lines.size());
        assertEquals("0," + SMALL.model().items().getFirst(), lines.getFirst());
    }

    @Test
    void checksumsAreOfEveryOtherFile() throws IOException {
        OnnxFolder written = write(SMALL, Layout.TRITON, Users.WITH);
        List<String> lines = text("SHA256SUMS").lines().toList();
        assertEquals(written.files().size() - 1, lines.size());
        for (String line : lines) {
            String[] parts = line.split("  ");
            assertEquals(parts[0], Sha256.of(folder.resolve("onnx").resolve(parts[1])));
        }
    }

    @Test
    void theSameDataGivesTheSameBytes() throws IOException {
        write(SMALL, Layout.PLAIN, Users.WITH);
        String first = text("SHA256SUMS");
        ModelOnnx.write(
                SMALL.request(Layout.PLAIN, Users.WITH, folder.resolve("again")),
                SMALL.population(),
                FactorShop.AS_OF,
                Progress.none());
        assertEquals(first, Files.readString(folder.resolve("again/SHA256SUMS")));
    }

    @Test
    void theRepositoryOfTritonHasAFolderPerGraph() throws IOException {
        OnnxFolder written = write(SMALL, Layout.TRITON, Users.WITH);
        assertEquals(
                List.of(
                        "README.md",
                        "SHA256SUMS",
                        "golden-factors.json",
                        "golden.json",
                        "items.csv",
                        "onnx.json",
                        "triton/ials-1-factors/1/model.onnx",
                        "triton/ials-1-factors/config.pbtxt",
                        "triton/ials-1/1/model.onnx",
                        "triton/ials-1/config.pbtxt",
                        "users.csv"),
                written.files().stream().sorted().toList());
        String config = text("triton/ials-1/config.pbtxt");
        assertTrue(config.contains("name: \"ials-1\"\nplatform: \"onnxruntime_onnx\"\nmax_batch_size: 256\n"), config);
        assertTrue(config.contains("    dims: [ 1 ]\n    reshape: { shape: [ ] }\n"), config);
        assertTrue(text("triton/ials-1-factors/config.pbtxt").contains("dims: [ 16 ]"));
        assertTrue(text("README.md").contains("tritonserver --model-repository=triton"));
        assertFalse(text("README.md").contains("{"), text("README.md"));
    }

    @Test
    void withoutUsersNobodyIsInTheFolder() throws IOException {
        OnnxFolder written = write(SMALL, Layout.PLAIN, Users.WITHOUT);
        assertEquals(
                List.of(
                        "README.md",
                        "SHA256SUMS",
                        "golden-factors.json",
                        "ials-1-factors.onnx",
                        "items.csv",
                        "onnx.json"),
                written.files().stream().sorted().toList());
        assertFalse(text("README.md").contains("users.csv"));
        assertTrue(written.sentences().contains("No factors of users are in it."));
        assertFalse(text("onnx.json").contains("withheld"));
    }

    @Test
    void tritonIsAskedForWhatIsThere() throws IOException {
        write(SMALL, Layout.TRITON, Users.WITHOUT);
        String told = text("README.md");
        assertTrue(told.contains("/v2/models/ials-1-factors/infer"), told);
        assertTrue(told.contains("A request of `golden-factors.json`"), told);
        assertFalse(told.contains("`user`"), told);
    }

    @Test
    void goldenRequestsGetTheirAnswers() throws IOException, OrtException {
        FactorShop shop = FactorShop.of(300, 80);
        write(shop, Layout.PLAIN, Users.WITH);
        JsonNode cases = Json.read(text("golden.json"), "golden").get("cases");
        assertEquals(100, cases.size());
        try (OnnxRunner runner = new OnnxRunner(folder.resolve("onnx/ials-1.onnx"))) {
            for (JsonNode one : cases) {
                JsonNode inputs = one.get("request").get("inputs");
                long[] user = wholes(inputs.get(0).get("data"));
                requireAnswer(one, runner.ofUsers(user, new long[][] {
                    wholes(inputs.get(1).get("data"))
                }));
            }
        }
        JsonNode byFactors = Json.read(text("golden-factors.json"), "golden").get("cases");
        try (OnnxRunner runner = new OnnxRunner(folder.resolve("onnx/ials-1-factors.onnx"))) {
            for (JsonNode one : byFactors) {
                JsonNode inputs = one.get("request").get("inputs");
                float[] factors = floats(inputs.get(0).get("data"));
                requireAnswer(one, runner.ofFactors(new float[][] {factors}, new long[][] {
                    wholes(inputs.get(1).get("data"))
                }));
            }
        }
    }

    private static void requireAnswer(JsonNode golden, OnnxRunner.Answer answer) {
        JsonNode outputs = golden.get("response").get("outputs");
        assertEquals("[1,10]", outputs.get(0).get("shape").toString());
        assertArrayEquals(wholes(outputs.get(0).get("data")), answer.items()[0], golden::toString);
        float[] scores = floats(outputs.get(1).get("data"));
        for (int rank = 0; rank < scores.length; rank++) {
            assertEquals(scores[rank], answer.scores()[0][rank], 1e-4 * scores[rank]);
        }
        for (long seen : wholes(golden.get("request").get("inputs").get(1).get("data"))) {
            assertTrue(seen < 0 || java.util.Arrays.stream(answer.items()[0]).noneMatch(item -> item == seen));
        }
    }

    private static long[] wholes(JsonNode data) {
        return StreamSupport.stream(data.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }

    private static float[] floats(JsonNode data) {
        float[] values = new float[data.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) data.get(at).asDouble();
        }
        return values;
    }

    @Test
    void whereNothingIsLeftTheAnswerIsNone() throws OrtException {
        write(SMALL, Layout.PLAIN, Users.WITH);
        int items = SMALL.model().items().size();
        long[][] all = {new long[items + 2]};
        java.util.Arrays.setAll(all[0], at -> at < items ? at : -1);
        try (OnnxRunner runner = new OnnxRunner(folder.resolve("onnx/ials-1.onnx"))) {
            OnnxRunner.Answer answer = runner.ofUsers(new long[] {1}, all);
            assertTrue(java.util.Arrays.stream(answer.items()[0]).allMatch(item -> item == -1));
            for (float score : answer.scores()[0]) {
                assertEquals(0f, score);
            }
        }
    }

    @Test
    void onlyModelsOfFactorsBecomeOnnx() {
        ModelId id = new ModelId("item-knn", 4);
        var model = Shop.trained(Shop.tiny(), Algorithm.ITEM_KNN.usual());
        ProblemException refused = assertThrows(ProblemException.class, () -> OnnxRequest.factors(id, model));
        assertEquals("model.no-factors", refused.problem().code());
        assertTrue(refused.problem().remedy().contains("iALS or BPR"));
    }

    @Test
    void whatOneFileDoesNotHoldIsRefusedWithItsSize() {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> ServedUsers.requireRoom(12_000_000, 40_000, 64));
        assertEquals("model.too-large", refused.problem().code());
        assertTrue(refused.problem().message().contains("12,000,000 users and 40,000 items take 2,939 MB"));
        assertTrue(refused.problem().remedy().contains("without users"));
        ServedUsers.requireRoom(8_000_000, 300_000, 64);
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("onnx"));
        write(SMALL, Layout.PLAIN, Users.WITH);
        String before = text("SHA256SUMS");
        ProblemException refused =
                assertThrows(ProblemException.class, () -> write(SMALL, Layout.PLAIN, Users.WITHOUT));
        assertEquals("data.not-empty", refused.problem().code());
        assertEquals(before, text("SHA256SUMS"));
    }

    @Test
    void cancelledWritingLeavesNothing() throws IOException {
        Progress cancelled = new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> ModelOnnx.write(
                        SMALL.request(Layout.PLAIN, Users.WITH, folder.resolve("onnx")),
                        SMALL.population(),
                        FactorShop.AS_OF,
                        cancelled));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}

package app.attune.recommend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.recommend.FactorModel;
import app.attune.recommend.Histories;
import app.attune.recommend.HistoryItem;
import app.attune.recommend.Recommendation;
import app.attune.recommend.Shop;
import app.attune.recommend.onnx.OnnxRequest.Layout;
import app.attune.recommend.onnx.OnnxRequest.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written as ONNX, run by ONNX Runtime: the lists of the model itself.
///
/// Ties end by the smaller position in both. Where the model's own scores of two items differ by less than 1e-5 of
/// their
/// size, single precision may turn them round: an item of the answer then has to score that close to the expected one.
final class OnnxAnswersTest {
    private static final double CLOSE = 1e-5;
    private static final double SCORES = 1e-4;
    private static final int LENGTH = 10;
    private static final int BATCH = 250;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void usersGetTheListsOfTheModel() throws OrtException, IOException {
        compare(1000, 400);
    }

    @Test
    @Tag("conformance")
    void tenThousandUsersGetTheListsOfTheModel() throws OrtException, IOException {
        compare(10_000, 1500);
    }

    private void compare(int count, int items) throws OrtException, IOException {
        FactorShop shop = FactorShop.of(count, items);
        OnnxFolder written = ModelOnnx.write(
                shop.request(Layout.PLAIN, Users.WITH, folder.resolve("onnx")),
                shop.population(),
                FactorShop.AS_OF,
                Progress.none());
        assertEquals(count, written.users());
        List<String> users = ids("users.csv");
        Histories histories = new Histories(shop.population(), Shop.PURCHASES);
        int same = 0;
        try (OnnxRunner runner = new OnnxRunner(folder.resolve("onnx/ials-1.onnx"))) {
            for (int first = 0; first < users.size(); first += BATCH) {
                List<List<HistoryItem>> batch = users.subList(first, first + BATCH).stream()
                        .map(id -> shop.population().events().users().find(id).orElseThrow())
                        .map(user -> histories.of(user, FactorShop.AS_OF))
                        .toList();
                long[] rows = new long[BATCH];
                int start = first;
                Arrays.setAll(rows, row -> start + row);
                OnnxRunner.Answer answer = runner.ofUsers(rows, seen(shop.model(), batch));
                for (int row = 0; row < BATCH; row++) {
                    same += compare(shop.model(), batch.get(row), answer.items()[row], answer.scores()[row]);
                }
            }
        }
        assertTrue(same >= 0.999 * count, "lists that are the same item by item: " + same);
    }

    private List<String> ids(String file) throws IOException {
        return Files.readAllLines(folder.resolve("onnx").resolve(file)).stream()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',') + 1))
                .toList();
    }

    private static long[][] seen(FactorModel model, List<List<HistoryItem>> histories) {
        Map<ItemId, Integer> positions = IntStream.range(0, model.items().size())
                .boxed()
                .collect(Collectors.toMap(model.items()::get, at -> at));
        long[][] seen = new long[histories.size()][30];
        for (int row = 0; row < seen.length; row++) {
            Arrays.fill(seen[row], -1);
            List<HistoryItem> history = histories.get(row);
            for (int at = 0; at < history.size(); at++) {
                seen[row][at] = positions.getOrDefault(history.get(at).item(), -1);
            }
        }
        return seen;
    }

    /// 1 where the items are the same in the same order.
    private static int compare(FactorModel model, List<HistoryItem> history, long[] items, float[] scores) {
        List<Recommendation> expected = model.rank(history, LENGTH, Set.of());
        double[] user = model.user(history);
        boolean same = true;
        for (int rank = 0; rank < LENGTH; rank++) {
            if (rank >= expected.size()) {
                assertEquals(-1, items[rank]);
                assertEquals(0, scores[rank]);
                continue;
            }
            Recommendation one = expected.get(rank);
            assertEquals(one.score(), scores[rank], SCORES * one.score(), () -> "score of " + one);
            int item = (int) items[rank];
            same &= model.items().get(item).equals(one.item());
            assertEquals(one.score(), score(model, user, item), CLOSE * one.score(), () -> "in place of " + one);
        }
        return same ? 1 : 0;
    }

    private static double score(FactorModel model, double[] user, int item) {
        double score = 0;
        for (int f = 0; f < user.length; f++) {
            score += user[f] * model.factor(item, f);
        }
        return score;
    }
}

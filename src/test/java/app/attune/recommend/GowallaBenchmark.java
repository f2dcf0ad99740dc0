package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.events.EventFrameBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Recommenders on Gowalla in the split of LightGCN: full ranking, Recall@20 and NDCG@20.
///
/// `-Dattune.gowalla="ials factors=128 lambda=0.01; rp3beta"` names what to measure on the validation part, trained on
/// the training part; with `-Dattune.gowalla.part=test` on the test part, trained on both others. Options are chosen on
/// validation only. Prints a table and asserts no time.
@Tag("bench")
final class GowallaBenchmark {
    private static final Path DATA = Path.of(System.getProperty("attune.shared", "../shared"), "data", "gowalla");
    private static final List<String> PARTS = List.of("train", "valid", "test");
    private static final double SECOND = 1e9;

    @Test
    void recommendersAreMeasuredByThePublishedProtocol() {
        boolean last = System.getProperty("attune.gowalla.part", "valid").equals("test");
        InteractionLog log = read();
        Interactions train = Interactions.of(part(log, at -> last ? at < 2 : at < 1), Progress.none());
        TestSet test = TestSet.of(train, part(log, at -> last ? at == 2 : at == 1));
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d users, %,d items, %,d pairs; %,d test users, %,d test pairs%n",
                train.users(),
                train.items(),
                train.pairs(),
                test.users(),
                test.pairs()));
        for (String asked : System.getProperty("attune.gowalla", "popularity; rp3beta; ials")
                .split(";")) {
            RecommenderOptions options = CatalogueBenchmark.options(asked.strip());
            long start = System.nanoTime();
            CatalogueModel model = Trainers.train(train, options, 1, Shop.CLOCK, Progress.none());
            long trained = System.nanoTime();
            UserScores scores = new Evaluator(train, test).evaluate(model, Progress.none());
            table.append(String.format(
                    Locale.ROOT,
                    "recall@20 %.4f  ndcg@20 %.4f  trained in %.1f s, ranked in %.1f s  %s %s%n",
                    mean(scores.recall20()),
                    mean(scores.ndcg20()),
                    (trained - start) / SECOND,
                    (System.nanoTime() - trained) / SECOND,
                    options.kind(),
                    options.values()));
        }
        System.out.print(table);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /// The days of the events are the parts: 0 train, 1 validation, 2 test.
    private static InteractionLog read() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int part = 0; part < PARTS.size(); part++) {
            int day = part;
            Path file = DATA.resolve("gowalla." + PARTS.get(part) + ".txt.gz");
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                lines.lines().map(line -> line.strip().split(" ")).forEach(cells -> {
                    for (int i = 1; i < cells.length; i++) {
                        builder.event(cells[0], Shop.day(day), "purchase", cells[i], Double.NaN);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return InteractionSelection.select(Shop.population(builder.build()), Shop.PURCHASES, Progress.none());
    }

    private static InteractionLog part(InteractionLog log, IntPredicate day) {
        BitSet kept = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            kept.set(row, day.test((int) ((log.times()[row] - Shop.START.toEpochMilli()) / 86_400_000L)));
        }
        return log.only(kept);
    }
}

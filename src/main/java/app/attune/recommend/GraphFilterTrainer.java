package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;
import app.attune.recommend.algebra.Kernels;
import app.attune.recommend.algebra.Kernels.Product;
import java.util.Arrays;

/// Smooths what users took over the graph of items and sharpens the result, in closed form.
///
/// With P of [ItemGraph], D its degrees and V the `tastes` broadest tastes ([SmoothTastes]), the weight of history item
/// i for item j is at (j, i) of q(P) (P + `taste-weight` * D^1/2 V V' D^-1/2), where q(P) = 1 - t P + (t P)^2 / 2 -
/// (t P)^3 / 6 + (t P)^4 / 24 holds back what is near everything, with t = `sharpening`; 0 leaves it out. Kept per item
/// i: the `neighbours` largest weights above 0 other than its own; ties: smaller position. Same seed, same bits at any
/// number of threads. Cost of the order of items times pairs, and of the square of the items times `tastes`.
/// Sources: Shen et al., "How Powerful is Graph Convolution for Recommendation?", CIKM 2021; the sharpening of Choi et
/// al., "Blurring-Sharpening Process Models for Collaborative Filtering", SIGIR 2023, by one step of Runge and Kutta.
final class GraphFilterTrainer {
    private static final int WIDTH = ItemGraph.WIDTH;
    private static final int TERMS = 4;

    private final ItemGraph graph;
    private final float[] tastes;
    private final int factors;
    private final float share;
    private final double sharpening;
    private final int kept;

    private GraphFilterTrainer(ItemGraph graph, float[] tastes, RecommenderOptions options) {
        this.graph = graph;
        this.tastes = tastes;
        this.factors = tastes.length / graph.items();
        this.share = (float) options.amount("taste-weight");
        this.sharpening = options.amount("sharpening");
        this.kept = options.whole("neighbours");
    }

    static ItemItemModel train(Task task) {
        RecommenderOptions options = task.options();
        Progress progress = task.progress();
        ItemGraph graph = new ItemGraph(task.data());
        int factors = options.amount("taste-weight") == 0 ? 0 : options.whole("tastes");
        float[] tastes = SmoothTastes.of(graph, factors, task.provenance().seed(), progress);
        weigh(graph, tastes);
        GraphFilterTrainer trainer = new GraphFilterTrainer(graph, tastes, options);
        Ranked[] rows = new Ranked[graph.items()];
        Blocks.run(graph.items(), "Smoothing over items", progress, (from, to) -> {
            Sheets sheets = trainer.new Sheets();
            for (int first = from; first < to && !progress.isCancelled(); first += WIDTH) {
                sheets.fill(first, Math.min(to, first + WIDTH), rows);
            }
        });
        return ItemItemModel.of(task, ItemWeights.ofRows(rows).transposed());
    }

    /// Turns V into V D^1/2.
    private static void weigh(ItemGraph graph, float[] tastes) {
        for (int at = 0; at < tastes.length; at++) {
            tastes[at] *= (float) Math.sqrt(graph.degree(at % graph.items()));
        }
    }

    /// Room for the weights of [ItemGraph#WIDTH] history items at once.
    private final class Sheets {
        private final float[] between = new float[Math.multiplyExact(graph.users(), WIDTH)];
        private final float[] sum = new float[Math.multiplyExact(graph.items(), WIDTH)];
        private float[] term = new float[sum.length];
        private float[] spare = new float[sum.length];
        private final float[] places = new float[factors * WIDTH];

        /// Ranks the weights of history items `from` to `to`, exclusive.
        void fill(int from, int to, Ranked[] rows) {
            Arrays.fill(spare, 0);
            for (int item = from; item < to; item++) {
                spare[item * WIDTH + item - from] = 1;
            }
            graph.apply(spare, between, term);
            addTastes(from, to);
            System.arraycopy(term, 0, sum, 0, sum.length);
            sharpen();
            for (int item = from; item < to; item++) {
                rows[item] = strongest(item, item - from);
            }
        }

        /// Every taste has places for the history items, and gives by them to all items; nothing for one that nobody
        /// took.
        private void addTastes(int from, int to) {
            int items = graph.items();
            for (int item = from; item < to; item++) {
                float give = graph.degree(item) > 0 ? share / (float) graph.degree(item) : 0;
                for (int taste = 0; taste < factors; taste++) {
                    places[taste * WIDTH + item - from] = give * tastes[taste * items + item];
                }
            }
            Product product = new Product(tastes, 0, items, places, 0, WIDTH, factors, items, to - from);
            Kernels.best().multiply(product, term, 0, WIDTH, 1);
        }

        private void sharpen() {
            double factor = 1;
            for (int power = 1; power <= TERMS && sharpening > 0; power++) {
                graph.apply(term, between, spare);
                float[] done = spare;
                spare = term;
                term = done;
                factor *= -sharpening / power;
                Kernels.best().add((float) factor, term, 0, sum, 0, sum.length);
            }
        }

        private Ranked strongest(int item, int column) {
            TopItems top = new TopItems(Math.min(kept, graph.items()));
            for (int other = 0; other < graph.items(); other++) {
                float weight = sum[other * WIDTH + column];
                if (weight > 0 && other != item) {
                    top.offer(other, weight);
                }
            }
            return top.drain();
        }
    }
}

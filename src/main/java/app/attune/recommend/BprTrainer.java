package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.recommend.LeastSquares.Penalty;
import app.attune.recommend.Trainers.Task;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/// Factorises interactions so that what a user took ranks above what they did not.
///
/// Each step draws a pair (u, i) of the interactions and an item j the user does not have, both evenly, and climbs
/// ln sigmoid(x(u) y(i) - x(u) y(j)) - lambda / 2 (|x|^2 + |y(i)|^2 + |y(j)|^2) by `rate`. An epoch is as many steps as
/// pairs. Steps depend on each other, so they run one after the other on one thread: deterministic for a seed, whatever
/// the processors. Cost per epoch O(pairs * d). Users are not kept: like everybody's, their factors are solved from
/// their history ([FoldIn]) with the weights below.
/// Source: Rendle, Freudenthaler, Gantner, Schmidt-Thieme, "BPR: Bayesian Personalized Ranking from Implicit Feedback",
/// UAI 2009, figure 4 (LearnBPR) with matrix factorisation (section 4.3.1).
final class BprTrainer {
    private static final int STEPS_PER_CHECKPOINT = 4096;
    private static final double SPREAD = 0.1;
    private static final Penalty FOLDING = new Penalty(0.01, 0.1, 1);

    private final Interactions data;
    private final int d;
    private final float rate;
    private final float lambda;
    private final SplittableRandom random;
    private final int[] userOf;
    private final float[] users;
    private final float[] items;

    private BprTrainer(Task task) {
        this.data = task.data();
        this.d = task.options().whole("factors");
        this.rate = (float) task.options().amount("rate");
        this.lambda = (float) task.options().amount("lambda");
        this.random = Seeds.stream(task.provenance().seed(), "bpr");
        this.userOf = new int[data.pairs()];
        for (int row = 0; row < data.users(); row++) {
            Arrays.fill(userOf, data.from(row), data.to(row), row);
        }
        this.users = drawn(data.users());
        this.items = drawn(data.items());
    }

    static FactorModel train(Task task) {
        BprTrainer trainer = new BprTrainer(task);
        int epochs = task.options().whole("epochs");
        for (int epoch = 0; epoch < epochs; epoch++) {
            task.progress().report("Training", epoch, epochs);
            trainer.epoch(task.progress());
            trainer.requireNumbers();
        }
        return FactorModel.of(task, trainer.items, FOLDING);
    }

    private float[] drawn(int rows) {
        float[] factors = new float[Math.multiplyExact(rows, d)];
        for (int at = 0; at < factors.length; at++) {
            factors[at] = (float) (SPREAD * (random.nextDouble() - 0.5));
        }
        return factors;
    }

    private void epoch(Progress progress) {
        for (int step = 0; step < data.pairs(); step++) {
            if (step % STEPS_PER_CHECKPOINT == 0) {
                progress.checkpoint();
            }
            int pair = random.nextInt(data.pairs());
            int row = userOf[pair];
            if (data.to(row) - data.from(row) < data.items()) {
                climb(row * d, data.item(pair) * d, notTaken(row) * d);
            }
        }
    }

    /// Steps that are too long leave every number behind.
    private void requireNumbers() {
        for (float factor : items) {
            if (!Float.isFinite(factor)) {
                throw ProblemException.of(
                        "recommend.diverged",
                        String.format(
                                Locale.ROOT,
                                "BPR came to no result with rate=%s and lambda=%s: its steps grew without end.",
                                rate,
                                lambda),
                        "Train it with a smaller rate or lambda; usual are " + usual("rate") + " and " + usual("lambda")
                                + ".");
            }
        }
    }

    private static String usual(String setting) {
        return Algorithm.BPR.setting(setting).orElseThrow().usual();
    }

    private int notTaken(int row) {
        int item = random.nextInt(data.items());
        while (data.history(row).find(item) >= 0) {
            item = random.nextInt(data.items());
        }
        return item;
    }

    private void climb(int user, int taken, int other) {
        float slope = (float) (1 / (1 + StrictMath.exp(product(user, taken) - product(user, other))));
        for (int f = 0; f < d; f++) {
            float x = users[user + f];
            float yes = items[taken + f];
            float no = items[other + f];
            users[user + f] = x + rate * (slope * (yes - no) - lambda * x);
            items[taken + f] = yes + rate * (slope * x - lambda * yes);
            items[other + f] = no + rate * (-slope * x - lambda * no);
        }
    }

    private double product(int user, int item) {
        double sum = 0;
        for (int f = 0; f < d; f++) {
            sum += users[user + f] * items[item + f];
        }
        return sum;
    }
}

package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.LeastSquares.Penalty;
import app.attune.recommend.Trainers.Task;

/// Factorises interactions, where a pair that is not there counts a little as a no.
///
/// Minimises: sum over pairs of w (1 - x'y)^2 + unobserved * sum over all users and items of (x'y)^2 + the penalty of
/// [LeastSquares], by solving users and items in turn. Cost per iteration at most O(pairs * d^2 + (users + items) *
/// d^3)
/// exactly, O(pairs * d + (users + items) * d^2) per step of conjugate gradients; where there are many users or items,
/// rows with fewer pairs than factors cost O(pairs^2 * d), a step O(pairs * d), and each half O(d^3) once on one
/// thread.
/// Deterministic for a seed, at any number of
/// threads, on one kind of processor.
/// Sources: Hu, Koren, Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008; the weights of
/// what is not there and the growing penalty: Rendle, Krichene, Zhang, Koren, "Revisiting the Performance of iALS on
/// Item Recommendation Benchmarks", RecSys 2022.
final class IalsTrainer {
    private static final int STEPS = 3;

    private IalsTrainer() {}

    static FactorModel train(Task task) {
        Interactions data = task.data();
        RecommenderOptions options = task.options();
        int d = options.whole("factors");
        Penalty penalty = new Penalty(options.amount("unobserved"), options.amount("lambda"), options.amount("nu"));
        boolean exact = options.choice("solver").equals("CHOLESKY");
        LeastSquares solver = new LeastSquares(penalty, exact ? 0 : STEPS);
        Factors items = Factors.random(data.items(), d, task.provenance().seed(), "ials items");
        Factors users = Factors.zeros(data.users(), d);
        SparseRows rows = data.rows();
        SparseTable columns = data.columns();
        int iterations = options.whole("iterations");
        for (int iteration = 0; iteration < iterations; iteration++) {
            task.progress().report("Training", iteration, iterations);
            solver.solve(rows, users, items, "Training", quiet(task.progress()));
            solver.solve(columns, items, users, "Training", quiet(task.progress()));
        }
        return FactorModel.of(task, items.packed(), penalty);
    }

    /// Stops when the whole stops; the iterations tell how far it is.
    private static Progress quiet(Progress progress) {
        return new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }
}

package app.attune.recommend;

import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.algebra.Kernels;
import app.attune.recommend.algebra.Kernels.Product;
import java.util.Arrays;
import java.util.List;

/// The best items of users by the products of their factors with those of the items.
///
/// All products are made in single precision, several users at once. Those that could be among the best, whatever
/// rounding did, are made again in double precision, from the first factor to the last, and decide. So the answer is
/// bit for bit the one that double precision alone would give: with B the most that single precision can be wrong, what
/// is among the best is at most 2 B below the approximate k-th best. B is (d + 2) * 2^-23 |user| |longest item|
/// (Higham,
/// "Accuracy and Stability of Numerical Algorithms", 2nd edition, 2002, section 3.1, with a factor of 2 to spare).
final class FactorSearch {
    private static final int WIDTH = 64;
    private static final double ROUNDING = 0x1p-23;
    private static final double UNDERFLOW = 1e-40;

    private final Kernels kernels = Kernels.best();
    private final float[] factors;
    private final int d;
    private final int items;
    private final float[] panels;
    private final double longest;

    /// @param factors item by item, d each
    FactorSearch(float[] factors, int d) {
        this.factors = factors;
        this.d = d;
        this.items = factors.length / d;
        this.panels = new float[(items + WIDTH - 1) / WIDTH * WIDTH * d];
        double longestSquare = 0;
        for (int item = 0; item < items; item++) {
            double square = 0;
            for (int f = 0; f < d; f++) {
                float factor = factors[item * d + f];
                square += (double) factor * factor;
                panels[item / WIDTH * WIDTH * d + f * WIDTH + item % WIDTH] = factor;
            }
            longestSquare = Math.max(longestSquare, square);
        }
        this.longest = Math.sqrt(longestSquare);
    }

    /// @param user    d factors
    /// @param without positions of items that are no answer, ascending
    @SuppressWarnings("ArrayRecordComponent") // A question's numbers, never compared.
    record Question(double[] user, int[] without) {}

    /// For each question the best `k` positions with a product above 0. Cost O(questions * items * d).
    List<Ranked> best(List<Question> questions, int k) {
        int n = questions.size();
        float[] users = new float[d * n];
        for (int q = 0; q < n; q++) {
            for (int f = 0; f < d; f++) {
                users[f * n + q] = (float) questions.get(q).user()[f];
            }
        }
        List<Shortlist> lists =
                questions.stream().map(question -> new Shortlist(question, k)).toList();
        float[] products = new float[n * WIDTH];
        for (int first = 0; first < items && k > 0; first += WIDTH) {
            Arrays.fill(products, 0);
            Product product = new Product(users, 0, n, panels, first * d, WIDTH, d, n, WIDTH);
            kernels.multiply(product, products, 0, WIDTH, 1);
            int width = Math.min(WIDTH, items - first);
            for (int q = 0; q < n; q++) {
                lists.get(q).read(products, q * WIDTH, width, first);
            }
        }
        return lists.stream().map(Shortlist::decided).toList();
    }

    /// Adds the product of every item to `scores`, in double precision and the same order.
    void score(double[] user, double[] scores) {
        for (int first = 0; first < items; first += WIDTH) {
            int width = Math.min(WIDTH, items - first);
            for (int f = 0; f < d; f++) {
                double factor = user[f];
                int at = first * d + f * WIDTH;
                for (int item = 0; item < width; item++) {
                    scores[first + item] += factor * panels[at + item];
                }
            }
        }
    }

    /// One question's items that could be among its best.
    private final class Shortlist {
        private final Question question;
        private final int k;
        private final double doubt;
        private final TopItems likely;
        private float least;
        private int[] positions = new int[256];
        private float[] products = new float[256];
        private int size;

        Shortlist(Question question, int k) {
            this.question = question;
            this.k = k;
            double square = 0;
            for (double factor : question.user()) {
                square += factor * factor;
            }
            this.doubt = (d + 2) * ROUNDING * Math.sqrt(square) * longest + UNDERFLOW;
            this.likely = new TopItems(k);
            this.least = Math.nextDown((float) -doubt);
        }

        void read(float[] made, int at, int width, int first) {
            int to = at + width;
            for (int i = kernels.firstAtLeast(least, made, at, to);
                    i < to;
                    i = kernels.firstAtLeast(least, made, i + 1, to)) {
                offer(first + i - at, made[i]);
            }
        }

        private void offer(int position, float product) {
            if (Arrays.binarySearch(question.without(), position) >= 0) {
                return;
            }
            if (size == positions.length) {
                positions = Arrays.copyOf(positions, 2 * size);
                products = Arrays.copyOf(products, 2 * size);
            }
            positions[size] = position;
            products[size++] = product;
            likely.offer(position, product);
            if (likely.isFull()) {
                least = Math.max(least, Math.nextDown((float) (likely.worst() - 2 * doubt)));
            }
        }

        Ranked decided() {
            TopItems top = new TopItems(k);
            for (int i = 0; i < size; i++) {
                double product = products[i] >= least ? product(positions[i]) : 0;
                if (product > 0) {
                    top.offer(positions[i], product);
                }
            }
            return top.drain();
        }

        private double product(int item) {
            double sum = 0;
            for (int f = 0; f < d; f++) {
                sum += question.user()[f] * factors[item * d + f];
            }
            return sum;
        }
    }
}

package app.attune.recommend.algebra;

import java.util.Arrays;

/// Eigenvalues and eigenvectors of a symmetric matrix: A = V' diag(values) V, in no order.
///
/// Found by cyclic rotations, in double precision and in one order, so that the same matrix gives the same bits.
/// Source:
/// Golub and Van Loan, "Matrix Computations", 4th edition, 2013, section 8.5 (Jacobi's method).
///
/// @param values  n of them
/// @param vectors n rows of n: row f is the vector of value f, of length 1
@SuppressWarnings("ArrayRecordComponent") // Numbers of one computation, never compared.
public record Eigen(double[] values, double[] vectors) {
    private static final int MOST_SWEEPS = 40;

    /// What is this small beside its two diagonal places, or beside the whole, counts as zero.
    private static final double SMALL = 1e-10;

    private static final double NOTHING = 1e-15;

    /// Cost about 6 n^3 for each of the few sweeps over all pairs of rows.
    ///
    /// @param symmetric  n x n, row-major; left as it is
    /// @param checkpoint asked before every row of every sweep; throws to stop
    public static Eigen of(double[] symmetric, int n, Runnable checkpoint) {
        double[] a = symmetric.clone();
        double[] vectors = new double[n * n];
        double trace = 0;
        for (int i = 0; i < n; i++) {
            vectors[i * n + i] = 1;
            trace += Math.abs(a[i * n + i]);
        }
        boolean turned = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && turned; sweep++) {
            turned = false;
            for (int p = 0; p < n - 1; p++) {
                checkpoint.run();
                for (int q = p + 1; q < n; q++) {
                    double off = Math.abs(a[p * n + q]);
                    double beside = Math.sqrt(Math.abs(a[p * n + p] * a[q * n + q]));
                    if (off > SMALL * beside && off > NOTHING * trace) {
                        turn(a, vectors, n, p, q);
                        turned = true;
                    }
                }
            }
        }
        double[] values = new double[n];
        Arrays.setAll(values, i -> a[i * n + i]);
        return new Eigen(values, vectors);
    }

    /// Turns rows and columns p and q so that A(p, q) becomes 0.
    private static void turn(double[] a, double[] vectors, int n, int p, int q) {
        double off = a[p * n + q];
        double theta = (a[q * n + q] - a[p * n + p]) / (2 * off);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        double pp = a[p * n + p] - tangent * off;
        double qq = a[q * n + q] + tangent * off;
        turnRows(a, n, p, q, cosine, sine);
        turnRows(vectors, n, p, q, cosine, sine);
        a[p * n + p] = pp;
        a[q * n + q] = qq;
        a[p * n + q] = 0;
        a[q * n + p] = 0;
        for (int k = 0; k < n; k++) {
            a[k * n + p] = a[p * n + k];
            a[k * n + q] = a[q * n + k];
        }
    }

    private static void turnRows(double[] rows, int n, int p, int q, double cosine, double sine) {
        int at = p * n;
        int other = q * n;
        for (int k = 0; k < n; k++) {
            double left = rows[at + k];
            double right = rows[other + k];
            rows[at + k] = cosine * left - sine * right;
            rows[other + k] = sine * left + cosine * right;
        }
    }
}

package app.attune.recommend.algebra;

import app.attune.recommend.algebra.Kernels.Product;

/// Solves small symmetric positive definite systems again and again, as the rows of a factorisation need it: A x = b
/// by A = U'U with U upper triangular, right-looking in panels of eight rows.
///
/// Not for several threads at once. Source: Golub and Van Loan, "Matrix Computations", 4th edition, 2013, section 4.2.
public final class Cholesky {
    private static final int PANEL = 8;
    private static final int ROWS = 4;

    private final Kernels kernels;
    private final int n;
    private final int aligned;

    /// @param n rows and columns of A, at least 1
    public Cholesky(Kernels kernels, int n) {
        this.kernels = kernels;
        this.n = n;
        this.aligned = 2 * kernels.lanes();
    }

    /// Overwrites `b` with x, and the upper triangle of `a` with U; what lies below the diagonal is neither read nor
    /// kept. Cost n^3 / 6 + n^2 products.
    ///
    /// @param a n x n, row-major
    /// @param b n long
    /// @throws ArithmeticException if A is not positive definite in single precision
    public void solve(float[] a, float[] b) {
        factor(a);
        for (int k = 0; k < n; k++) {
            b[k] /= a[k * n + k];
            kernels.add(-b[k], a, k * n + k + 1, b, k + 1, n - k - 1);
        }
        for (int k = n - 1; k >= 0; k--) {
            b[k] = (b[k] - kernels.dot(a, k * n + k + 1, b, k + 1, n - k - 1)) / a[k * n + k];
        }
    }

    private void factor(float[] a) {
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(n, from + PANEL);
            panel(a, from, to);
            for (int i = to; i < n; i += ROWS) {
                int left = i / aligned * aligned;
                int height = Math.min(ROWS, n - i);
                Product product = new Product(a, from * n + i, n, a, from * n + left, n, to - from, height, n - left);
                kernels.multiply(product, a, i * n + left, n, -1);
            }
        }
    }

    private void panel(float[] a, int from, int to) {
        for (int k = from; k < to; k++) {
            float pivot = a[k * n + k];
            if (!(pivot > 0)) {
                throw new ArithmeticException("The matrix is not positive definite at row " + k);
            }
            float scale = (float) (1 / Math.sqrt(pivot));
            for (int j = k * n + k; j < (k + 1) * n; j++) {
                a[j] *= scale;
            }
            for (int row = k + 1; row < to; row++) {
                int left = row / kernels.lanes() * kernels.lanes();
                kernels.add(-a[k * n + row], a, k * n + left, a, row * n + left, n - left);
            }
        }
    }
}

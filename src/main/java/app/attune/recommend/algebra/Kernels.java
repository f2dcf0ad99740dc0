package app.attune.recommend.algebra;

/// The innermost loops over arrays of floats, in vectors where the virtual machine has them.
///
/// Matrices are row-major parts of one array: a place where they start and a stride from row to row. Both ways of
/// computing give the same answers but for rounding (1e-5 relative); each is deterministic on one machine.
public interface Kernels {
    /// A block of a product of two panels that is added to a matrix, or taken from it.
    ///
    /// @param a       rows of the first panel, `depth` of them, each with at least `rows` columns from `aAt`
    /// @param b       rows of the second panel, `depth` of them, each with at least `columns` columns from `bAt`
    /// @param depth   rows of both panels, 0 or more
    /// @param rows    of the block
    /// @param columns of the block
    @SuppressWarnings("ArrayRecordComponent") // A call's arguments, never compared.
    record Product(
            float[] a, int aAt, int aStride, float[] b, int bAt, int bStride, int depth, int rows, int columns) {}

    /// Adds to c at row i and column j: sign * (sum over k of a(k, i) * b(k, j)). Cost O(depth * rows * columns).
    ///
    /// @param sign 1 or -1
    void multiply(Product product, float[] c, int cAt, int cStride, float sign);

    /// y += factor * x over n places.
    void add(float factor, float[] x, int xAt, float[] y, int yAt, int n);

    /// The sum of x * y over n places.
    float dot(float[] x, int xAt, float[] y, int yAt, int n);

    /// The first place in `from` to `to` whose number is at least `least`; `to` if there is none. Never a NaN.
    int firstAtLeast(float least, float[] x, int from, int to);

    /// Floats in one vector; 1 without vectors.
    int lanes();

    /// Vectors where the module `jdk.incubator.vector` is there, plain loops where it is not.
    static Kernels best() {
        return Chosen.KERNELS;
    }

    /// The choice, made once.
    final class Chosen {
        private static final Kernels KERNELS = choose();

        private Chosen() {}

        private static Kernels choose() {
            boolean vectors =
                    ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
            return vectors ? new VectorKernels() : new ScalarKernels();
        }
    }
}

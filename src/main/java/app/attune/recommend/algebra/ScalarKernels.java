package app.attune.recommend.algebra;

/// The kernels in plain loops: what runs without the module of vectors, and what the vectors are tested against.
public final class ScalarKernels implements Kernels {
    @Override
    public void multiply(Product product, float[] c, int cAt, int cStride, float sign) {
        float[] b = product.b();
        for (int k = 0; k < product.depth(); k++) {
            int bRow = product.bAt() + k * product.bStride();
            int aRow = product.aAt() + k * product.aStride();
            for (int i = 0; i < product.rows(); i++) {
                float factor = sign * product.a()[aRow + i];
                int row = cAt + i * cStride;
                for (int j = 0; j < product.columns(); j++) {
                    c[row + j] += factor * b[bRow + j];
                }
            }
        }
    }

    @Override
    public void add(float factor, float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += factor * x[xAt + i];
        }
    }

    @Override
    public float dot(float[] x, int xAt, float[] y, int yAt, int n) {
        float sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xAt + i] * y[yAt + i];
        }
        return sum;
    }

    @Override
    public int firstAtLeast(float least, float[] x, int from, int to) {
        int i = from;
        while (i < to && !(x[i] >= least)) {
            i++;
        }
        return i;
    }

    @Override
    public int lanes() {
        return 1;
    }
}

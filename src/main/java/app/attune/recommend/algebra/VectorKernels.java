package app.attune.recommend.algebra;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels in vectors of the machine's preferred width. Products are built in tiles of four rows by two vectors,
/// whose sums stay in registers; whatever does not fill a tile goes through masks.
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int TILE_ROWS = 4;

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void multiply(Product product, float[] c, int cAt, int cStride, float sign) {
        int wide = product.columns() / (2 * LANES) * (2 * LANES);
        int tall = product.rows() / TILE_ROWS * TILE_ROWS;
        for (int j = 0; j < wide; j += 2 * LANES) {
            for (int i = 0; i < tall; i += TILE_ROWS) {
                tile(product, i, j, c, cAt + i * cStride + j, cStride, sign);
            }
        }
        for (int i = 0; i < product.rows(); i++) {
            int from = i < tall ? wide : 0;
            for (int j = from; j < product.columns(); j += LANES) {
                strip(product, i, j, c, cAt + i * cStride + j, sign);
            }
        }
    }

    private static void tile(Product p, int i, int j, float[] c, int at, int stride, float sign) {
        float[] a = p.a();
        float[] b = p.b();
        FloatVector c00 = FloatVector.zero(SPECIES);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        int aAt = p.aAt() + i;
        int bAt = p.bAt() + j;
        for (int k = 0; k < p.depth(); k++, aAt += p.aStride(), bAt += p.bStride()) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            c00 = b0.fma(all(a[aAt]), c00);
            c01 = b1.fma(all(a[aAt]), c01);
            c10 = b0.fma(all(a[aAt + 1]), c10);
            c11 = b1.fma(all(a[aAt + 1]), c11);
            c20 = b0.fma(all(a[aAt + 2]), c20);
            c21 = b1.fma(all(a[aAt + 2]), c21);
            c30 = b0.fma(all(a[aAt + 3]), c30);
            c31 = b1.fma(all(a[aAt + 3]), c31);
        }
        store(c00, c01, c, at, sign);
        store(c10, c11, c, at + stride, sign);
        store(c20, c21, c, at + 2 * stride, sign);
        store(c30, c31, c, at + 3 * stride, sign);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    private static void store(FloatVector left, FloatVector right, float[] c, int at, float sign) {
        left.fma(all(sign), FloatVector.fromArray(SPECIES, c, at)).intoArray(c, at);
        right.fma(all(sign), FloatVector.fromArray(SPECIES, c, at + LANES)).intoArray(c, at + LANES);
    }

    /// One row of at most one vector.
    private static void strip(Product p, int i, int j, float[] c, int at, float sign) {
        VectorMask<Float> mask = SPECIES.indexInRange(j, p.columns());
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int k = 0; k < p.depth(); k++) {
            FloatVector row = FloatVector.fromArray(SPECIES, p.b(), p.bAt() + k * p.bStride() + j, mask);
            sum = row.fma(all(p.a()[p.aAt() + k * p.aStride() + i]), sum);
        }
        sum.fma(all(sign), FloatVector.fromArray(SPECIES, c, at, mask)).intoArray(c, at, mask);
    }

    @Override
    public void add(float factor, float[] x, int xAt, float[] y, int yAt, int n) {
        FloatVector factors = all(factor);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, x, xAt + i)
                    .fma(factors, FloatVector.fromArray(SPECIES, y, yAt + i))
                    .intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
        }
    }

    @Override
    public float dot(float[] x, int xAt, float[] y, int yAt, int n) {
        FloatVector sums = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            sums = FloatVector.fromArray(SPECIES, x, xAt + i).fma(FloatVector.fromArray(SPECIES, y, yAt + i), sums);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            sum = Math.fma(x[xAt + i], y[yAt + i], sum);
        }
        return sum;
    }

    @Override
    public int firstAtLeast(float least, float[] x, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            VectorMask<Float> found = FloatVector.fromArray(SPECIES, x, i).compare(VectorOperators.GE, least);
            if (found.anyTrue()) {
                return i + found.firstTrue();
            }
        }
        while (i < to && !(x[i] >= least)) {
            i++;
        }
        return i;
    }
}

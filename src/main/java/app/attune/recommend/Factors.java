package app.attune.recommend;

import app.attune.core.Seeds;
import app.attune.recommend.algebra.Kernels;
import java.util.SplittableRandom;

/// Factors of users or items: a row of floats each, filled up with zeros to whole vectors.
///
/// @param stride from row to row, at least `factors`
@SuppressWarnings("ArrayRecordComponent") // Working space of a training, never compared.
record Factors(int rows, int factors, int stride, float[] values) {
    static Factors zeros(int rows, int factors) {
        int lanes = Kernels.best().lanes();
        int stride = (factors + lanes - 1) / lanes * lanes;
        return new Factors(rows, factors, stride, new float[Math.multiplyExact(rows, stride)]);
    }

    /// Normal with deviation 0.1 / sqrt(factors), the same for a seed and a name.
    static Factors random(int rows, int factors, long seed, String name) {
        Factors made = zeros(rows, factors);
        SplittableRandom random = Seeds.stream(seed, name);
        double deviation = 0.1 / Math.sqrt(factors);
        for (int row = 0; row < rows; row++) {
            for (int factor = 0; factor < factors; factor++) {
                made.values[row * made.stride + factor] = (float) (deviation * random.nextGaussian());
            }
        }
        return made;
    }

    /// Row by row without what fills them up.
    float[] packed() {
        float[] packed = new float[rows * factors];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * stride, packed, row * factors, factors);
        }
        return packed;
    }
}

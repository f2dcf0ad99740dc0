package app.attune.decider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Factors of items from `ials.json`.
///
/// @param gram    d x d: the sum over all items of their factors' products
/// @param factors d of each item
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
record ServerFactors(String kind, Penalty penalty, double[] gram, Map<String, double[]> factors)
        implements ServerModel {
    /// What holds a user's factors back: lambda * (items of the history + unobserved * items)^nu.
    record Penalty(double unobserved, double lambda, double nu) {
        double of(int pairs, int items) {
            return lambda * StrictMath.pow(pairs + unobserved * items, nu);
        }
    }

    static ServerFactors read(Fields file) {
        file.requireFormat();
        Fields penalty = file.object("penalty");
        double[] gram = file.numbers("gram");
        int d = (int) Math.round(Math.sqrt(gram.length));
        if (d == 0 || d * d != gram.length) {
            throw file.malformed("\"gram\" is not square");
        }
        Map<String, double[]> factors = new LinkedHashMap<>();
        List<String> items = file.objects("items", item -> {
            double[] values = item.numbers("factors");
            if (values.length != d) {
                throw item.malformed("it has " + values.length + " factors instead of " + d);
            }
            factors.put(item.text("item"), values);
            return item.text("item");
        });
        ServerModel.requireOnce(file, items);
        return new ServerFactors(
                file.text("kind"),
                new Penalty(penalty.number("unobserved"), penalty.number("lambda"), penalty.number("nu")),
                gram,
                factors);
    }

    @Override
    public Stream<String> items() {
        return factors.keySet().stream();
    }

    @Override
    public DenseModel dense(ItemIndex items) {
        return new DenseFactors(this, items);
    }
}

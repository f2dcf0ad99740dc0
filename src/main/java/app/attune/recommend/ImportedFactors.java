package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.profiles.Population;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Factors of items and users that were trained elsewhere, by the ids of the data here.
///
/// A model of them treats everybody by what they did, as every model does: a user's factors are solved from the items'
/// as the training solved them last. Where the data is what they were trained on, that gives the factors of the
/// training
/// back, and [#folded] tells for how many users it does.
///
/// @param items    that the data here knows, in ranking order
/// @param factors  of these items, row by row
/// @param gram     sum over all items of the training of y y'
/// @param users    of the training that the data here knows
/// @param origin   what is told of where they come from, by name
@SuppressWarnings("ArrayRecordComponent") // Tables on their way to a model, never compared.
public record ImportedFactors(
        List<ItemId> items,
        float[] factors,
        double[] gram,
        Users users,
        SparkEquation equation,
        Map<String, String> origin) {
    /// Of the models made of them.
    public static final String KIND = "spark-als";

    /// Relative distance up to which two users' factors are the same: both were solved in double and kept in single
    /// precision.
    private static final double SAME = 1e-3;

    private static final int USERS_PER_CHECKPOINT = 256;

    public ImportedFactors {
        items = List.copyOf(items);
        Require.that(!items.isEmpty(), "Some items are known");
        Require.that(gram.length == square(factors.length / items.size()), "The Gram matrix is square");
        origin = Map.copyOf(origin);
    }

    /// Factors of users, row by row.
    ///
    /// @param count of the training, also those that the data here does not know
    public record Users(List<String> ids, float[] factors, int count) {
        public Users {
            ids = List.copyOf(ids);
        }
    }

    /// How many users have factors on both sides, and for how many they are the same.
    public record Folded(int users, int same) {}

    /// Numbers per item.
    int rank() {
        return factors.length / items.size();
    }

    private static int square(int d) {
        return d * d;
    }

    /// A model of these columns; an item without factors has zeros, which is as if the model did not know it.
    FactorModel on(Interactions data, Clock clock, long seed) {
        float[] placed = new float[Math.multiplyExact(data.items(), rank())];
        for (int row = 0; row < items.size(); row++) {
            int column = data.catalogue().position(items.get(row));
            if (column >= 0) {
                System.arraycopy(factors, row * rank(), placed, column * rank(), rank());
            }
        }
        return FactorModel.imported(
                provenance(data, clock, seed),
                new FactorModel.Columns(data.catalogue(), data.usersByItem()),
                placed,
                this);
    }

    /// A model of all its own items.
    FactorModel model(Interactions data, Clock clock, long seed) {
        int[] taken = data.usersByItem();
        int[] support = items.stream()
                .mapToInt(item -> data.catalogue().position(item))
                .map(column -> column < 0 ? 0 : taken[column])
                .toArray();
        return FactorModel.imported(
                provenance(data, clock, seed),
                new FactorModel.Columns(new Catalogue(items), support),
                factors.clone(),
                this);
    }

    private Provenance provenance(Interactions data, Clock clock, long seed) {
        return ModelProvenance.of(data, KIND, new TreeMap<>(origin), seed, clock);
    }

    /// How far users' factors of the training are what the model solves from what they did here.
    Folded folded(FactorModel model, Population population, InteractionOptions options, Progress progress) {
        Histories histories = new Histories(population, options);
        Instant now = population.defaultAsOf();
        int both = 0;
        int same = 0;
        for (int row = 0; row < users.ids.size(); row++) {
            if (row % USERS_PER_CHECKPOINT == 0) {
                progress.report("Comparing users", row, users.ids.size());
                progress.checkpoint();
            }
            OptionalInt user = population.events().users().find(users.ids.get(row));
            double[] solved = user.isEmpty() ? new double[0] : model.user(histories.of(user.getAsInt(), now));
            if (Arrays.stream(solved).anyMatch(factor -> factor != 0)) {
                both++;
                same += isSame(solved, row * rank()) ? 1 : 0;
            }
        }
        return new Folded(both, same);
    }

    private boolean isSame(double[] solved, int start) {
        double apart = 0;
        double size = 0;
        for (int f = 0; f < solved.length; f++) {
            double there = users.factors[start + f];
            apart += (solved[f] - there) * (solved[f] - there);
            size += there * there;
        }
        return apart <= SAME * SAME * size;
    }
}

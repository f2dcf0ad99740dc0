package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Provenance;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A model as named tables, to be saved and read again: everything it knows and nothing else.
///
/// @param kind      of the model, such as `item-knn`
/// @param items     in ranking order; positions in the tables are positions in this list
/// @param ints      arrays of whole numbers by name
/// @param doubles   arrays of numbers by name
/// @param floats    arrays of numbers in single precision by name
public record ModelTables(
        String kind,
        Provenance provenance,
        List<ItemId> items,
        SortedMap<String, int[]> ints,
        SortedMap<String, double[]> doubles,
        SortedMap<String, float[]> floats) {
    public ModelTables {
        items = List.copyOf(items);
        ints = Collections.unmodifiableSortedMap(new TreeMap<>(ints));
        doubles = Collections.unmodifiableSortedMap(new TreeMap<>(doubles));
        floats = Collections.unmodifiableSortedMap(new TreeMap<>(floats));
    }

    /// Without tables in single precision.
    ModelTables(
            String kind,
            Provenance provenance,
            List<ItemId> items,
            SortedMap<String, int[]> ints,
            SortedMap<String, double[]> doubles) {
        this(kind, provenance, items, ints, doubles, new TreeMap<>());
    }

    int[] intsOf(String name) {
        return found(ints, name);
    }

    double[] doublesOf(String name) {
        return found(doubles, name);
    }

    float[] floatsOf(String name) {
        return found(floats, name);
    }

    private static <T> T found(SortedMap<String, T> tables, String name) {
        T table = tables.get(name);
        if (table == null) {
            throw unreadable("the table " + name + " is missing");
        }
        return table;
    }

    /// The model these tables were taken from.
    ///
    /// @throws ProblemException `model.unreadable` if tables are missing, of the wrong length or of
    ///                                          an unknown kind
    public CatalogueModel toModel() {
        try {
            if (kind.equals(ImportedFactors.KIND)) {
                return FactorModel.of(this);
            }
            Algorithm algorithm =
                    Algorithm.of(kind).orElseThrow(() -> unreadable("this version does not know the kind " + kind));
            return switch (algorithm) {
                case POPULARITY, RECENT_POPULARITY -> PopularityModel.of(this);
                case ITEM_KNN, RP3BETA, EASE, SLIM, GRAPH_FILTER, CONTENT, MARKOV, HYBRID -> ItemItemModel.of(this);
                case COMPLEMENTS -> ComplementModel.of(this);
                case USER_KNN, SESSION_KNN -> UserKnnModel.of(this);
                case SWITCHING -> SwitchingModel.of(this);
                case IALS, BPR -> FactorModel.of(this);
            };
        } catch (IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException unreadable(String why) {
        return ProblemException.of(
                "model.unreadable", "The saved model cannot be read: " + why + ".", "Train the model again.");
    }
}

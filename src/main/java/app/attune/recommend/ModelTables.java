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
public record ModelTables(
        String kind,
        Provenance provenance,
        List<ItemId> items,
        SortedMap<String, int[]> ints,
        SortedMap<String, double[]> doubles) {
    public ModelTables {
        items = List.copyOf(items);
        ints = Collections.unmodifiableSortedMap(new TreeMap<>(ints));
        doubles = Collections.unmodifiableSortedMap(new TreeMap<>(doubles));
    }

    int[] intsOf(String name) {
        int[] found = ints.get(name);
        if (found == null) {
            throw missing(name);
        }
        return found;
    }

    double[] doublesOf(String name) {
        double[] found = doubles.get(name);
        if (found == null) {
            throw missing(name);
        }
        return found;
    }

    /// The model these tables were taken from.
    ///
    /// @throws ProblemException `model.unreadable` if tables are missing, of the wrong length or of
    ///                                          an unknown kind
    public CatalogueModel toModel() {
        try {
            return switch (kind) {
                case PopularityModel.KIND -> PopularityModel.of(this);
                case ItemKnnModel.KIND -> ItemKnnModel.of(this);
                default -> throw unreadable("this version does not know the kind " + kind);
            };
        } catch (IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException missing(String name) {
        return unreadable("the table " + name + " is missing");
    }

    private static ProblemException unreadable(String why) {
        return ProblemException.of(
                "model.unreadable", "The saved model cannot be read: " + why + ".", "Train the model again.");
    }
}

package app.attune.segments.ui;

import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where rows of a condition are after an edit of it. Marks do not matter.
///
/// @param before the condition before the edit
record RowPlaces(Condition before, Condition now) {
    /// The place of the row that was at `path`: where it says the same, else where it was if nothing moved; empty where
    /// it is gone.
    Optional<List<Integer>> of(List<Integer> path) {
        Optional<Condition> row = at(before, path);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (row.equals(at(now, path))) {
            return Optional.of(path);
        }
        List<List<Integer>> same =
                all(now).stream().filter(place -> row.equals(at(now, place))).toList();
        return same.stream()
                .filter(place -> !row.equals(at(before, place)))
                .findFirst()
                .or(() -> same.stream().findFirst())
                .or(() -> edited(row.get(), path));
    }

    /// Another value of the same row.
    private Optional<List<Integer>> edited(Condition row, List<Integer> path) {
        boolean unmoved = all(before).equals(all(now));
        return at(now, path)
                .filter(other -> unmoved && other.getClass().equals(row.getClass()))
                .map(other -> path);
    }

    private static Optional<Condition> at(Condition top, List<Integer> path) {
        return Conditions.at(top, path).map(Marks::bare);
    }

    private static List<List<Integer>> all(Condition top) {
        List<List<Integer>> paths = new ArrayList<>();
        collect(top, List.of(), paths);
        return paths;
    }

    private static void collect(Condition part, List<Integer> path, List<List<Integer>> paths) {
        paths.add(path);
        List<Condition> parts = Conditions.parts(part);
        for (int i = 0; i < parts.size(); i++) {
            collect(parts.get(i), Conditions.child(path, i), paths);
        }
    }
}

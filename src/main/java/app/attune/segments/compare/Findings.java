package app.attune.segments.compare;

import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Collects differences and counts those that must not be shown.
final class Findings {
    private static final int VALUES_OF_ONE_FIELD = 3;
    private static final int VALUES_BETWEEN_CHECKPOINTS = 256;
    private static final Comparator<Difference> LARGEST = Comparator.comparingDouble(
                    (Difference one) -> -Math.abs(one.effect().estimate()))
            .thenComparing(Difference::name);

    private final List<Difference> differences = new ArrayList<>();
    private final Progress progress;
    private int hidden;

    Findings(Progress progress) {
        this.progress = progress;
    }

    /// @param found empty if too few users have the value
    void add(Optional<Difference> found) {
        progress.checkpoint();
        found.ifPresentOrElse(differences::add, () -> hidden++);
    }

    /// Adds the few values of one field that differ most; of two values one says it all.
    ///
    /// @param each the comparison of a value, empty where nobody has it
    void addValues(int size, IntFunction<Optional<Supplier<Optional<Difference>>>> each) {
        List<Difference> shown = new ArrayList<>();
        int held = 0;
        for (int code = 0; code < size; code++) {
            if (code % VALUES_BETWEEN_CHECKPOINTS == 0) {
                progress.checkpoint();
            }
            Optional<Supplier<Optional<Difference>>> comparison = each.apply(code);
            if (comparison.isPresent()) {
                held++;
                comparison.get().get().ifPresentOrElse(shown::add, () -> hidden++);
            }
        }
        shown.sort(LARGEST);
        int most = held == 2 && shown.size() == 2 ? 1 : VALUES_OF_ONE_FIELD;
        differences.addAll(shown.subList(0, Math.min(shown.size(), most)));
    }

    /// The largest first.
    List<Difference> sorted() {
        return differences.stream().sorted(LARGEST).toList();
    }

    int hidden() {
        return hidden;
    }
}

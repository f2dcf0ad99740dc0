package app.attune.recommend;

import app.attune.core.Provenance;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How much the parts of a hybrid count, where training found that.
public final class FoundWeights {
    /// Among the options of where the model comes from, beside those that were chosen.
    public static final String NAME = "weights-found";

    private FoundWeights() {}

    /// As in "Item-kNN 1, RP3beta 0.5".
    public static Optional<String> of(ModelCard card) {
        return Optional.ofNullable(card.provenance().options().get(NAME));
    }

    static Provenance told(Provenance of, String weights) {
        Map<String, String> options = new TreeMap<>(of.options());
        options.put(NAME, weights);
        return new Provenance(
                of.kind(),
                options,
                of.seed(),
                of.dataHash(),
                of.rows(),
                of.window(),
                of.madeAt(),
                of.software(),
                of.metrics());
    }
}

package app.attune.recommend;

import app.attune.core.Provenance;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/// Writes down where a model comes from.
final class ModelProvenance {
    private ModelProvenance() {}

    static Provenance of(Interactions data, String kind, Map<String, String> options, long seed, Clock clock) {
        InteractionLog log = data.log();
        TreeMap<String, String> described = new TreeMap<>(log.options().describe());
        described.putAll(options);
        return new Provenance(
                kind,
                described,
                seed,
                log.dataHash(),
                log.size(),
                log.span(),
                clock.instant().toString(),
                Provenance.softwareHere(),
                Map.of());
    }
}

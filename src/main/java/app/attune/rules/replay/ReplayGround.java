package app.attune.rules.replay;

import app.attune.profiles.Population;
import app.attune.rules.ItemCatalogue;
import app.attune.segments.SegmentDefinition;
import java.util.List;

/// What rules are replayed on.
///
/// @param segments     those not deleted, without references to others
/// @param defaultModel the kind that is asked where no rule names one
public record ReplayGround(
        Population population, List<SegmentDefinition> segments, ItemCatalogue catalogue, String defaultModel) {
    public ReplayGround {
        segments = List.copyOf(segments);
    }
}

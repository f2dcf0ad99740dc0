package app.attune.recommend.ui;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.recommend.RecommendService;
import app.attune.recommend.RerankChoice;
import app.attune.recommend.UserGroups;
import app.attune.recommend.tune.TuningService;
import app.attune.ui.Dialogs;
import app.attune.ui.Navigator;
import app.attune.ui.Tasks;
import java.util.Map;

/// What the models screen works with.
///
/// @param people reads everybody as they are now; may take long
/// @param rerank what the preview shows re-ranked
public record ModelsContext(
        RecommendService service,
        TuningService tuning,
        People people,
        Segments segments,
        RerankChoice rerank,
        Tasks tasks,
        Navigator navigator,
        Dialogs dialogs) {
    /// Saved segments and how to find their members; called off the FX thread.
    @FunctionalInterface
    public interface Segments {
        /// In the order they are shown.
        Map<String, UserGroups.Members> byName();
    }

    /// Reads the population; called off the FX thread.
    @FunctionalInterface
    public interface People {
        Population load(Progress progress);
    }
}

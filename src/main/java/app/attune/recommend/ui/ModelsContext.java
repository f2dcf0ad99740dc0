package app.attune.recommend.ui;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.recommend.RecommendService;
import app.attune.ui.Dialogs;
import app.attune.ui.Navigator;
import app.attune.ui.Tasks;

/// What the models screen works with.
///
/// @param people reads everybody as they are now; may take long
public record ModelsContext(
        RecommendService service, People people, Tasks tasks, Navigator navigator, Dialogs dialogs) {
    /// Reads the population; called off the FX thread.
    @FunctionalInterface
    public interface People {
        Population load(Progress progress);
    }
}

package app.attune.events.ui;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.events.QueryService;
import app.attune.events.quality.QualityDesk;
import app.attune.events.quality.QualityService;
import app.attune.ui.Dialogs;
import app.attune.ui.Kit;
import app.attune.ui.Navigator;
import app.attune.ui.Tasks;
import java.time.Clock;

/// What the data screen works with.
///
/// @param events where the events come from
/// @param queries answers the expert's SQL
/// @param desk    judges the events
/// @param kit    the window around the screen
/// @param clock  tells how long a query took
public record DataContext(Source events, QueryService queries, QualityDesk desk, Kit kit, Clock clock) {
    QualityService quality() {
        return desk.service();
    }

    Tasks tasks() {
        return kit.tasks();
    }

    Navigator navigator() {
        return kit.navigator();
    }

    Dialogs dialogs() {
        return kit.dialogs();
    }

    /// Where the events come from; asked off the FX thread.
    public interface Source {
        EventFrame current(Progress progress);
    }
}

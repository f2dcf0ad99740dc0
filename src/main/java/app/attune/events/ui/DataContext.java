package app.attune.events.ui;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.events.ImportService;
import app.attune.events.QueryService;
import app.attune.events.forget.ForgetService;
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
/// @param log     what was imported, and the ways to take it back
/// @param kit    the window around the screen
/// @param clock  tells how long a query took
public record DataContext(Source events, QueryService queries, QualityDesk desk, Log log, Kit kit, Clock clock) {
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

    /// What was imported.
    ///
    /// @param imports reads rejected rows again
    /// @param forget  takes single imports away
    public record Log(ImportService imports, ForgetService forget) {}

    /// Where the events come from; asked off the FX thread.
    public interface Source {
        EventFrame current(Progress progress);
    }
}

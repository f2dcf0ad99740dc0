package app.attune.events.ui;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.ui.Dialogs;
import app.attune.ui.Navigator;
import app.attune.ui.Tasks;
import java.time.Clock;

/// What the data screen works with.
///
/// @param clock tells how long a query took
public record DataContext(Source events, Tasks tasks, Navigator navigator, Dialogs dialogs, Clock clock) {
    /// Where the events come from; asked off the FX thread.
    public interface Source {
        EventFrame current(Progress progress);
    }
}

package app.attune.workbench;

import app.attune.ui.Dialogs;
import app.attune.ui.FxTasks;
import java.util.List;

/// What the window is made of, so that tests can make it of other parts.
record Parts(FxTasks tasks, Workspaces workspaces, SettingsFile settings, List<Room> rooms, Dialogs dialogs) {
    Parts {
        rooms = List.copyOf(rooms);
    }
}

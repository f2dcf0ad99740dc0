package app.attune.workbench;

import app.attune.ui.Kit;
import app.attune.ui.Screen;

/// A screen that works on a workspace, and how it is built.
///
/// @param id   one of the screen names of [app.attune.ui.Destination]; its name is `room.ID` in the texts
/// @param icon the literal of an icon
record Room(String id, String icon, Place place, Builder builder) {
    /// How the analyst gets there.
    enum Place {
        SIDEBAR,
        /// By an action only, as the import.
        ACTION
    }

    /// Builds the screen; called once for each workspace, on the FX thread.
    interface Builder {
        Screen build(OpenWorkspace workspace, Kit kit);
    }
}

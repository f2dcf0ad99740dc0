package app.attune.workbench;

import java.util.List;

/// The composition of the window: every feature's screen is built here, in the order of the job.
final class Rooms {
    private Rooms() {}

    /// One line a feature.
    static List<Room> all() {
        return List.of();
    }
}

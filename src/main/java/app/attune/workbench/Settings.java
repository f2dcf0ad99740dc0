package app.attune.workbench;

import app.attune.ui.Appearance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the window remembers between sessions.
///
/// @param recent folders of workspaces, the last opened first
record Settings(Appearance appearance, Sidebar.Width sidebar, List<Path> recent) {
    private static final int KEPT = 10;

    Settings {
        recent = List.copyOf(recent);
    }

    static Settings initial() {
        return new Settings(Appearance.initial(), Sidebar.Width.WIDE, List.of());
    }

    Settings with(Appearance other) {
        return new Settings(other, sidebar, recent);
    }

    Settings with(Sidebar.Width other) {
        return new Settings(appearance, other, recent);
    }

    /// With `folder` in front.
    Settings opened(Path folder) {
        List<Path> folders = new ArrayList<>(recent);
        folders.remove(folder);
        folders.addFirst(folder);
        return new Settings(appearance, sidebar, folders.subList(0, Math.min(KEPT, folders.size())));
    }

    Settings forgotten(Path folder) {
        List<Path> folders = new ArrayList<>(recent);
        folders.remove(folder);
        return new Settings(appearance, sidebar, folders);
    }
}

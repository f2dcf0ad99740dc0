package app.attune.export.ui;

import app.attune.export.ExportService;
import app.attune.ui.Dialogs;
import app.attune.ui.Navigator;
import app.attune.ui.Tasks;
import java.nio.file.Path;

/// What the export screen works with.
///
/// @param exports the folder that is proposed for bundles
/// @param author  who waives gates
/// @param opener  shows folders outside the window
public record ExportContext(
        ExportService service,
        Path exports,
        String author,
        Tasks tasks,
        Navigator navigator,
        Dialogs dialogs,
        FolderOpener opener) {
    /// Shows a folder in the desktop's own file browser.
    @FunctionalInterface
    public interface FolderOpener {
        /// Called outside the FX thread.
        ///
        /// @throws app.attune.core.ProblemException if there is no such folder or nothing to show it with
        void open(Path folder);
    }
}

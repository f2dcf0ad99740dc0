package app.attune.export.ui;

import app.attune.export.ExportService;
import app.attune.ui.Dialogs;
import app.attune.ui.Navigator;
import app.attune.ui.Tasks;
import java.nio.file.Path;

/// What the export screen works with.
///
/// @param exports the folder that is proposed for bundles
public record ExportContext(ExportService service, Path exports, Tasks tasks, Navigator navigator, Dialogs dialogs) {}

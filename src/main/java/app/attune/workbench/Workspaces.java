package app.attune.workbench;

import app.attune.core.Progress;
import java.nio.file.Path;

/// Opens workspaces; each call takes long and runs off the FX thread.
interface Workspaces {
    OpenWorkspace open(Path folder, Progress progress);

    /// A new one in `folder`, which must be empty or not exist yet.
    OpenWorkspace create(Path folder, Progress progress);

    /// The workspace of the bundled sample data, made on first use.
    OpenWorkspace sample(Progress progress);
}

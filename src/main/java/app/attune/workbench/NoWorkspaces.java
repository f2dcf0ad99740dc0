package app.attune.workbench;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import java.nio.file.Path;

/// Stands in where no workspace can be opened.
final class NoWorkspaces implements Workspaces {
    @Override
    public OpenWorkspace open(Path folder, Progress progress) {
        throw cannot(folder.toString());
    }

    @Override
    public OpenWorkspace create(Path folder, Progress progress) {
        throw cannot(folder.toString());
    }

    @Override
    public OpenWorkspace sample(Progress progress) {
        throw cannot("the sample");
    }

    private static ProblemException cannot(String what) {
        return ProblemException.of(
                "workspace.not-available", "Can't open " + what + " in this build.", "Install a complete build.");
    }
}

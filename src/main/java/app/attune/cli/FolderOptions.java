package app.attune.cli;

import app.attune.core.ProblemException;
import picocli.CommandLine.Option;

/// How segments are written into a folder.
final class FolderOptions {
    @Option(names = "--replace", description = "For export: overwrites files with edits that are not saved here.")
    private boolean replace;

    boolean replaces() {
        return replace;
    }

    /// @throws ProblemException `cli.bad-option` if it was given
    void refuse() {
        if (replace) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "--replace belongs to export.",
                    "Leave it out, or use attune segment WORKSPACE export FOLDER --replace.");
        }
    }
}

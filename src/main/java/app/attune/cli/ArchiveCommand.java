package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "archive",
        description = "Writes a workspace as one ZIP file in open formats, to keep or to give away.",
        footer = {
            "",
            "Data and definitions with all their versions, as JSON Lines, with a checksum of every file; never a store.",
            "Folders of FILE that are not there are made. It holds the ids and attributes of users: give it to nobody who may not see them.",
            "",
            "Example:",
            "  attune archive shop shop-2026-11.zip"
        })
final class ArchiveCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "FILE", description = "The ZIP file to make.")
    @Nullable
    private Path file;

    ArchiveCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Path target = Words.given(file, "FILE").toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw ProblemException.of(
                    "archive.exists", "There is a file already: " + target + ".", "Choose another name, or remove it.");
        }
        int files = services.safekeeping().archive(Words.withFolder(target), progress());
        long bytes = size(target);
        return Report.of(
                List.of(String.format(
                        Locale.ROOT,
                        "Archived the workspace as %s, %,.1f MB, in %s.",
                        Counted.of(files, "file"),
                        bytes / 1e6,
                        target)),
                Json.mapper()
                        .createObjectNode()
                        .put("file", target.toString())
                        .put("files", files)
                        .put("bytes", bytes));
    }

    private static long size(Path target) {
        try {
            return Files.size(target);
        } catch (IOException e) {
            return 0;
        }
    }
}

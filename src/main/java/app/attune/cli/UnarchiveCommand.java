package app.attune.cli;

import app.attune.archive.StoreContents;
import app.attune.core.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "unarchive",
        description = "Makes a workspace of an archive, checked before and after; nothing of it is run.",
        footer = {"", "Example:", "  attune unarchive shop-2026-11.zip shop"})
final class UnarchiveCommand extends Command {
    @Parameters(index = "0", paramLabel = "FILE", description = "A ZIP file made by attune archive.")
    @Nullable
    private Path file;

    @Parameters(index = "1", paramLabel = "WORKSPACE", description = "The folder, empty or not there yet.")
    @Nullable
    private Path folder;

    UnarchiveCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        Path target = Words.given(folder, "WORKSPACE").toAbsolutePath().normalize();
        Safekeeping.unarchive(
                Words.given(file, "FILE"),
                target,
                surroundings().clock(),
                surroundings().progress());
        try (Services services = Services.open(target, surroundings().clock())) {
            StoreContents held = services.safekeeping().contents();
            return Report.of(
                    List.of("Made the workspace \"" + services.workspace().name() + "\" in " + target + ": "
                            + held.words() + ", all as they were archived."),
                    Json.mapper()
                            .createObjectNode()
                            .put("name", services.workspace().name())
                            .put("folder", target.toString())
                            .put("events", held.events())
                            .put("segments", held.segments())
                            .put("rules", held.rules()));
        }
    }
}

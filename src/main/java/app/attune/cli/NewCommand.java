package app.attune.cli;

import app.attune.core.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "new",
        description = "Makes a workspace: a folder with everything in it.",
        footer = {"", "Example:", "  attune new shop --name \"Outdoor shop\""})
final class NewCommand extends Command {
    @Parameters(index = "0", paramLabel = "WORKSPACE", description = "The folder, empty or not there yet.")
    @Nullable
    private Path folder;

    @Option(names = "--name", description = "What the workspace is called; the folder's name if not given.")
    @Nullable
    private String name;

    NewCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        Path target = Words.given(folder, "WORKSPACE").toAbsolutePath().normalize();
        String called = name == null ? String.valueOf(target.getFileName()) : name;
        try (Services services = Services.create(target, called, surroundings().clock())) {
            return Report.of(
                    List.of("Made the workspace \"" + services.workspace().name() + "\" in " + target + "."),
                    Json.mapper()
                            .createObjectNode()
                            .put("name", services.workspace().name())
                            .put("folder", target.toString()));
        }
    }
}

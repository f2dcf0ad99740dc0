package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.events.Preset;
import app.attune.events.Presets;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "presets",
        description = "Lists the kinds of exports that are recognised, or shows one as a file to start your own from.",
        footer = {"", "Examples:", "  attune presets", "  attune presets segment > my-preset.json"})
final class PresetsCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Shows this one whole, as JSON.")
    @Nullable
    private String name;

    PresetsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        return name == null ? all() : one(Presets.bundled().require(name));
    }

    private static Report one(Preset preset) {
        return Report.of(preset.toJson().lines().toList(), Json.mapper().valueToTree(preset));
    }

    private static Report all() {
        List<String> lines = new ArrayList<>();
        ArrayNode json = Json.mapper().createArrayNode();
        for (Preset preset : Presets.bundled().list()) {
            lines.add(String.format(Locale.ROOT, "%-22s %s", preset.id(), preset.name()));
            json.addObject().put("id", preset.id()).put("name", preset.name()).put("words", preset.words());
        }
        return Report.of(lines, json);
    }
}

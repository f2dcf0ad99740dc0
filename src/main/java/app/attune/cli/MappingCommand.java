package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.MappingService;
import app.attune.events.MappingStore.StoredMapping;
import app.attune.events.MappingWords;
import app.attune.events.SavedMapping;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "mapping",
        description = "Lists, shows, loads, renames and deletes saved mappings of columns.",
        footer = {
            "",
            "Examples:",
            "  attune import shop till.csv --remember \"Till export\"",
            "  attune mapping shop list",
            "  attune mapping shop show \"Till export\"",
            "  attune mapping shop rename \"Till export\" \"Till 2026\"",
            "  attune mapping shop load till.json",
            "  attune mapping shop delete \"Till 2026\""
        })
final class MappingCommand extends WorkspaceCommand {
    private enum Verb {
        LIST,
        SHOW,
        LOAD,
        RENAME,
        DELETE
    }

    private static final int[] WIDTHS = {32, 6, 28};

    @Parameters(index = "1", paramLabel = "VERB", description = "list, show, load, rename or delete.")
    @Nullable
    private String verb;

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "Of a mapping; for load a file.")
    @Nullable
    private String name;

    @Parameters(index = "3", arity = "0..1", paramLabel = "NEW", description = "For rename: its new name.")
    @Nullable
    private String other;

    MappingCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        MappingService mappings = services.mappings();
        return switch (Choices.of("mapping", Words.given(verb, "VERB"), Verb.values())) {
            case LIST -> list(mappings);
            case SHOW -> show(mappings.require(needed(name, "NAME")));
            case LOAD -> load(mappings);
            case RENAME -> rename(mappings);
            case DELETE -> delete(mappings);
        };
    }

    private static Report list(MappingService mappings) {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        for (StoredMapping stored : mappings.list()) {
            SavedMapping mapping = stored.mapping();
            lines.add(Words.columns(WIDTHS, mapping.name(), "v" + stored.version(), stored.savedAt()) + "  "
                    + Counted.of(mapping.columns().size(), "column"));
            array.addObject()
                    .put("name", mapping.name())
                    .put("version", stored.version())
                    .put("savedAt", stored.savedAt().toString())
                    .put("columns", mapping.columns().size());
        }
        return Report.of(
                lines.isEmpty() ? List.of("No mapping is saved yet. See attune mapping --help.") : lines, array);
    }

    private static Report show(SavedMapping mapping) {
        List<String> lines = new ArrayList<>();
        lines.add(mapping.name() + ", for files with the columns " + String.join(", ", mapping.columns()));
        lines.addAll(MappingWords.of(mapping.mapping()));
        return Report.of(lines, json(mapping));
    }

    private Report load(MappingService mappings) {
        SavedMapping mapping = SavedMapping.fromJson(Words.textOf(Path.of(needed(name, "NAME"))));
        mappings.save(mapping);
        return Report.of(List.of("Saved the mapping " + mapping.name() + "."), json(mapping));
    }

    private Report rename(MappingService mappings) {
        String to = needed(other, "NEW");
        mappings.rename(needed(name, "NAME"), to);
        return Report.of(List.of("The mapping " + name + " is now called " + to + "."), json(mappings.require(to)));
    }

    private Report delete(MappingService mappings) {
        SavedMapping gone = mappings.require(needed(name, "NAME"));
        mappings.delete(gone.name());
        return Report.of(List.of("Deleted the mapping " + gone.name() + ". Its imports stay."), json(gone));
    }

    private static ObjectNode json(SavedMapping mapping) {
        return Json.mapper().valueToTree(mapping);
    }

    private static String needed(@Nullable String argument, String label) {
        if (argument == null) {
            throw ProblemException.of(
                    "cli.missing-argument", label + " is missing.", "See attune mapping --help for examples.");
        }
        return argument;
    }
}

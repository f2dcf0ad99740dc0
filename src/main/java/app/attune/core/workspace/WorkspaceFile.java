package app.attune.core.workspace;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.core.json.Json;
import app.attune.core.sql.Migrations;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What `workspace.attune` says: the workspace's name and what one must know before opening its store.
///
/// @param format    version of the folder's layout; 1 is the only one so far
/// @param storeStep number of the last migration its store has
/// @param name      in the analyst's words
/// @param created   ISO-8601 instant
/// @param settings  by name, such as the time zone of days
public record WorkspaceFile(int format, int storeStep, String name, String created, Map<String, String> settings) {
    /// The file's name in the folder.
    public static final String NAME = "workspace.attune";

    static final int FORMAT = 1;
    private static final int STORE_STEP = Migrations.bundled().newest();
    private static final int NAME_LENGTH = 200;
    private static final long SIZE_LIMIT = 1_000_000;

    public WorkspaceFile {
        Require.notBlank(name, "A workspace's name");
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /// @throws ProblemException `workspace.bad-name`
    static WorkspaceFile named(String name, String created) {
        String shown = name.strip();
        if (shown.isEmpty() || shown.length() > NAME_LENGTH || shown.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.of(
                    "workspace.bad-name",
                    "A workspace's name has 1 to " + NAME_LENGTH + " characters on one line.",
                    "Choose another name.");
        }
        return new WorkspaceFile(FORMAT, STORE_STEP, shown, created, Map.of());
    }

    /// @throws ProblemException `workspace.bad-name`, `workspace.newer`
    static WorkspaceFile of(Origin origin) {
        if (origin.storeStep() > STORE_STEP) {
            throw newer(Path.of(NAME), FORMAT, origin.storeStep());
        }
        return named(origin.name(), origin.created()).with(origin.settings());
    }

    /// Reads the description of the workspace in `folder`.
    ///
    /// @throws ProblemException `workspace.not-found`, `workspace.newer`, `workspace.unreadable`
    public static WorkspaceFile read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw ProblemException.of(
                    "workspace.not-found",
                    "There is no workspace in " + folder + ": it has no file " + NAME + ".",
                    "Choose the folder of a workspace, or make a new one.");
        }
        try {
            if (Files.size(file) > SIZE_LIMIT) {
                throw unreadable(file, "it is too large", null);
            }
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw unreadable(file, "it is no text", e);
        }
    }

    private static WorkspaceFile parse(Path file, String text) {
        JsonNode json;
        try {
            json = Json.read(text, file.toString());
        } catch (ProblemException e) {
            throw unreadable(file, e.problem().message(), e);
        }
        int format = json.path("format").asInt(0);
        int step = json.path("storeStep").asInt(0);
        if (format > FORMAT || step > STORE_STEP) {
            throw newer(file, format, step);
        }
        String name = json.path("name").asText("");
        if (format < 1 || name.isBlank()) {
            throw unreadable(file, "it has no format or no name", null);
        }
        SortedMap<String, String> settings = new TreeMap<>();
        json.path("settings")
                .properties()
                .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
        return new WorkspaceFile(format, step, name, json.path("created").asText(""), settings);
    }

    WorkspaceFile atNewestStep() {
        return new WorkspaceFile(format, STORE_STEP, name, created, settings);
    }

    WorkspaceFile with(Map<String, String> changedSettings) {
        return new WorkspaceFile(format, storeStep, name, created, changedSettings);
    }

    /// The same by another name, cut if it is too long.
    WorkspaceFile called(String newName) {
        String cut = newName.substring(0, Math.min(newName.length(), NAME_LENGTH));
        return new WorkspaceFile(format, storeStep, cut, created, settings);
    }

    void write(Path folder) {
        Durable.write(folder.resolve(NAME), Json.writePretty(this));
    }

    private static ProblemException newer(Path file, int format, int step) {
        return ProblemException.of(
                "workspace.newer",
                "This workspace was made by a newer Attune: it has format " + format + " and step " + step
                        + " of the store; this version knows " + FORMAT + " and " + STORE_STEP + " (" + file + ").",
                "Install the newer version to open it. Nothing was changed.");
    }

    private static ProblemException unreadable(Path file, String why, @Nullable Throwable cause) {
        Problem problem = new Problem(
                "workspace.unreadable",
                "The workspace's description cannot be read: " + file + " (" + why + ").",
                "Put back an earlier copy of that file. The store beside it was not touched.");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}

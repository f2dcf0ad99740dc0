package app.attune.core.workspace;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import dev.dirs.ProjectDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The workspaces opened last on this machine, newest first.
public final class RecentWorkspaces {
    private static final int KEPT = 12;

    private final Path file;
    private final Clock clock;

    /// @param folder where the list is kept
    public RecentWorkspaces(Path folder, Clock clock) {
        this.file = folder.resolve("recent-workspaces.json");
        this.clock = clock;
    }

    /// The list of this user, where the system keeps settings.
    public static RecentWorkspaces ofUser(Clock clock) {
        return new RecentWorkspaces(Path.of(ProjectDirectories.from("app", "", "attune").configDir), clock);
    }

    /// Whether a workspace is still where it was.
    public enum Presence {
        THERE,
        MISSING
    }

    /// @param folder   of the workspace
    /// @param openedAt ISO-8601 instant
    public record Recent(String name, Path folder, String openedAt, Presence presence) {}

    /// A list that cannot be read counts as empty: it is a convenience, not the analyst's work.
    public List<Recent> list() {
        return entries().stream()
                .map(entry -> new Recent(
                        entry.name(), Path.of(entry.folder()), entry.openedAt(), presence(Path.of(entry.folder()))))
                .toList();
    }

    /// Puts the workspace first.
    public synchronized void opened(Workspace workspace) {
        String folder = workspace.folder().toString();
        List<Entry> entries = new ArrayList<>(
                List.of(new Entry(workspace.name(), folder, clock.instant().toString())));
        entries().stream().filter(entry -> !entry.folder().equals(folder)).forEach(entries::add);
        save(entries);
    }

    /// Takes a workspace off the list; its folder stays as it is.
    public synchronized void forget(Path folder) {
        save(entries().stream()
                .filter(entry -> !entry.folder().equals(folder.toString()))
                .toList());
    }

    /// The one opened last that is still there.
    public Optional<Recent> newest() {
        return list().stream()
                .filter(recent -> recent.presence() == Presence.THERE)
                .findFirst();
    }

    private void save(List<Entry> entries) {
        Path folder = file.getParent();
        if (folder != null) {
            Durable.makeFolder(folder);
        }
        Durable.write(file, Json.writePretty(entries.stream().limit(KEPT).toList()));
    }

    private List<Entry> entries() {
        try {
            return Files.exists(file)
                    ? List.of(Json.read(Files.readString(file), Entry[].class, file.toString()))
                    : List.of();
        } catch (IOException | ProblemException e) {
            return List.of();
        }
    }

    private static Presence presence(Path folder) {
        return Files.isRegularFile(folder.resolve(WorkspaceFile.NAME)) ? Presence.THERE : Presence.MISSING;
    }

    private record Entry(String name, String folder, String openedAt) {}
}

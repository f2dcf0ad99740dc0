package app.attune.prove;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An engine that can be asked about flags, started as a process of its own.
///
/// @param name    such as `json-logic-java`
/// @param target  whose files it reads
/// @param run     the command; `{engines}` stands for the folder of engines, `{java}` for a Java
/// @param needs   a file or folder below the folder of engines without which it is not there; empty for none
/// @param install what puts it there
public record Engine(String name, String target, List<String> run, String needs, String install) {
    public Engine {
        run = List.copyOf(run);
    }

    boolean isInstalled(Path engines) {
        return needs.isEmpty() || Files.exists(engines.resolve(needs));
    }

    /// The command with the folder of the target's files at its end.
    List<String> command(Path engines, Path files) {
        List<String> command = new java.util.ArrayList<>();
        run.forEach(part -> command.add(
                part.replace("{engines}", engines.toAbsolutePath().toString()).replace("{java}", java())));
        command.add(files.toAbsolutePath().toString());
        return command;
    }

    /// The one that runs this, or whichever the system has.
    private static String java() {
        Path own = Path.of(System.getProperty("java.home"), "bin", "java");
        return Files.isExecutable(own) ? own.toString() : "java";
    }
}

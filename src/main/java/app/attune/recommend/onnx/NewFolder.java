package app.attune.recommend.onnx;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder in the making, gone at the end unless it is kept.
final class NewFolder implements AutoCloseable {
    private final Path target;
    private final Path part;

    /// @throws ProblemException `data.not-empty` if something is there already
    NewFolder(Path folder) throws IOException {
        this.target = folder.toAbsolutePath().normalize();
        this.part = target.resolveSibling("." + target.getFileName() + ".part");
        requireFree();
        delete(part);
        Files.createDirectories(part);
    }

    private void requireFree() throws IOException {
        if (Files.notExists(target)) {
            return;
        }
        if (Files.isDirectory(target)) {
            try (Stream<Path> there = Files.list(target)) {
                if (there.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw ProblemException.of(
                "data.not-empty",
                "There is already something at " + target + ".",
                "Choose a folder that is not there yet, or is empty.");
    }

    /// Where a file of that name goes, in a folder that is there.
    Path file(String name) throws IOException {
        Path file = part.resolve(name);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(part));
        return file;
    }

    /// Names of all files so far, sorted, with slashes.
    List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(part)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> part.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    void keep() throws IOException {
        Files.deleteIfExists(target);
        Files.move(part, target);
    }

    @Override
    public void close() throws IOException {
        delete(part);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static ProblemException notWritten(Path folder, Exception cause) {
        return new ProblemException(
                new Problem(
                        "data.not-written",
                        "Can't write to " + folder + ": " + cause.getMessage() + ".",
                        "Choose a folder you may write to, with space on its disk."),
                cause);
    }
}

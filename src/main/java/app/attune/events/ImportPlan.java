package app.attune.events;

import app.attune.core.Require;
import app.attune.events.read.FileFormat;
import java.nio.file.Path;
import java.util.List;

/// What to import and how: one file, or several that are written alike.
public record ImportPlan(List<Path> files, FileFormat format, Mapping mapping) {
    public ImportPlan {
        files = List.copyOf(files);
        Require.that(!files.isEmpty(), "An import needs a file");
    }

    /// For reading: the file's name, or how many files they are.
    public String title() {
        return files.size() == 1 ? name(files.getFirst()) : files.size() + " files";
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}

package app.attune.events;

import app.attune.core.Problem;
import java.util.List;

/// Tells what a file's columns break of what was made with those of earlier files.
@FunctionalInterface
public interface SchemaWatch {
    /// @param start of the import that is about to be
    List<Problem> changes(ImportStart start);

    /// Tells nothing.
    static SchemaWatch none() {
        return start -> List.of();
    }
}

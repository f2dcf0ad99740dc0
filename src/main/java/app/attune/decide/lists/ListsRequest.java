package app.attune.decide.lists;

import app.attune.core.Require;
import java.nio.file.Path;

/// What file to write.
///
/// @param file   a file that is there already is replaced
/// @param format of the file
/// @param name   of the index in Elasticsearch; in Redis the keys are the name, a colon and the user's id
public record ListsRequest(Path file, ListFormat format, String name) {
    /// The name when nobody says otherwise.
    public static final String NAME = "recommendations";

    public ListsRequest {
        Require.that(
                name.matches("[a-z0-9][a-z0-9_.-]{0,99}"),
                "A name of lists has small letters, digits, dots, hyphens and underscores, at most 100");
    }

    /// By how the file's name ends.
    ///
    /// @throws app.attune.core.ProblemException `decide.unknown-list-format`
    public static ListsRequest of(Path file) {
        return new ListsRequest(file, ListFormat.of(file), NAME);
    }
}

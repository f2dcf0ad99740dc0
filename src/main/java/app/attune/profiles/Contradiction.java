package app.attune.profiles;

import java.util.List;

/// An attribute of which two imports, or two of the users who are one person, say different things.
///
/// @param said first what counts for the person
public record Contradiction(int person, String name, String attribute, List<Said> said) {
    /// What one import says last of one user.
    ///
    /// @param source the name of what was imported
    public record Said(String user, String value, String source) {}

    public Contradiction {
        said = List.copyOf(said);
    }
}

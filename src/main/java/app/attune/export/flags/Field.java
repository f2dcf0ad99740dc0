package app.attune.export.flags;

/// One value of a profile that flags ask for.
///
/// @param source the part of the profile it is in
/// @param name   within its part, in the analyst's words
public record Field(Source source, String name, Kind kind) {
    /// A part of a profile.
    public enum Source {
        ATTRIBUTES,
        FEATURES;

        /// What profiles call it.
        public String word() {
            return this == ATTRIBUTES ? "attributes" : "features";
        }
    }

    /// What a value must be; one of another kind counts as missing.
    public enum Kind {
        TEXT,
        NUMBER,
        /// Given to targets in milliseconds since 1970-01-01T00:00:00Z, as none compares dates.
        DATE,
        /// Of any kind.
        ANY
    }

    /// Such as `attributes.country`.
    public String path() {
        return source.word() + "." + name;
    }
}

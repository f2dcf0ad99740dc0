package app.attune.archive;

/// The newest version of something the analyst defined.
///
/// @param id unique among those of its kind
public record Definition(Kind kind, String id, String name, int version) {
    /// What can be defined.
    public enum Kind {
        SEGMENT("segment"),
        RULES("rules"),
        MAPPING("mapping"),
        IDENTITY("identity rules"),
        CONSENT("declaration of consent"),
        EXPECTATIONS("expectations"),
        MODEL("model");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// "segment “VIP” version 3".
    String words() {
        return kind.word()
                + (name.isEmpty() ? "" : " \u201c" + name + "\u201d")
                + (kind == Kind.MODEL ? "" : " version " + version);
    }
}

package app.attune.segments.health;

/// One thing that speaks against a segment, in words.
///
/// @param reason what was found, with its numbers
/// @param remedy what to do
public record HealthFinding(Kind kind, String reason, String remedy) {
    /// What it is about.
    public enum Kind {
        NOT_COUNTED("Cannot be counted"),
        TOO_SMALL("Too small"),
        TOO_NARROW("Too narrow"),
        TOO_BROAD("Too broad"),
        UNSTABLE("Unstable"),
        ECHO_CHAMBER("Echo chamber"),
        STALE("Never refreshed"),
        NO_GOAL("No goal"),
        NO_OWNER("No owner"),
        UNUSED("Used by nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// As in a list.
        public String words() {
            return words;
        }
    }
}

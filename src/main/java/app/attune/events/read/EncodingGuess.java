package app.attune.events.read;

/// An encoding that was detected, how sure that is, and why.
///
/// @param because a sentence for people
public record EncodingGuess(Encoding encoding, Sureness sureness, String because) {
    /// How sure a guess is.
    public enum Sureness {
        CERTAIN("certain"),
        /// Nothing tells it from others, and nothing has to so far.
        ASSUMED("assumed"),
        LIKELY("likely"),
        GUESSED("a guess");

        private final String words;

        Sureness(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Such as "Windows-1252 (Western), likely: …".
    public String words() {
        return encoding.label() + ", " + sureness.words() + ": " + because;
    }
}

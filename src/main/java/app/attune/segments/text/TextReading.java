package app.attune.segments.text;

import app.attune.core.Problem;
import app.attune.segments.Condition;

/// What reading a text of a condition came to.
public sealed interface TextReading {
    /// It says this.
    record Read(Condition condition) implements TextReading {}

    /// It cannot be read.
    ///
    /// @param why    what was found and what was expected, without a dot
    /// @param remedy for those who have the forms of a condition at hand
    record Unreadable(TextPlace place, String why, String remedy) implements TextReading {
        private static final String FORMS = " attune segment WORKSPACE grammar lists all forms.";

        /// `segments.unreadable-text` naming line and column.
        public Problem problem() {
            return new Problem(
                    "segments.unreadable-text",
                    "The condition cannot be read at " + place.words() + ": " + why + ".",
                    remedy);
        }

        /// The remedy for those who have to look up the forms.
        public String remedyAndForms() {
            return remedy + FORMS;
        }
    }
}

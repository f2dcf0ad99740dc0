package app.attune.decide;

import app.attune.recommend.ModelId;
import app.attune.recommend.RecommenderNames;

/// What a decision can be set beside: the same user and request, with one thing different.
public sealed interface Other {
    /// What it is called.
    String title();

    /// This model gives the list, whatever model the rules or the default name. What users did is weighed as it was
    /// trained.
    record Model(ModelId id) implements Other {
        @Override
        public String title() {
            return RecommenderNames.of(id);
        }
    }

    /// A version of the rules in place of the newest.
    ///
    /// @param note of the version; only shown
    record Rules(int version, String note) implements Other {
        @Override
        public String title() {
            return "Rules version " + version + (note.isBlank() ? "" : ": " + note);
        }
    }
}

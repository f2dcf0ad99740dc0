package app.attune.recommend;

import app.attune.core.Require;
import java.time.Instant;

/// The saved model that is in use for a purpose; all other models are its challengers.
///
/// @param purpose such as `default` or `home`: lower-case letters, digits and hyphens, at most 60
public record Champion(String purpose, ModelId model, Instant since) {
    public static final String USUAL_PURPOSE = "default";

    public Champion {
        Require.that(
                isPurpose(purpose), "A purpose is written in lower-case letters, digits and hyphens, such as home");
    }

    public static boolean isPurpose(String written) {
        return written.matches("[a-z][a-z0-9-]{0,59}");
    }
}

package app.attune.export;

import app.attune.core.ProblemException;
import java.time.Instant;

/// Somebody's word that a bundle may go out although a gate is closed.
///
/// @param gate   such as `size`
/// @param reason in their words, for whoever reads the bundle later
/// @param author who says so
/// @param at     when it was said
public record Waiver(String gate, String reason, String author, Instant at) {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    /// @throws ProblemException `export.waiver-reason`
    public Waiver {
        reason = reason.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        author = author.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        int length = reason.codePointCount(0, reason.length());
        if (length < SHORTEST || length > LONGEST) {
            throw ProblemException.of(
                    "export.waiver-reason",
                    "A reason for waiving the gate " + gate + " needs " + SHORTEST + " to " + LONGEST
                            + " characters; this one has " + length + ".",
                    "Say why the bundle may go out nevertheless, for those who read it in a year.");
        }
    }
}

package app.attune.rules.matrix;

import app.attune.rules.RuleId;
import java.util.List;
import java.util.Optional;

/// Something about how rules act together that an analyst should know.
///
/// @param rules       the rule it is about first, then those it is about as well; none for a gap
/// @param status      whether it holds whatever the data
/// @param users       how many real users are concerned
/// @param witness     a user it concerns, if one shows it
/// @param sentence    what it is, with names
/// @param resolutions what would settle it
public record MatrixFinding(
        Type type,
        List<RuleId> rules,
        Status status,
        int users,
        Optional<Witness> witness,
        String sentence,
        List<Resolution> resolutions) {
    /// What it is.
    public enum Type {
        /// Its condition cannot be read, so nothing is said of it.
        NOT_READ,
        /// Nobody can match it.
        UNREACHABLE,
        /// It matches, and never wins.
        SHADOWED,
        /// Without it every decision would be the same.
        REDUNDANT,
        /// Two rules want the opposite for the same items and users.
        CONTRADICTORY,
        /// Two rules are for the same users and contend; only their order decides.
        TIE,
        /// Some users get nothing from any rule of a kind.
        GAP
    }

    /// How sure it is.
    public enum Status {
        PROVED,
        /// So it is for the users there are; others may come.
        IN_DATA,
        /// Nothing is claimed.
        NOT_JUDGED
    }

    public MatrixFinding {
        rules = List.copyOf(rules);
        resolutions = List.copyOf(resolutions);
    }
}

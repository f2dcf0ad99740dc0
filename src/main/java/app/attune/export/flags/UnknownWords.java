package app.attune.export.flags;

import java.util.Map;

/// What a field of a rule, or of a rule set, says, for whoever reads that flags have nothing for it.
final class UnknownWords {
    private static final Map<String, String> SAID = Map.of(
            "cap", "how often it may act for one user",
            "schedule", "when it runs",
            "context", "which requests it is for",
            "rollout", "what share of the users it is for",
            "seed", "that it starts from the item of the trigger",
            "listLimits", "what every list is limited to",
            "holdout", "who is held out from rules",
            "switchedOff", "that the rules are switched off");

    private UnknownWords() {}

    /// As in `when it runs ("schedule")`.
    static String of(String field) {
        String quoted = "\"" + field + "\"";
        String said = SAID.get(field);
        return said == null ? quoted : said + " (" + quoted + ")";
    }
}

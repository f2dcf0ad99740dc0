package app.attune.rules.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says whom other rules would decide otherwise.
public final class ImpactWords {
    private ImpactWords() {}

    /// The whole first, then a line for each rule that changes for somebody: "Push tents: +312 −40 users".
    public static List<String> of(ChangeImpact impact) {
        List<String> lines = new ArrayList<>();
        int affected = impact.affected().getCardinality();
        lines.add(
                affected == 0
                        ? "Nobody of " + number(impact.users()) + " users would be decided otherwise."
                        : number(affected) + " of " + number(impact.users()) + (affected == 1 ? " user" : " users")
                                + " would be decided otherwise.");
        int byLimits = impact.byLimits().getCardinality();
        if (byLimits > 0) {
            lines.add("Limits of lists: another list for " + number(byLimits)
                    + ", whom rules treat alike. Compared with the models trained now.");
        }
        impact.rules().forEach(rule -> lines.add(of(rule)));
        return lines;
    }

    private static String of(ChangeImpact.RuleChange rule) {
        List<String> parts = new ArrayList<>();
        if (rule.gained() > 0) {
            parts.add("+" + number(rule.gained()));
        }
        if (rule.lost() > 0) {
            parts.add("\u2212" + number(rule.lost()));
        }
        String fires = parts.isEmpty() ? "" : String.join(" ", parts) + " users";
        String otherwise = rule.otherwise() == 0 ? "" : "another treatment for " + number(rule.otherwise());
        return "\u201c" + rule.name() + "\u201d: " + fires + (fires.isEmpty() || otherwise.isEmpty() ? "" : ", ")
                + otherwise;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

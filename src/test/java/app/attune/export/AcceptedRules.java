package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.decide.ProfileDesk;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.RuleTarget;
import app.attune.rules.Holdout;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.segments.SegmentDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What of a rule set a target accepts: segment after segment and rule after rule, each kept if nothing stands against
/// it beside those before.
///
/// @param refused what the target says of each that is left out
public record AcceptedRules(List<SegmentDefinition> segments, RuleProgram program, List<String> refused) {
    public AcceptedRules {
        segments = List.copyOf(segments);
        refused = List.copyOf(refused);
    }

    public static AcceptedRules of(RuleTarget target, ProfileDesk desk) {
        return new Choosing(target, desk).accepted();
    }

    private static final class Choosing {
        private final RuleTarget target;
        private final ProfileDesk desk;
        private final String segments;
        private final List<String> refused = new ArrayList<>();

        Choosing(RuleTarget target, ProfileDesk desk) {
            this.target = target;
            this.desk = desk;
            this.segments = SegmentFiles.segments(desk);
        }

        AcceptedRules accepted() {
            RuleProgram whole = desk.setup().program();
            RuleProgram none = whole.withRules(List.of());
            // Whoever is held out is so by all rules, so that no target that refuses it follows any.
            refuse("the holdout", findings(none, Set.of()));
            none = none.withPolicy(whole.policy().withHoldout(Holdout.nobody()));
            List<SegmentDefinition> kept = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (SegmentDefinition segment : desk.segments()) {
                if (!refuse(
                        "the segment " + segment.id(),
                        findings(none, Set.of(segment.id().value())))) {
                    kept.add(segment);
                    ids.add(segment.id().value());
                }
            }
            List<Rule> rules = new ArrayList<>();
            for (Rule rule : whole.rules()) {
                List<Rule> more = new ArrayList<>(rules);
                more.add(rule);
                boolean isThere = ids.contains(rule.segment().value());
                if (isThere && !refuse("the rule " + rule.id(), findings(none.withRules(more), ids))) {
                    rules = more;
                } else if (!isThere) {
                    refused.add("the rule " + rule.id() + ": its segment is left out");
                }
            }
            return new AcceptedRules(kept, none.withRules(rules), refused);
        }

        private boolean refuse(String what, List<Problem> findings) {
            findings.stream().findFirst().ifPresent(problem -> refused.add(what + ": " + problem.message()));
            return !findings.isEmpty();
        }

        private List<Problem> findings(RuleProgram program, Set<String> kept) {
            RuleSet ruleSet = new RuleSet(1, program, "", "", desk.setup().asOf());
            return target.findings(FlagReader.read(segments(kept), RulesFile.of(ruleSet, desk)));
        }

        private String segments(Set<String> kept) {
            ObjectNode file = (ObjectNode) Json.read(segments, "segments");
            Predicate<com.fasterxml.jackson.databind.JsonNode> isLeftOut =
                    node -> !kept.contains(node.path("id").asText());
            file.withArray("segments").removeIf(isLeftOut);
            return Json.write(file);
        }
    }
}

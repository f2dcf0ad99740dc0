package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleBranch;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleService;
import app.attune.rules.RuleSet;
import app.attune.rules.RuleSetDiff;
import app.attune.rules.VersionName;
import app.attune.rules.replay.ChangeImpact;
import app.attune.rules.replay.ImpactWords;
import app.attune.rules.versions.BranchMerge;
import app.attune.rules.versions.ConflictWords;
import app.attune.rules.versions.ReviewWords;
import app.attune.rules.versions.RuleMerge;
import app.attune.rules.versions.RuleReview;
import app.attune.rules.versions.RuleReviews;
import app.attune.rules.versions.RuleTag;
import app.attune.rules.versions.VersionMarks;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Versions of the rules: told, compared, tagged, reviewed, rolled back, and on branches.
///
/// @param warn hears of what is missing to count users
record RuleVersions(Services services, Progress progress, Consumer<Problem> warn) {
    private static final String AUTHOR = "cli";

    private RuleService rules() {
        return services.rules();
    }

    private VersionMarks marks() {
        return services.ruleDesk().marks();
    }

    Report versions() {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        List<RuleTag> tags = marks().tags();
        List<RuleReview> reviews = marks().reviews();
        for (RuleSet version : rules().versions()) {
            List<String> names = tags.stream()
                    .filter(tag -> tag.version() == version.version())
                    .map(tag -> tag.name().value())
                    .toList();
            Optional<String> review = ReviewWords.newest(version.version(), reviews);
            lines.add("v" + version.version() + "  " + version.savedAt() + "  " + version.author() + "  "
                    + version.origin().branch() + "  "
                    + Counted.of(version.rules().size(), "rule") + "  " + version.note()
                    + (names.isEmpty() ? "" : "  [" + String.join(", ", names) + "]")
                    + review.map(words -> "  " + words).orElse(""));
            ObjectNode node = array.addObject()
                    .put("version", version.version())
                    .put("savedAt", version.savedAt().toString())
                    .put("author", version.author())
                    .put("rules", version.rules().size())
                    .put("note", version.note())
                    .put("branch", version.origin().branch().value());
            version.origin().parents().forEach(node.putArray("parents")::add);
            names.forEach(node.putArray("tags")::add);
            review.ifPresent(words -> node.put("review", words));
        }
        return Report.of(lines, array);
    }

    Report diff(String from, String to) {
        RuleSet before = version(from);
        RuleSet after = version(to);
        List<String> lines = new ArrayList<>();
        ObjectNode node = difference(before.program(), after.program(), lines);
        return Report.of(lines, node.put("from", before.version()).put("to", after.version()));
    }

    /// What changes, and for whom.
    private ObjectNode difference(RuleProgram before, RuleProgram after, List<String> lines) {
        RuleBasis basis = services.decisions().basis(progress);
        List<String> changes = new RuleSetDiff(basis.sentences()).between(before, after);
        lines.addAll(changes.isEmpty() ? List.of("Nothing differs.") : changes);
        ObjectNode node = Json.mapper().createObjectNode();
        changes.forEach(node.putArray("changes")::add);
        if (!changes.isEmpty()) {
            ChangeImpact impact = ChangeImpact.of(
                    new ChangeImpact.Change(before, after), basis, services.decisions()::lists, progress);
            impact.problems().forEach(warn);
            lines.addAll(ImpactWords.of(impact));
            node.put("users", impact.users()).put("affected", impact.affected().getCardinality());
            node.put("byLimits", impact.byLimits().getCardinality());
            ArrayNode rules = node.putArray("rules");
            impact.rules()
                    .forEach(rule -> rules.addObject()
                            .put("id", rule.rule().value())
                            .put("gained", rule.gained())
                            .put("lost", rule.lost())
                            .put("otherwise", rule.otherwise()));
        }
        return node;
    }

    Report rollback(String wanted, boolean sure) {
        RuleSet older = version(wanted);
        List<String> lines = new ArrayList<>();
        ObjectNode node = difference(rules().program(), older.program(), lines);
        if (sure) {
            RuleSet saved = rules().restore(older.version(), AUTHOR);
            lines.add("Version " + saved.version() + " says what version " + older.version() + " said.");
            node.put("version", saved.version());
        } else {
            lines.add("Nothing was changed; attune rule WORKSPACE rollback " + wanted + " --yes does it.");
        }
        return Report.of(lines, node);
    }

    Report tag(String name, Optional<String> wanted) {
        int version = wanted.map(marks()::version)
                .orElseGet(() -> rules().branches().current().head());
        RuleTag tag = marks().tag(VersionName.typed(name), version, AUTHOR);
        return Report.of(
                List.of("Version " + tag.version() + " is " + tag.name() + "."),
                Json.mapper().createObjectNode().put("tag", name).put("version", tag.version()));
    }

    Report untag(String name) {
        marks().removeTag(VersionName.typed(name));
        return Report.of(
                List.of("No version is " + name + " any more."),
                Json.mapper().createObjectNode().put("tag", name));
    }

    Report review(Optional<String> wanted, VersionOptions options) {
        int version = wanted.map(marks()::version)
                .orElseGet(() -> rules().branches().current().head());
        options.word().ifPresent(word -> marks().review(version, word, options.reviewer(), options.comment()));
        List<String> lines = new ArrayList<>();
        ObjectNode node = Json.mapper().createObjectNode().put("version", version);
        ArrayNode said = node.putArray("said");
        marks().reviews().stream().filter(one -> one.version() == version).forEach(one -> {
            lines.add(one.at() + "  " + ReviewWords.of(one));
            said.addObject()
                    .put("word", Words.code(one.word()))
                    .put("reviewer", one.reviewer())
                    .put("comment", one.comment());
        });
        RuleReviews approvals = marks().approvals();
        ArrayNode open = node.putArray("notApproved");
        approvals.notApproved(rules().version(version).program()).forEach(rule -> {
            lines.add("Not approved as it is: " + rule.name() + " (" + rule.id() + ").");
            open.add(rule.id().value());
        });
        if (open.isEmpty()) {
            lines.add("All active rules of version " + version + " are approved.");
        }
        return Report.of(lines, node);
    }

    Report branches() {
        RuleBranches all = rules().branches();
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        for (RuleBranch branch : all.all()) {
            boolean chosen = branch.name().equals(all.chosen());
            lines.add((chosen ? "* " : "  ") + branch.name() + "  "
                    + (branch.head() == 0 ? "no version yet" : "v" + branch.head()));
            array.addObject()
                    .put("branch", branch.name().value())
                    .put("version", branch.head())
                    .put("chosen", chosen);
        }
        return Report.of(lines, array);
    }

    Report branch(String name, Optional<String> from) {
        int version = from.map(marks()::version)
                .orElseGet(() -> rules().branches().current().head());
        RuleBranch branch = rules().branch(VersionName.typed(name), version);
        return Report.of(
                List.of("The branch " + branch.name() + " begins with version " + branch.head()
                        + "; attune rule WORKSPACE switch " + branch.name() + " works on it."),
                Json.mapper().createObjectNode().put("branch", name).put("version", branch.head()));
    }

    Report renameBranch(String from, String to) {
        rules().renameBranch(VersionName.typed(from), VersionName.typed(to));
        return Report.of(
                List.of("The branch " + from + " is called " + to + " now."),
                Json.mapper().createObjectNode().put("branch", to).put("before", from));
    }

    Report deleteBranch(String name) {
        RuleBranch gone = rules().deleteBranch(VersionName.typed(name));
        return Report.of(
                List.of("There is no branch " + gone.name() + " any more. Its versions stay; attune rule WORKSPACE"
                        + " branch " + gone.name() + " --from " + gone.head() + " makes it again."),
                Json.mapper().createObjectNode().put("branch", name).put("version", gone.head()));
    }

    Report switchTo(String name) {
        RuleBranch branch = rules().choose(VersionName.typed(name));
        return Report.of(
                List.of("Rules are those of " + branch.name() + " now, version " + branch.head() + "."),
                Json.mapper().createObjectNode().put("branch", name).put("version", branch.head()));
    }

    Report merge(String name, VersionOptions options) {
        BranchMerge merge = BranchMerge.of(rules(), VersionName.typed(name));
        List<String> lines = new ArrayList<>();
        ObjectNode node = Json.mapper().createObjectNode();
        boolean open = conflicts(merge, options, lines, node);
        if (open && !options.isSure()) {
            lines.add("Nothing was merged; choose with --ours and --theirs, for example --theirs "
                    + ConflictWords.name(merge.conflicts().getFirst()) + ".");
            return new Report(lines, node, ExitCode.PROBLEM);
        }
        RuleProgram merged = merge.merged(options.sides());
        node.setAll(difference(rules().program(), merged, lines));
        if (options.isSure()) {
            RuleSet saved = merge.save(options.sides(), AUTHOR);
            lines.add("Merged " + name + " as version " + saved.version() + ".");
            node.put("version", saved.version());
        } else {
            lines.add("Nothing was changed; --yes does it.");
        }
        return Report.of(lines, node);
    }

    /// Tells every conflict.
    ///
    /// @return whether one is not decided
    private boolean conflicts(BranchMerge merge, VersionOptions options, List<String> lines, ObjectNode node) {
        ArrayNode conflicts = node.putArray("conflicts");
        RuleBasis basis = services.decisions().basis(progress);
        boolean open = false;
        for (RuleMerge.Conflict conflict : merge.conflicts()) {
            String part = ConflictWords.name(conflict);
            boolean decided = options.sides().containsKey(conflict.part());
            open |= !decided;
            lines.add("Conflict " + part + (decided ? " (decided)" : ""));
            for (RuleMerge.Side side : RuleMerge.Side.values()) {
                ConflictWords.of(conflict, side, merge, basis.sentences())
                        .forEach(words -> lines.add("  " + Words.code(side) + ": " + words));
            }
            conflicts.addObject().put("part", part).put("decided", decided);
        }
        return open;
    }

    private RuleSet version(String wanted) {
        return rules().version(marks().version(wanted));
    }
}

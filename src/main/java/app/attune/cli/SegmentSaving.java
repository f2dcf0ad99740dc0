package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.segments.Condition;
import app.attune.segments.ConditionFinding;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentTemplate;
import app.attune.segments.SegmentUses;
import app.attune.segments.text.ConditionText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Makes segments of files and templates, and saves them.
///
/// @param warn is told what does not stop it
record SegmentSaving(Services services, Progress progress, Consumer<Problem> warn) {
    SegmentDefinition save(SegmentDraft draft, String note) {
        checkFindings(draft);
        return services.segments().save(draft, "cli", note);
    }

    /// One segment that cannot be counted would stop every count of the workspace; names the data does not have are
    /// told, since a definition may be made before its data.
    private void checkFindings(SegmentDraft draft) {
        List<ConditionFinding> findings = services.segments().findings(draft.condition(), progress);
        findings.stream().filter(ConditionFinding::isError).findFirst().ifPresent(finding -> {
            throw new ProblemException(finding.problem());
        });
        findings.forEach(finding -> warn.accept(finding.problem()));
    }

    /// Deletes it, and says what became of those that refer to it.
    List<String> delete(SegmentDefinition gone) {
        List<String> lines = new ArrayList<>(List.of("Deleted " + gone.name() + "; its versions stay."));
        List<String> referring = SegmentUses.referringTo(services.segments().list(), gone.id());
        if (!referring.isEmpty()) {
            lines.add("These segments refer to it and cannot be counted until that is changed: "
                    + String.join(", ", referring) + ".");
        }
        services.segments().delete(gone.id());
        return lines;
    }

    /// A known id makes a new version of that segment; any other name makes a new segment.
    SegmentDraft fromFile(String name, Path condition) {
        var read = ConditionText.readShown(Words.textOf(condition));
        return services.segments().list().stream()
                .filter(known -> known.id().value().equals(name) || known.name().equals(name))
                .findFirst()
                .map(known -> SegmentDraft.of(known).with(read))
                .orElseGet(() -> draft(name, read));
    }

    SegmentDraft fromTemplate(String name, String wanted) {
        List<SegmentTemplate> templates = services.segments().templates(progress);
        return templates.stream()
                .filter(one -> one.id().value().equals(wanted) || one.name().equalsIgnoreCase(wanted))
                .findFirst()
                .map(one -> draft(name, one.condition()))
                .orElseThrow(() -> ProblemException.of(
                        "cli.unknown-template",
                        "There is no template " + wanted + " for this data.",
                        "Use one of "
                                + templates.stream()
                                        .map(one -> one.id().value())
                                        .collect(Collectors.joining(", ")) + "."));
    }

    private SegmentDraft draft(String name, Condition condition) {
        return Words.checked(() -> new SegmentDraft(services.segments().suggestId(name), name, condition));
    }
}

package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.DecisionInput;
import app.attune.decide.ModelShelf;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleComparison;
import app.attune.decider.BundleDecider;
import app.attune.decider.BundleException;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import app.attune.export.diff.BundleDiff;
import app.attune.export.diff.BundleSide;
import app.attune.rules.RuleSet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an export now would change against an earlier one that is still where it was written.
public final class LastExport {
    /// Users who are decided at most.
    private static final int MOST_ASKED = 2_000;

    private static final int USERS_BETWEEN_REPORTS = 64;

    private final BundleFolder folder;

    private LastExport(BundleFolder folder) {
        this.folder = folder;
    }

    /// @param asked   users who were decided by both: all, or every so manieth of a large population
    /// @param users   of the population
    /// @param changed users asked who would be served something else
    /// @param missing features that the earlier bundle asks for and no segment has now; nobody was decided then
    public record Change(
            ExportLog.Entry since, BundleDiff diff, int asked, int users, int changed, List<String> missing) {}

    /// @throws ProblemException `export.last-gone` if the bundle is no longer there or was changed
    static Change since(ExportLog.Entry entry, ExportDraft draft, Progress progress) {
        BundleFolder folder = open(entry);
        ProfileDesk desk = draft.desk().get();
        BundleDiff diff = BundleDiff.between(
                BundleCheck.reading(() -> BundleSide.of(folder)),
                new BundleSide(texts(draft.ruleSet().orElseThrow(), desk)));
        return BundleCheck.reading(() -> new LastExport(folder).decided(entry, diff, desk, progress));
    }

    private static BundleFolder open(ExportLog.Entry entry) {
        try {
            BundleFolder folder = BundleFolder.open(Path.of(entry.folder()));
            if (folder.sha256(BundleFormat.CHECKSUMS).equals(entry.hash())) {
                return folder;
            }
        } catch (BundleException e) {
            throw new ProblemException(gone(entry), e);
        }
        throw new ProblemException(gone(entry));
    }

    private static Problem gone(ExportLog.Entry entry) {
        return new Problem(
                "export.last-gone",
                "The last export is no longer at " + entry.folder() + ", or it was changed there.",
                "Put it back to see what changes, or compare two bundles with attune diff.");
    }

    private static SortedMap<String, String> texts(RuleSet ruleSet, ProfileDesk desk) {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(BundleFormat.RULES, RulesFile.of(ruleSet, desk));
        texts.put(BundleFormat.SEGMENTS, SegmentFiles.segments(desk));
        ModelShelf shelf = desk.setup().models();
        texts.putAll(ModelFiles.of(BundleFiles.models(shelf)));
        return texts;
    }

    private Change decided(ExportLog.Entry entry, BundleDiff diff, ProfileDesk desk, Progress progress) {
        List<String> missing = BundleComparison.features(folder).stream()
                .filter(name -> desk.shape().features().features().stream()
                        .noneMatch(feature -> feature.name().equals(name)))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return new Change(entry, diff, 0, desk.basis().users(), 0, missing);
        }
        BundleDecider decider = BundleDecider.of(folder);
        int users = desk.basis().users();
        int asked = Math.min(users, MOST_ASKED);
        int changed = 0;
        for (int i = 0; i < asked; i++) {
            if (i % USERS_BETWEEN_REPORTS == 0) {
                progress.checkpoint();
                progress.report("Deciding by both bundles", i, asked);
            }
            int userIdx = (int) ((long) i * users / asked);
            changed += BundleComparison.differs(decider, line(desk, desk.input(userIdx))) ? 1 : 0;
        }
        return new Change(entry, diff, asked, users, changed, List.of());
    }

    private static String line(ProfileDesk desk, DecisionInput input) {
        ObjectNode line = GoldenFile.input(desk, input);
        line.put("id", "user");
        line.set("expected", GoldenFile.expected(desk.decide(input)));
        return Json.write(line);
    }
}

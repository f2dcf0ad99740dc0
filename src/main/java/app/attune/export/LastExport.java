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
import app.attune.prove.BundleCheck;
import app.attune.rules.RuleSet;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an export now would change against an earlier one that is still where it was written.
public final class LastExport {
    private static final int USERS_BETWEEN_REPORTS = 64;

    private final BundleFolder folder;
    private final SortedMap<String, String> texts;

    /// @param texts of the bundle that an export would write now
    private LastExport(BundleFolder folder, SortedMap<String, String> texts) {
        this.folder = folder;
        this.texts = texts;
    }

    /// @param users   of the population, each decided by both
    /// @param changed users who would be served something else
    /// @param missing features that the earlier bundle asks for and no segment has now; nobody was decided then
    public record Change(ExportLog.Entry since, BundleDiff diff, int users, int changed, List<String> missing) {}

    /// @throws ProblemException `export.last-gone` if the bundle is no longer there or was changed
    static Change since(ExportLog.Entry entry, ExportDraft draft, Progress progress) {
        BundleFolder folder = open(entry);
        ProfileDesk desk = draft.desk().get();
        SortedMap<String, String> texts = texts(draft.ruleSet().orElseThrow(), desk);
        BundleDiff diff = BundleDiff.between(BundleCheck.reading(() -> BundleSide.of(folder)), new BundleSide(texts));
        return BundleCheck.reading(() -> new LastExport(folder, texts).decided(entry, diff, desk, progress));
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
        texts.put(BundleFormat.FEATURES, SegmentFiles.features(desk));
        texts.put(BundleFormat.ITEMS, ItemsFile.of(ruleSet.program(), desk.catalogue()));
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
            return new Change(entry, diff, desk.basis().users(), 0, missing);
        }
        return new Change(entry, diff, desk.basis().users(), changed(desk, progress), List.of());
    }

    /// By the decider of servers on both sides: the workbench's own ranks every item and keeps reasons, some hundred
    /// times the work.
    private int changed(ProfileDesk desk, Progress progress) {
        BundleDecider before = BundleDecider.of(folder);
        BundleDecider after = BundleDecider.unwritten(texts);
        int users = desk.basis().users();
        int changed = 0;
        for (int userIdx = 0; userIdx < users; userIdx++) {
            if (userIdx % USERS_BETWEEN_REPORTS == 0) {
                progress.checkpoint();
                progress.report("Deciding by both bundles", userIdx, users);
            }
            changed += BundleComparison.differs(before, after, line(desk, desk.input(userIdx))) ? 1 : 0;
        }
        return changed;
    }

    private static String line(ProfileDesk desk, DecisionInput input) {
        return Json.write(GoldenFile.input(desk, input).put("id", "user"));
    }
}

package app.attune.export;

import app.attune.core.Progress;
import app.attune.decide.ModelShelf;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import app.attune.decider.BundleVerifier;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.RuleTarget;
import app.attune.recommend.Algorithm;
import app.attune.recommend.RecommenderModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// All files of a bundle as texts; the same request at the same time gives the same bytes.
final class BundleFiles {
    private static final int USERS_BETWEEN_REPORTS = 256;

    private BundleFiles() {}

    static SortedMap<String, String> of(ExportRequest request, Instant createdAt, Progress progress) {
        LeftOutModels.requireNone(request.ruleSet().rules());
        ProfileDesk desk = request.desk();
        SortedMap<String, String> files = new TreeMap<>();
        files.put(BundleFormat.RULES, RulesFile.of(request.ruleSet(), desk));
        files.put(BundleFormat.SEGMENTS, SegmentFiles.segments(desk));
        files.put(BundleFormat.FEATURES, SegmentFiles.features(desk));
        files.put(BundleFormat.ITEMS, ItemsFile.of(request.ruleSet().program(), desk.catalogue()));
        files.put(BundleFormat.RULEBOOK, RulebookFile.of(request));
        files.putAll(targets(request, files));
        progress.checkpoint();
        files.putAll(ModelFiles.of(models(desk.setup().models())));
        FileSizes.readable().require(files);
        progress.checkpoint();
        List<GoldenChoice.Chosen> golden = GoldenChoice.of(desk, request.seed());
        files.put(BundleFormat.GOLDEN, GoldenFile.of(desk, golden, progress));
        if (request.userLists() == UserLists.INCLUDED) {
            files.put(BundleFormat.USERS, users(desk, progress));
        }
        files.put(BundleFormat.KEY, request.key().publicPem());
        files.put(BundleFormat.MANIFEST, ManifestFile.of(request, files, createdAt, golden.size()));
        FileSizes.readable().require(files);
        String checksums = checksums(files);
        files.put(BundleFormat.CHECKSUMS, checksums);
        files.put(BundleFormat.SIGNATURE, request.key().signature(checksums));
        return files;
    }

    /// Written from the bundle's own files, below the folder of each target.
    private static SortedMap<String, String> targets(ExportRequest request, SortedMap<String, String> files) {
        SortedMap<String, String> written = new TreeMap<>();
        if (!request.targets().isEmpty()) {
            FlagPlan plan = FlagReader.read(
                    files.getOrDefault(BundleFormat.SEGMENTS, ""), files.getOrDefault(BundleFormat.RULES, ""));
            for (RuleTarget target : request.targets()) {
                target.files(plan).forEach((name, text) -> written.put("targets/" + target.name() + "/" + name, text));
            }
        }
        return written;
    }

    /// Those that a server can ask.
    static List<RecommenderModel> models(ModelShelf shelf) {
        return shelf.byKind().keySet().stream()
                .filter(Algorithm::isServed)
                .sorted()
                .flatMap(kind -> shelf.model(kind).stream())
                .toList();
    }

    private static String users(ProfileDesk desk, Progress progress) {
        StringBuilder text = new StringBuilder();
        int users = desk.basis().users();
        for (int userIdx = 0; userIdx < users; userIdx++) {
            if (userIdx % USERS_BETWEEN_REPORTS == 0) {
                progress.checkpoint();
                progress.report("Deciding for every user", userIdx, users);
            }
            GoldenFile.appendUser(text, desk.decide(userIdx));
        }
        return text.toString();
    }

    private static String checksums(SortedMap<String, String> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((name, text) -> digests.put(name, BundleFolder.sha256(text.getBytes(StandardCharsets.UTF_8))));
        return BundleVerifier.checksums(digests);
    }
}

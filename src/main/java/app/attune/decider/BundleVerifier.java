package app.attune.decider;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Checks that a bundle is the one that was exported and decides what it says, with nothing but its folder.
public final class BundleVerifier {
    private static final int MOST_DIFFERENCES = 1000;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String REMEDY =
            "Do not serve it: ask for the bundle again from where it was exported, or export it again.";

    /// Learns how far the verification is, and ends it by throwing.
    @FunctionalInterface
    public interface Watch {
        /// @param stage in words
        void at(String stage, long done, long total);
    }

    private final BundleFolder folder;
    private final Watch watch;
    private final Set<BundleProblem> findings = new LinkedHashSet<>();
    private final Map<String, BundleProblem> told = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Optional<String> expectedKey;
    private BundleSignature signature =
            new BundleSignature(BundleSignature.State.WRONG, Optional.empty(), "it can't be read");
    private List<BundleWaiver> waivers = List.of();
    private int vectors;

    private BundleVerifier(BundleFolder folder, Optional<String> expectedKey, Watch watch) {
        this.folder = folder;
        this.expectedKey = expectedKey;
        this.watch = watch;
    }

    /// Verifies what nobody waits for.
    public static Verification verify(Path bundle) {
        return verify(bundle, (stage, done, total) -> {});
    }

    /// @throws BundleException if the folder is no bundle at all or too large to read; whatever is wrong inside is
    ///                          a finding
    public static Verification verify(Path bundle, Watch watch) {
        return verify(bundle, Optional.empty(), watch);
    }

    /// The same of files that were opened already.
    ///
    /// @param name what they are called where there is no bundle
    public static Verification verify(BundleFolder files, String name) {
        return of(files, name, Optional.empty(), (stage, done, total) -> {});
    }

    /// The same for a bundle that must be signed by one key.
    ///
    /// @param key fingerprint of the key
    public static Verification verifySigned(Path bundle, String key, Watch watch) {
        return verify(bundle, Optional.of(key), watch);
    }

    private static Verification verify(Path bundle, Optional<String> key, Watch watch) {
        return of(BundleFolder.open(bundle), bundle.toString(), key, watch);
    }

    private static Verification of(BundleFolder folder, String name, Optional<String> key, Watch watch) {
        if (!folder.has(BundleFormat.MANIFEST)) {
            throw new BundleException(
                    "bundle.not-found",
                    name + " has no " + BundleFormat.MANIFEST + ", so it is not a bundle.",
                    "Name the folder that holds " + BundleFormat.MANIFEST + ".");
        }
        return new BundleVerifier(folder, key, watch).run();
    }

    private Verification run() {
        attempt(this::checksums);
        attempt(() -> manifest(Manifest.read(folder)));
        attempt(this::decisions);
        attempt(this::signature);
        attempt(() -> waivers = BundleWaiver.readAll(folder));
        String hash = folder.has(BundleFormat.CHECKSUMS) ? folder.sha256(BundleFormat.CHECKSUMS) : "";
        return new Verification(
                hash, folder.sizes().size(), vectors, List.copyOf(findings), differences, signature, waivers);
    }

    private void attempt(Runnable check) {
        try {
            check.run();
        } catch (BundleException e) {
            if (!isTold(e.problem())) {
                findings.add(e.problem());
            }
        }
    }

    private void signature() {
        signature = BundleSignature.of(folder, expectedKey);
        if (!told.containsKey(BundleFormat.KEY)) {
            signature.finding(expectedKey).ifPresent(findings::add);
        }
    }

    /// The text of the checksum file, in the form of `sha256sum`: every file but itself and its signature,
    /// sorted by name.
    public static String checksums(SortedMap<String, String> digests) {
        StringBuilder text = new StringBuilder();
        digests.forEach(
                (name, digest) -> text.append(digest).append("  ").append(name).append('\n'));
        return text.toString();
    }

    /// The SHA-256 that the checksum file of a folder's files has if it is right.
    public static String checksumsHash(BundleFolder folder) {
        return hash(digests(folder, (stage, done, total) -> {}));
    }

    private static String hash(SortedMap<String, String> digests) {
        return BundleFolder.sha256(checksums(digests).getBytes(StandardCharsets.UTF_8));
    }

    private static SortedMap<String, String> digests(BundleFolder folder, Watch watch) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String name : folder.sizes().keySet()) {
            watch.at("Checking files", digests.size(), folder.sizes().size());
            if (!name.equals(BundleFormat.CHECKSUMS) && !name.equals(BundleFormat.SIGNATURE)) {
                digests.put(name, folder.sha256(name));
            }
        }
        return digests;
    }

    private void checksums() {
        SortedMap<String, String> digests = digests(folder, watch);
        List<String> said = folder.text(BundleFormat.CHECKSUMS).lines().toList();
        digests.forEach((name, digest) -> {
            if (!said.contains(digest + "  " + name)) {
                changed(name, expected(name, said) + ", it is " + digest);
            }
        });
        String hash = hash(digests);
        boolean whole = hash.equals(folder.sha256(BundleFormat.CHECKSUMS));
        if (!whole && findings.isEmpty()) {
            changed(
                    BundleFormat.CHECKSUMS,
                    "it does not list exactly the files of the bundle. For these its SHA-256 should be " + hash
                            + ", it is " + folder.sha256(BundleFormat.CHECKSUMS));
        }
    }

    private static String expected(String name, List<String> said) {
        return said.stream()
                .filter(line -> line.endsWith("  " + name))
                .map(line -> line.substring(0, line.length() - name.length() - 2))
                .filter(digest -> DIGEST.matcher(digest).matches())
                .findFirst()
                .map(digest -> "its SHA-256 should be " + digest)
                .orElse(BundleFormat.CHECKSUMS + " does not list its SHA-256");
    }

    /// That a changed file makes no sense either is no news; what its manifest leads to is.
    private boolean isTold(BundleProblem problem) {
        return told.keySet().stream()
                .anyMatch(name ->
                        !name.equals(BundleFormat.MANIFEST) && problem.message().contains(name));
    }

    /// Each file is told once, whatever else gives it away.
    private void changed(String name, String reason) {
        findings.add(told.computeIfAbsent(
                name,
                file -> new BundleProblem(
                        "bundle.changed-file", file + " is not the file that was exported: " + reason + ".", REMEDY)));
    }

    private void manifest(Manifest manifest) {
        for (String name : BundleFormat.REQUIRED) {
            if (!manifest.files().containsKey(name)) {
                findings.add(
                        new BundleProblem("bundle.missing-file", "The manifest does not list " + name + ".", REMEDY));
            }
        }
        for (Map.Entry<String, Manifest.Entry> file : manifest.files().entrySet()) {
            attempt(() -> file(file.getKey(), file.getValue()));
        }
        for (String name : folder.sizes().keySet()) {
            boolean own = Set.of(BundleFormat.MANIFEST, BundleFormat.CHECKSUMS, BundleFormat.SIGNATURE)
                    .contains(name);
            if (!own && !manifest.files().containsKey(name)) {
                findings.removeIf(problem -> problem.equals(told.get(name)));
                findings.add(new BundleProblem(
                        "bundle.extra-file",
                        name + " is not part of the bundle.",
                        "Delete it, or verify a fresh copy."));
            }
        }
    }

    private void file(String name, Manifest.Entry entry) {
        String digest = folder.sha256(name);
        if (!digest.equals(entry.sha256())) {
            changed(name, "its SHA-256 should be " + entry.sha256() + " by the manifest, it is " + digest);
        } else if (folder.sizes().getOrDefault(name, -1L) != entry.bytes()) {
            changed(BundleFormat.MANIFEST, "the size it gives for " + name + " is wrong");
        }
    }

    private void decisions() {
        BundleDecider decider = BundleDecider.of(folder);
        List<GoldenVector> golden = GoldenVector.readAll(folder);
        int listed = Manifest.read(folder).vectors();
        if (golden.size() != listed) {
            changed(BundleFormat.GOLDEN, "it has " + golden.size() + " decisions, the manifest says " + listed);
        }
        for (GoldenVector vector : golden) {
            watch.at("Deciding again", vectors, golden.size());
            Optional<Difference> difference =
                    DecisionDiff.of(vector.id(), vector.expected(), decider.decide(vector.request()));
            vectors++;
            if (differences.size() < MOST_DIFFERENCES) {
                difference.ifPresent(differences::add);
            }
        }
    }
}

package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.decider.BundleFormat;
import app.attune.decider.Verification;
import app.attune.prove.BundleCheck;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Writes bundles: whole and verified, or not at all, and never over anything that is there.
public final class BundleWriter {
    private final Clock clock;

    public BundleWriter(Clock clock) {
        this.clock = clock;
    }

    /// @param folder that does not exist yet
    /// @throws ProblemException `export.exists`, `export.unknown-model`, `export.unwritable`, `export.not-verified`
    /// @throws java.util.concurrent.CancellationException leaving nothing behind
    public ExportedBundle write(ExportRequest request, Path folder, Progress progress) {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw ProblemException.of(
                    "export.exists",
                    "There is already something at " + target + ".",
                    "Choose another name: an export never overwrites an earlier one.");
        }
        SortedMap<String, String> files = BundleFiles.of(request, clock.instant(), progress);
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
        try {
            delete(partial);
            writeAll(files, partial);
            progress.report("Verifying the bundle", 0, 1);
            Verification verification =
                    BundleCheck.verifySigned(partial, request.key().fingerprint(), progress);
            requireSound(verification);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return exported(request, files, target, verification);
        } catch (IOException e) {
            throw unwritable(target, e);
        } finally {
            discard(partial);
        }
    }

    private static void writeAll(SortedMap<String, String> files, Path partial) throws IOException {
        Files.createDirectories(partial.resolve("recommendations"));
        for (var file : files.entrySet()) {
            ByteBuffer bytes = ByteBuffer.wrap(file.getValue().getBytes(StandardCharsets.UTF_8));
            Path written = partial.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(written.getParent()).orElse(partial));
            try (FileChannel channel =
                    FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        }
    }

    private static void requireSound(Verification verification) {
        if (!verification.findings().isEmpty()) {
            throw new ProblemException(
                    BundleCheck.problem(verification.findings().getFirst()));
        }
        if (!verification.differences().isEmpty()) {
            var first = verification.differences().getFirst();
            throw ProblemException.of(
                    "export.not-verified",
                    verification.differences().size() + " of " + verification.vectors()
                            + " golden decisions come out otherwise from the bundle, the first: " + first.vector()
                            + ", "
                            + first.field() + " is " + first.got() + " instead of " + first.expected() + ".",
                    "Nothing was exported. Report this with the workspace: the bundle's decider and the workbench"
                            + " disagree.");
        }
    }

    private static ExportedBundle exported(
            ExportRequest request, SortedMap<String, String> files, Path target, Verification verification) {
        long bytes = files.values().stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return new ExportedBundle(
                target,
                verification.bundleHash(),
                files.size(),
                bytes,
                request.ruleSet().rules().size(),
                request.desk().segments().size(),
                request.desk().basis().withoutConsent(),
                verification.vectors(),
                notes(request),
                request.waivers(),
                request.key().fingerprint());
    }

    private static void discard(Path partial) {
        try {
            delete(partial);
        } catch (IOException e) {
            throw unwritable(partial, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(folder)) {
            entries = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }

    private static ProblemException unwritable(Path target, IOException cause) {
        return new ProblemException(
                new Problem(
                        "export.unwritable",
                        "Can't write the bundle to " + target + ": " + cause.getMessage() + ".",
                        "Choose a folder you may write to, with " + BundleFormat.MANIFEST + " not open elsewhere."),
                cause);
    }

    private static List<Problem> notes(ExportRequest request) {
        List<Problem> notes = new ArrayList<>(request.needs().notes());
        notes.addAll(
                LeftOutModels.notes(request.desk().setup().models().byKind().keySet()));
        return notes;
    }
}

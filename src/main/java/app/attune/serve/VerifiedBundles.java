package app.attune.serve;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.decider.BundleDecider;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import app.attune.decider.BundleVerifier;
import app.attune.decider.Difference;
import app.attune.decider.ServerDecision;
import app.attune.decider.Verification;
import app.attune.prove.BundleCheck;
import java.io.IOException;
import java.nio.file.Path;

/// Bundles of folders and of `.zip` files, each verified whole before it decides: the only place that reads bundles
/// with the decider.
final class VerifiedBundles implements BundleSource {
    private static final String REMEDY = "Ask for the bundle again from where it was exported, or export it again.";

    @Override
    public ServedBundle load(Path folder) {
        return BundleCheck.reading(() -> verified(BundleFolder.open(real(folder)), folder.toString()));
    }

    private static ServedBundle verified(BundleFolder files, String name) {
        String hash = sound(BundleVerifier.verify(files, name));
        BundleDecider decider = BundleDecider.of(files);
        BundleDecider off = decider.withRulesOff();
        BundleFacts facts = BundleFacts.read(files, hash);
        ServerDecision instead = SafeList.of(off::decide, files);
        requireUnchanged(files, hash);
        return new ServedBundle(facts, decider::decide, off::decide, instead);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "bundle.not-found",
                            "There is no bundle " + folder + ".",
                            "Name the folder that holds " + BundleFormat.MANIFEST + ", or its .zip file."),
                    e);
        }
    }

    private static String sound(Verification found) {
        if (found.isSound()) {
            return found.bundleHash();
        }
        if (!found.findings().isEmpty()) {
            throw refused(found.findings().getFirst().message());
        }
        Difference first = found.differences().getFirst();
        throw refused(found.differences().size() + " of " + found.vectors()
                + " golden decisions come out otherwise, the first is " + first.vector() + " in " + first.field()
                + ".");
    }

    private static ProblemException refused(String reason) {
        return ProblemException.of("serve.unsound-bundle", "The bundle is not served: " + reason, REMEDY);
    }

    /// What was verified is what was read only if nobody changed a file in between.
    private static void requireUnchanged(BundleFolder files, String hash) {
        if (!BundleVerifier.checksumsHash(files).equals(hash)) {
            throw refused("its files changed while they were read.");
        }
    }
}

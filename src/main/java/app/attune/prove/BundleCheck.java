package app.attune.prove;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.decider.BundleException;
import app.attune.decider.BundleProblem;
import app.attune.decider.BundleVerifier;
import app.attune.decider.Verification;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Verifies and reads bundles as work of the workbench: with progress, and with its problems. The only place where what
/// the decider says of a bundle becomes a problem of the workbench.
public final class BundleCheck {
    private BundleCheck() {}

    /// @throws ProblemException if it is no bundle at all or too large to read; whatever is wrong inside is a finding
    /// @throws java.util.concurrent.CancellationException if the work is no longer wanted
    public static Verification verify(Path bundle, Progress progress) {
        return reading(() -> BundleVerifier.verify(bundle, watch(progress)));
    }

    /// The same for a bundle that must be signed by one key.
    ///
    /// @param key fingerprint of the key
    public static Verification verifySigned(Path bundle, String key, Progress progress) {
        return reading(() -> BundleVerifier.verifySigned(bundle, key, watch(progress)));
    }

    /// Whatever else is read of a bundle.
    ///
    /// @throws ProblemException if it can't be
    public static <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (BundleException e) {
            throw new ProblemException(problem(e), e);
        }
    }

    /// Reports to the progress, and ends when the work is no longer wanted.
    public static BundleVerifier.Watch watch(Progress progress) {
        return (stage, done, total) -> {
            progress.checkpoint();
            progress.report(stage, done, total);
        };
    }

    /// What the decider fails with, in the workbench's terms.
    public static Problem problem(BundleException failure) {
        return problem(failure.problem());
    }

    /// What the decider finds, in the workbench's terms.
    public static Problem problem(BundleProblem found) {
        return new Problem(found.code(), found.message(), found.remedy());
    }
}

package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.decider.BundleException;
import app.attune.decider.BundleProblem;
import app.attune.decider.BundleVerifier;
import app.attune.decider.Verification;
import java.nio.file.Path;

/// Verifies bundles as work of the workbench: with progress, and with its problems.
public final class BundleCheck {
    private BundleCheck() {}

    /// @throws ProblemException if it is no bundle at all or too large to read; whatever is wrong inside is a finding
    /// @throws java.util.concurrent.CancellationException if the work is no longer wanted
    public static Verification verify(Path bundle, Progress progress) {
        try {
            return BundleVerifier.verify(bundle, (stage, done, total) -> {
                progress.checkpoint();
                progress.report(stage, done, total);
            });
        } catch (BundleException e) {
            throw new ProblemException(problem(e.problem()), e);
        }
    }

    /// The same in the workbench's terms.
    public static Problem problem(BundleProblem found) {
        return new Problem(found.code(), found.message(), found.remedy());
    }
}

package app.attune.serve;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The bundle that decides now. Another one takes its place at once and whole, after it was verified, or not at all.
final class BundleShelf {
    private static final String REMEDY =
            "Name a folder or .zip file beside the bundle that the server was started with, by its name alone.";

    private final BundleSource source;
    private final DecisionServer.Outside outside;
    private final Metrics metrics;
    private volatile Path folder;
    private volatile ServedBundle current;
    private volatile Reload last;

    /// @throws ProblemException if the first bundle must not be served
    BundleShelf(BundleSource source, Path folder, DecisionServer.Outside outside, Metrics metrics) {
        this.source = source;
        this.outside = outside;
        this.metrics = metrics;
        this.folder = folder.toAbsolutePath().normalize();
        this.current = source.load(this.folder);
        this.last = new Reload(outside.clock().instant(), Optional.empty());
    }

    ServedBundle current() {
        return current;
    }

    Reload last() {
        return last;
    }

    /// Where the current bundle was found, links not followed.
    Path folder() {
        return folder;
    }

    /// Serves the bundle of a folder or file from now on, unless it is refused. One at a time.
    synchronized Reload reload(Path next) {
        Optional<Problem> refused = attempt(next);
        last = new Reload(outside.clock().instant(), refused);
        metrics.reloaded(last.outcome());
        outside.journal()
                .remark(refused.map(problem -> "Refused, the bundle before it decides: " + problem.message())
                        .orElse("Serving rules version " + current.facts().version() + ", SHA-256 "
                                + current.facts().sha256()));
        return last;
    }

    private Optional<Problem> attempt(Path next) {
        try {
            current = source.load(next);
            folder = next;
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            outside.journal()
                    .remark("A bundle could not be read: " + e.getClass().getName());
            return Optional.of(new Problem(
                    "serve.unreadable-bundle",
                    "The bundle can't be read.",
                    "Check it with attune verify, and ask for it again from where it was exported."));
        }
    }

    /// A folder or file beside the current one.
    ///
    /// @throws Refusal 400 if the name leads elsewhere
    Path beside(String name) {
        try {
            Path parent = parentOf(folder);
            Path next = parent.resolve(name).normalize();
            boolean plain = next.getNameCount() == parent.getNameCount() + 1 && parent.equals(next.getParent());
            if (!plain || !parentOf(next.toRealPath()).equals(parent.toRealPath())) {
                throw elsewhere();
            }
            return next;
        } catch (InvalidPathException | IOException e) {
            throw elsewhere();
        }
    }

    private static Path parentOf(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static Refusal elsewhere() {
        return Refusal.of(
                400, new Problem("serve.bad-path", "There is no such bundle beside the one that is served.", REMEDY));
    }
}

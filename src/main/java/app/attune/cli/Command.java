package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.RuntimeFault;
import app.attune.core.json.Json;
import app.attune.decider.BundleException;
import app.attune.prove.BundleCheck;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/// One command: does its work, then prints the report as lines or as JSON. Results go to standard output, problems to
/// standard error as what happened and what to do.
abstract class Command implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Command.class);

    /// Problems with the words of a command, not with what they ask for.
    private static final Set<String> NOT_UNDERSTOOD = Set.of(
            "export.unknown-target",
            "export.not-waivable",
            "export.waiver-reason",
            "export.minimum-segment",
            "prove.unknown-engine",
            "cli.bad-choice",
            "cli.bad-option",
            "cli.bad-picture",
            "cli.bad-split",
            "cli.bad-time",
            "cli.missing-argument",
            "cli.missing-condition",
            "cli.no-rejected",
            "cli.not-together",
            "cli.not-with-rejected",
            "cli.preset-or-mapping",
            "cli.unknown-chart",
            "cli.unknown-recommender",
            "decide.bad-what-if",
            "decide.unknown-list-format",
            "discover.limits",
            "model.bad-id",
            "recommend.compare-count",
            "segments.bad-cuts",
            "tune.bad-id",
            "tune.trials");

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @SuppressWarnings("UnusedVariable") // picocli reads it to know that help was asked for.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    Command(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    abstract Report run();

    Surroundings surroundings() {
        return surroundings;
    }

    /// Tells on standard error what does not stop the command.
    final void warn(Problem problem) {
        clearProgress();
        surroundings.err().println("Warning: " + problem.message() + " " + problem.remedy());
    }

    @Override
    public final Integer call() {
        try {
            Report report = run();
            clearProgress();
            print(report);
            return report.exitCode();
        } catch (ProblemException e) {
            return fail(e.problem());
        } catch (BundleException e) {
            return fail(BundleCheck.problem(e));
        } catch (CancellationException e) {
            clearProgress();
            surroundings.err().println("Cancelled. Nothing half-done was kept.");
            return ExitCode.CANCELLED;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
            LOG.error("Unexpected error in a command", e);
            return fail(RuntimeFault.of(e).orElseGet(() -> unexpected(e)));
        }
    }

    private static Problem unexpected(Throwable thrown) {
        return new Problem(
                "cli.unexpected",
                "Unexpected error: " + thrown,
                "Try again; if it stays, send the log file named in the README to the people who support you.");
    }

    private void print(Report report) {
        if (json) {
            surroundings.out().print(Json.writePretty(report.json()));
        } else {
            report.lines().forEach(surroundings.out()::println);
        }
        surroundings.out().flush();
    }

    private int fail(Problem problem) {
        clearProgress();
        surroundings.err().println(problem.message());
        surroundings.err().println(problem.remedy());
        return exitCode(problem);
    }

    /// How a command ends that a problem stopped.
    int exitCode(Problem problem) {
        return NOT_UNDERSTOOD.contains(problem.code()) ? ExitCode.USAGE : ExitCode.PROBLEM;
    }

    private void clearProgress() {
        if (surroundings.progress() instanceof TerminalProgress terminal) {
            terminal.clear();
        }
    }
}

package app.attune.cli;

import app.attune.core.Progress;
import app.attune.core.Version;
import app.attune.core.chart.ChartWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/// The command line: `attune
/// new|import|imports|mapping|events|sessions|sql|quality|reconcile|delta|identity|consent|segment|rule|train|tune|evaluate|compare|rerank|model|preview|recommend-all|model-arrays|model-onnx|model-import|chart|export|verify|serve
/// |diff|backup|check|archive|unarchive|sample|demo`.
public final class Cli {
    private static final String EXIT_CODES =
            "%nExit codes: 0 done, 1 a problem that standard error explains, 2 words not"
                    + " understood, 3 a bundle, workspace or manifest differs, 4 a rule is broken, an expectation fails"
                    + " or no row of a file could be used, 130 cancelled.";

    private Cli() {}

    @CommandLine.Command(
            name = "attune",
            description = "Segments, rules and recommendations for a personalisation engine, without a window.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  attune demo --out target/demo", EXIT_CODES})
    private static final class Root {}

    /// Runs one command on this process's streams.
    ///
    /// @return the exit code
    public static int run(List<String> words, ChartWriter charts) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Clock clock = Clock.systemUTC();
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        Progress progress = terminal ? new TerminalProgress(err, clock) : Progress.none();
        return run(words, new Surroundings(out, err, charts, clock, progress));
    }

    static int run(List<String> words, Surroundings surroundings) {
        CommandLine line = new CommandLine(new Root());
        for (Command command : commands(surroundings)) {
            line.addSubcommand(command);
        }
        line.getCommandSpec().version("attune " + Version.current());
        line.setOut(writer(surroundings.out()));
        line.setErr(writer(surroundings.err()));
        line.setUsageHelpAutoWidth(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Cli::misunderstood);
        if (words.isEmpty()) {
            line.usage(line.getOut());
            return ExitCode.USAGE;
        }
        return line.execute(words.toArray(String[]::new));
    }

    /// What was not understood on one line, what to do on the next.
    private static int misunderstood(CommandLine.ParameterException problem, String[] words) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(String.valueOf(problem.getMessage()).lines().findFirst().orElse("") + ".");
        List<String> near = problem instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        err.println((near.isEmpty() ? "" : "Did you mean " + String.join(", ", near) + "? ") + "See "
                + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }

    private static List<Command> commands(Surroundings surroundings) {
        List<Command> all = new ArrayList<>(ofData(surroundings));
        all.addAll(ofDecisions(surroundings));
        return all;
    }

    private static List<Command> ofData(Surroundings surroundings) {
        return List.of(
                new NewCommand(surroundings),
                new ImportCommand(surroundings),
                new ImportsCommand(surroundings),
                new PresetsCommand(surroundings),
                new MappingCommand(surroundings),
                new EventsCommand(surroundings),
                new SessionsCommand(surroundings),
                new SqlCommand(surroundings),
                new IdentityCommand(surroundings),
                new QualityCommand(surroundings),
                new ReconcileCommand(surroundings),
                new DeltaCommand(surroundings),
                new ConsentCommand(surroundings));
    }

    private static List<Command> ofDecisions(Surroundings surroundings) {
        return List.of(
                new SegmentCommand(surroundings),
                new DiscoverCommand(surroundings),
                new RuleCommand(surroundings),
                new ReplayCommand(surroundings),
                new TrainCommand(surroundings),
                new TuneCommand(surroundings),
                new EvaluateCommand(surroundings),
                new CompareCommand(surroundings),
                new RerankCommand(surroundings),
                new ModelCommand(surroundings),
                new PreviewCommand(surroundings),
                new RecommendAllCommand(surroundings),
                new ModelArraysCommand(surroundings),
                new ModelOnnxCommand(surroundings),
                new ModelImportCommand(surroundings),
                new ChartCommand(surroundings),
                new ExportCommand(surroundings),
                new VerifyCommand(surroundings),
                new ServeCommand(surroundings),
                new DiffCommand(surroundings),
                new ProveCommand(surroundings),
                new BackupCommand(surroundings),
                new CheckCommand(surroundings),
                new ArchiveCommand(surroundings),
                new UnarchiveCommand(surroundings),
                new SampleCommand(surroundings),
                new DemoCommand(surroundings));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}

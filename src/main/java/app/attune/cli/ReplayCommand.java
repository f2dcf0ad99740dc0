package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.TimeWindow;
import app.attune.rules.RuleJson;
import app.attune.rules.RuleProgram;
import app.attune.rules.replay.EffectWords;
import app.attune.rules.replay.Occasion;
import app.attune.rules.replay.Replay;
import app.attune.rules.replay.ReplayComparison;
import app.attune.rules.replay.ReplayGround;
import app.attune.rules.replay.ReplayJson;
import app.attune.rules.replay.ReplayOptions;
import app.attune.rules.replay.ReplayReport;
import app.attune.rules.replay.ReplaySentences;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "replay",
        description = "Makes the decisions of a stored period again: what the rules would have done.",
        footer = {
            "",
            "Examples:",
            "  attune replay shop",
            "  attune replay shop --from 2026-08-01 --to 2026-09-01 --at event --json",
            "  attune replay shop --version 3",
            "  attune replay shop --against rules.json",
            "  attune replay shop --at event --placement-column page --device-column device",
            "",
            "--version and --against tell who would have seen something else: under the saved rules than under those",
            "of an earlier version, and under the rules of the file than under the saved ones. Placement, device",
            "and basket of a request are read from properties of the events (--placement-column and others), else from",
            "what is given (--placement and others); where neither says them, rules that ask for them never match."
        })
final class ReplayCommand extends WorkspaceCommand {
    private static final int SHOWN = 10;

    @Option(names = "--from", paramLabel = "TIME", description = "First time; that of the first event if not given.")
    @Nullable
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "End, which does not count; after the last event.")
    @Nullable
    private String to;

    @Option(
            names = "--at",
            paramLabel = "OCCASION",
            description = "When users are decided on: session (default), its first event; day, the first event of each"
                    + " day in UTC; event, every one.")
    @Nullable
    private String at;

    @Option(names = "--version", paramLabel = "N", description = "Compare with an earlier version of the rules.")
    @Nullable
    private Integer version;

    @Option(names = "--against", paramLabel = "JSON", description = "Compare with the rules of a file.")
    @Nullable
    private Path against;

    @Mixin
    private ContextOptions context = new ContextOptions();

    @Mixin
    private RequestColumnOptions columns = new RequestColumnOptions();

    ReplayCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        if (version != null && against != null) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "--version and --against name two rule sets to compare with.",
                    "Give one of them.");
        }
        RuleProgram saved = services.rules().program();
        Optional<RuleProgram> earlier = Optional.ofNullable(version)
                .map(number -> services.rules().version(number).program());
        Optional<RuleProgram> other = Optional.ofNullable(against)
                .map(file -> RuleJson.program(Words.textOf(file), String.valueOf(file.getFileName())));
        ReplayGround ground = services.decisions().ground(progress());
        ReplayOptions options = options(services, ground);
        beside(ground.population().events().span(), options.period()).ifPresent(this::warn);
        if (earlier.isEmpty() && other.isEmpty()) {
            ReplayReport report = Replay.of(saved, ground, options, progress());
            report.notes().forEach(this::warn);
            return Report.of(lines(report), ReplayJson.write(report));
        }
        ReplayComparison comparison =
                Replay.compare(earlier.orElse(saved), other.orElse(saved), ground, options, progress());
        comparison.notes().forEach(this::warn);
        EffectWords words = new EffectWords(ground.catalogue()::name);
        return Report.of(lines(comparison, words), ReplayJson.write(comparison, words));
    }

    /// That nothing happened in the period because it lies before or after all that did.
    private static Optional<Problem> beside(Optional<TimeWindow> events, TimeWindow period) {
        return events.filter(span ->
                        !span.from().isBefore(period.to()) || !period.from().isBefore(span.to()))
                .map(span -> new Problem(
                        "cli.period-beside-events",
                        "No event is in the period: the first is of " + span.from() + ", the last is before "
                                + span.to() + ".",
                        "Ask for a --from and --to between the two."));
    }

    /// Everything there is where nothing is asked for.
    private ReplayOptions options(Services services, ReplayGround ground) {
        Instant first = from == null ? ReplayOptions.BEGINNING : asOf(services, from);
        Instant end = to == null ? ReplayOptions.END : asOf(services, to);
        if (!first.isBefore(end)) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "The period ends at " + end + ", not after its beginning " + first + ".",
                    "Give a later --to.");
        }
        Occasion occasion = at == null ? Occasion.SESSION : Choices.of("--at", at, Occasion.values());
        return new ReplayOptions(
                new TimeWindow(first, end),
                occasion,
                context.context(services, ground.catalogue(), this::warn),
                columns.columns());
    }

    private static List<String> lines(ReplayReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(ReplaySentences.whole(report));
        lines.addAll(ReplaySentences.rules(report));
        ReplaySentences.offers(report).ifPresent(lines::add);
        return lines;
    }

    private static void inside(ReplayReport report, List<String> lines) {
        ReplaySentences.rules(report).forEach(line -> lines.add("  " + line));
        ReplaySentences.offers(report).ifPresent(line -> lines.add("  " + line));
    }

    private static List<String> lines(ReplayComparison comparison, EffectWords words) {
        List<String> lines = new ArrayList<>();
        lines.add(ReplaySentences.whole(comparison.before()));
        lines.addAll(ReplaySentences.difference(comparison));
        lines.add("Before");
        inside(comparison.before(), lines);
        lines.add("After");
        inside(comparison.after(), lines);
        if (!comparison.examples().isEmpty()) {
            lines.add("The first such decision of some of these users (--json gives up to 100)");
            comparison.examples().stream()
                    .limit(SHOWN)
                    .map(example -> "  " + example.user() + "  " + example.at() + "  "
                            + String.join("; ", words.differences(example.before(), example.after())))
                    .forEach(lines::add);
        }
        return lines;
    }
}

package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.EventCells;
import app.attune.events.ImportReport;
import app.attune.events.quality.Check;
import app.attune.events.quality.ColumnQuality;
import app.attune.events.quality.DailyVolume;
import app.attune.events.quality.Expectation;
import app.attune.events.quality.ExpectationJson;
import app.attune.events.quality.ExpectationSet;
import app.attune.events.quality.ExpectationUses;
import app.attune.events.quality.ExpectationWords;
import app.attune.events.quality.LateEvents;
import app.attune.events.quality.Lateness;
import app.attune.events.quality.Membership;
import app.attune.events.quality.MembershipWatch;
import app.attune.events.quality.Outcome;
import app.attune.events.quality.QualityReport;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "quality",
        description = "Tells how far the events can be trusted, and keeps what is expected of them.",
        footer = {
            "",
            "Days stand out by the median and MAD of their weekday (Iglewicz and Hoaglin 1993).",
            "show ends with exit code 4 if an expectation fails, so that a script can stop there; 0 if all hold or",
            "cannot be judged, 1 if the command itself could not be done.",
            "",
            "Examples:",
            "  attune quality shop --allowed 24",
            "  attune quality shop expect \"Values are plausible\" --between value=0..500",
            "  attune quality shop expect \"Known types\" --one-of type=view,cart,purchase",
            "  attune quality shop forget \"Known types\"",
            "  attune quality shop restore 1"
        })
final class QualityCommand extends WorkspaceCommand {
    private enum Verb {
        SHOW,
        EXPECT,
        FORGET,
        VERSIONS,
        RESTORE
    }

    private static final int[] WIDTHS = {18, 9, 9, 9, 12};

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERB",
            description = "show (if not given), expect, forget, versions or restore.")
    private String verb = "show";

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "Of an expectation, or a version.")
    @Nullable
    private String name;

    @Option(names = "--allowed", paramLabel = "HOURS", description = "Lateness to allow.", defaultValue = "24")
    private double allowed;

    @Option(
            names = "--list",
            paramLabel = "N",
            description = "Lists so many of the events that came later.",
            defaultValue = "0")
    private int listed;

    @ArgGroup(exclusive = true)
    @Nullable
    private TypedCheck expected;

    QualityCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        return switch (Choices.of("quality", verb, Verb.values())) {
            case SHOW -> show(services);
            case EXPECT -> expect(services);
            case FORGET -> forget(services);
            case VERSIONS -> ExpectationVersions.list(services.quality());
            case RESTORE -> ExpectationVersions.restore(services.quality(), name());
        };
    }

    private String name() {
        if (name == null) {
            throw ProblemException.of(
                    "cli.missing-argument", "NAME is missing.", "See attune quality --help for examples.");
        }
        return name;
    }

    private Report expect(Services services) {
        String wanted = name();
        Check check = Words.checked(() -> Optional.ofNullable(expected)
                .flatMap(TypedCheck::check)
                .orElseThrow(() -> new IllegalArgumentException("No check is given, such as --between value=0..500")));
        EventCells cells =
                EventCells.of(services.populations().current(progress()).events());
        ExpectationUses.column(check).ifPresent(cells::require);
        ExpectationSet saved = services.quality().expect(Words.checked(() -> new Expectation(wanted, check)), "cli");
        return Report.of(
                List.of("Expected from version " + saved.version() + " on: " + ExpectationWords.of(check) + "."),
                Json.read(ExpectationJson.write(saved.expectations()), "expectations"));
    }

    private Report forget(Services services) {
        String wanted = name();
        int before = services.quality().expectations().version();
        ExpectationSet now = services.quality().forget(wanted, "cli");
        if (now.version() == before) {
            throw ProblemException.of(
                    "quality.unknown-expectation",
                    "Nothing called " + wanted + " is expected.",
                    "attune quality WORKSPACE lists what is.");
        }
        return Report.of(
                List.of("Not expected any more: " + wanted + "."),
                Json.mapper().createObjectNode().put("version", now.version()));
    }

    private Report show(Services services) {
        QualityReport report = services.quality().report(progress());
        List<Outcome> outcomes = services.quality().outcomes(report, progress());
        List<String> lines = new ArrayList<>();
        ObjectNode json = Json.mapper().createObjectNode();
        columns(report, lines, json.putArray("columns"));
        volume(report.volume(), lines, json);
        age(report, lines, json);
        late(report, lines, json, services.qualityDesk().memberships());
        imports(report, lines, json.putArray("imports"));
        SourceLines.coverage(services.qualityDesk().coverage().apply(progress()), lines, json);
        SourceLines.schemas(services.qualityDesk().schemas().history(), lines, json);
        outcomes(outcomes, lines, json.putArray("expectations"));
        boolean holds = outcomes.stream().allMatch(Outcome::isPass);
        return new Report(lines, json, holds ? ExitCode.OK : ExitCode.BROKEN);
    }

    private static void columns(QualityReport report, List<String> lines, ArrayNode json) {
        lines.add(Words.columns(WIDTHS, "column", "filled", "valid", "unique", "different"));
        for (ColumnQuality column : report.columns()) {
            String name = column.profile().field().name();
            lines.add(Words.columns(
                    WIDTHS,
                    name,
                    Words.share(column.completeness()),
                    Double.isNaN(column.validity()) ? "-" : Words.share(column.validity()),
                    Double.isNaN(column.uniqueness()) ? "-" : Words.share(column.uniqueness()),
                    Words.number(column.profile().distinct())));
            json.addObject()
                    .put("column", name)
                    .put("rows", column.profile().rows())
                    .put("missing", column.profile().missing())
                    .put("invalid", column.invalid())
                    .put("distinct", column.profile().distinct());
        }
    }

    private static void volume(DailyVolume volume, List<String> lines, ObjectNode json) {
        lines.add("");
        lines.add(volume.chart().title() + ".");
        ArrayNode array = json.put("days", volume.days().size()).putArray("unusualDays");
        for (DailyVolume.Day day : volume.unusual()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s  %,d events, usual %,.0f (%,.0f to %,.0f), score %+.2f",
                    day.date(),
                    day.events(),
                    day.usual(),
                    day.low(),
                    day.high(),
                    day.score()));
            array.addObject()
                    .put("day", day.date().toString())
                    .put("events", day.events())
                    .put("usual", day.usual())
                    .put("score", day.score());
        }
    }

    private static void age(QualityReport report, List<String> lines, ObjectNode json) {
        report.freshness().newest().ifPresent(newest -> {
            lines.add("The newest event is of " + newest + ", "
                    + Lateness.words(report.freshness().age()) + " old.");
            json.put("newest", newest.toString())
                    .put("ageSeconds", report.freshness().age().toSeconds());
        });
    }

    private void late(QualityReport report, List<String> lines, ObjectNode json, MembershipWatch segments) {
        Optional<Lateness> lateness = report.lateness();
        if (lateness.isEmpty()) {
            lines.add("No column says when events were loaded, such as loaded_at.");
            return;
        }
        Duration limit = Words.checked(() -> Duration.ofSeconds(Math.round(3_600 * allowed)));
        Lateness.Dropped dropped = lateness.get().dropped(limit, progress());
        lines.add("Allowing " + Lateness.words(limit) + " would leave out " + Words.number(dropped.events()) + " of "
                + Counted.of(lateness.get().known(), "event") + "; " + Counted.of(dropped.users(), "user")
                + " would lose events, " + Words.number(dropped.usersGone()) + " of them all.");
        ObjectNode late = json.putObject("late");
        DeltaCommand.memberships(
                segments.with(lateness.get().without(limit, progress()), progress()).stream()
                        .filter(Membership::isChanged)
                        .toList(),
                lines,
                late.putArray("segments"));
        listLate(lateness.get().late(limit, progress()), lines, late.putArray("listed"));
        late.put("column", lateness.get().columnName())
                .put("allowedSeconds", limit.toSeconds())
                .put("known", lateness.get().known())
                .put("events", dropped.events())
                .put("users", dropped.users())
                .put("usersGone", dropped.usersGone());
    }

    private void listLate(LateEvents events, List<String> lines, ArrayNode json) {
        for (int i = 0; i < Math.min(listed, events.size()); i++) {
            LateEvents.Late one = events.get(i);
            lines.add("  " + one.time() + "  " + one.user() + "  " + one.type() + "  " + one.item() + "  loaded "
                    + one.loaded() + ", " + Lateness.words(one.lateness()) + " late");
            json.addObject()
                    .put("user", one.user())
                    .put("time", one.time().toString())
                    .put("type", one.type())
                    .put("item", one.item())
                    .put("loaded", one.loaded().toString());
        }
    }

    private static void imports(QualityReport report, List<String> lines, ArrayNode json) {
        lines.add("");
        for (ImportReport one : report.imports()) {
            lines.add(one.sourceName() + ": " + Words.number(one.read()) + " read = " + Words.number(one.accepted())
                    + " accepted + " + Words.number(one.duplicatesDropped()) + " repeated + "
                    + Words.number(one.alreadyPresent()) + " present + " + Words.number(one.filtered()) + " left out + "
                    + Words.number(one.quarantined())
                    + " rejected" + (one.addsUp() ? "" : ": DOES NOT ADD UP"));
            json.addObject()
                    .put("source", one.sourceName())
                    .put("startedAt", one.startedAt())
                    .put("read", one.read())
                    .put("accepted", one.accepted())
                    .put("duplicatesDropped", one.duplicatesDropped())
                    .put("alreadyPresent", one.alreadyPresent())
                    .put("filtered", one.filtered())
                    .put("quarantined", one.quarantined())
                    .put("addsUp", one.addsUp());
        }
    }

    private static String words(Outcome.Verdict verdict) {
        return switch (verdict) {
            case PASS -> "holds  ";
            case FAIL -> "fails  ";
            case UNKNOWN -> "unknown";
        };
    }

    private static void outcomes(List<Outcome> outcomes, List<String> lines, ArrayNode json) {
        lines.add("");
        lines.add(outcomes.isEmpty() ? "Nothing is expected yet. See attune quality --help." : "Expected:");
        for (Outcome outcome : outcomes) {
            lines.add("  " + words(outcome.verdict()) + "  "
                    + outcome.expectation().name() + ": "
                    + ExpectationWords.of(outcome.expectation().check()) + " - " + outcome.found());
            json.add(ExpectationJson.node(outcome.expectation())
                    .put("verdict", outcome.verdict().name())
                    .put("found", outcome.found())
                    .put("failing", outcome.failing()));
        }
    }
}

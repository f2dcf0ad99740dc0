package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.ImportReport;
import app.attune.events.quality.AttributeDelta;
import app.attune.events.quality.KeyFigures;
import app.attune.events.quality.LoadDelta;
import app.attune.events.quality.Membership;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "delta",
        description = "Tells what an import changed: events, users, attributes, memberships of segments, key figures.",
        footer = {
            "",
            "Without --from and --to the imports are listed and the last is compared with the one before. Imports are",
            "numbered; --from 0 compares with before the first.",
            "Segments are asked as of the same time before and after, so that only the data differ.",
            "",
            "Examples:",
            "  attune delta shop",
            "  attune delta shop --from 1 --to 3"
        })
final class DeltaCommand extends WorkspaceCommand {
    private static final int[] WIDTHS = {28, 14, 14, 12};

    @Option(names = "--from", paramLabel = "IMPORT", description = "Number of an import; the one before --to.")
    @Nullable
    private Long from;

    @Option(names = "--to", paramLabel = "IMPORT", description = "Number of a later import; the last.")
    @Nullable
    private Long to;

    DeltaCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        List<ImportReport> imports = services.imports().imports().stream()
                .sorted(Comparator.comparingLong(ImportReport::importId))
                .toList();
        List<Long> ids = imports.stream().map(ImportReport::importId).toList();
        if (ids.isEmpty()) {
            throw ProblemException.of("delta.no-import", "Nothing was imported yet.", "Import a file first.");
        }
        long after = to == null ? ids.getLast() : known(ids, to);
        long before = from != null
                ? known(ids, from)
                : ids.stream().filter(id -> id < after).reduce(0L, Math::max);
        if (before >= after) {
            throw ProblemException.of(
                    "delta.order",
                    "Import " + before + " is not before import " + after + ".",
                    "Name the earlier one with --from and the later one with --to.");
        }
        return report(
                services.qualityDesk().loads().of(before, after, progress()),
                from == null && to == null ? imports : List.of());
    }

    private static long known(List<Long> ids, long id) {
        if (id == 0 || ids.contains(id)) {
            return id;
        }
        throw ProblemException.of(
                "delta.unknown-import",
                "There is no import number " + id + ".",
                "Imports are numbered " + ids.getFirst() + " to " + ids.getLast() + "; 0 stands for before the first.");
    }

    /// @param imports to be listed
    private static Report report(LoadDelta delta, List<ImportReport> imports) {
        List<String> lines = new ArrayList<>(imports(imports));
        ObjectNode json =
                Json.mapper().createObjectNode().put("before", delta.before()).put("after", delta.after());
        lines.add("From the data after " + state(delta.before()) + " to the data after " + state(delta.after()) + ": "
                + Counted.of(delta.eventsAdded(), "event") + " more, " + Counted.of(delta.usersNew(), "new user")
                + " with events, " + Counted.of(delta.usersLost(), "user") + " who are no longer.");
        json.put("eventsAdded", delta.eventsAdded())
                .put("usersNew", delta.usersNew())
                .put("usersLost", delta.usersLost())
                .put("asOf", delta.asOf().toString());
        lines.add(Words.columns(WIDTHS, "", "before", "after"));
        figures(delta, lines);
        figures(delta.figuresBefore(), json.putObject("figuresBefore"));
        figures(delta.figuresAfter(), json.putObject("figuresAfter"));
        attributes(delta, lines, json.putArray("attributes"));
        segments(delta, lines, json.putArray("segments"));
        imports.forEach(one -> json.withArray("imports")
                .addObject()
                .put("import", one.importId())
                .put("startedAt", one.startedAt())
                .put("rows", one.rows().name().toLowerCase(Locale.ROOT))
                .put("source", one.sourceName())
                .put("accepted", one.accepted()));
        return Report.of(lines, json);
    }

    private static String state(long id) {
        return id == 0 ? "no import" : "import " + id;
    }

    private static List<String> imports(List<ImportReport> imports) {
        List<String> lines = new ArrayList<>();
        imports.forEach(one -> lines.add("Import " + one.importId() + "  "
                + Instant.parse(one.startedAt()).truncatedTo(ChronoUnit.SECONDS) + "  "
                + Counted.of(one.accepted(), "row") + " of " + one.rows().name().toLowerCase(Locale.ROOT) + " of "
                + one.sourceName()));
        if (!imports.isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    private static void attributes(LoadDelta delta, List<String> lines, ArrayNode json) {
        lines.add("");
        lines.add(delta.attributes().isEmpty() ? "No attribute of users or items changed." : "Attributes:");
        for (AttributeDelta one : delta.attributes()) {
            lines.add("  " + one.words());
            json.addObject()
                    .put("rows", one.rows().name().toLowerCase(Locale.ROOT))
                    .put("attribute", one.attribute())
                    .put("set", one.set())
                    .put("changed", one.changed())
                    .put("removed", one.removed());
        }
    }

    private static void figures(LoadDelta delta, List<String> lines) {
        KeyFigures before = delta.figuresBefore();
        KeyFigures after = delta.figuresAfter();
        line(lines, "events", before.events(), after.events());
        line(lines, "users with events", before.users(), after.users());
        line(lines, "items", before.items(), after.items());
        line(lines, "purchases", before.purchases(), after.purchases());
        lines.add(Words.columns(WIDTHS, "revenue", money(before.revenue()), money(after.revenue())));
        lines.add("Revenue is the sum of the values of purchases; returns and refunds are not taken off.");
    }

    private static void line(List<String> lines, String name, long before, long after) {
        lines.add(Words.columns(WIDTHS, name, Words.number(before), Words.number(after)));
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static void figures(KeyFigures figures, ObjectNode json) {
        json.put("events", figures.events())
                .put("users", figures.users())
                .put("items", figures.items())
                .put("purchases", figures.purchases())
                .put("revenue", figures.revenue());
    }

    private static void segments(LoadDelta delta, List<String> lines, ArrayNode json) {
        lines.add("");
        lines.add(
                delta.segments().isEmpty()
                        ? "There are no segments."
                        : "Members of segments as of " + delta.asOf() + ":");
        memberships(delta.segments(), lines, json);
    }

    /// Also those that a limit on lateness would move.
    static void memberships(List<Membership> segments, List<String> lines, ArrayNode json) {
        for (Membership one : segments) {
            lines.add(Words.columns(
                    WIDTHS,
                    "  " + one.segment(),
                    Words.number(one.before()),
                    Words.number(one.after()),
                    "+" + Words.number(one.entered()),
                    "-" + Words.number(one.left())));
            json.addObject()
                    .put("segment", one.segment())
                    .put("before", one.before())
                    .put("after", one.after())
                    .put("entered", one.entered())
                    .put("left", one.left())
                    .putPOJO("enteredUsers", one.movers().entered())
                    .putPOJO("leftUsers", one.movers().left());
        }
    }
}

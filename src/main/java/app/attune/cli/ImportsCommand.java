package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.ImportReport;
import app.attune.events.ImportService;
import app.attune.events.forget.Forgetting;
import app.attune.events.forget.ReadAgain;
import app.attune.events.forget.Remaining;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "imports",
        description =
                "Lists the imports of a workspace and the rows they rejected; forgets one as if it had never been.",
        footer = {
            "",
            "Forgetting takes away the events, attributes, consents, links and rejected rows of one import, all of them or",
            "nothing. Without --yes it says what would go and which later files are to be imported again, and changes",
            "nothing. The number of a forgotten import is not given again.",
            "",
            "Examples:",
            "  attune imports shop",
            "  attune imports shop rejected 2 --limit 50",
            "  attune imports shop forget 2",
            "  attune imports shop forget 2 --yes"
        })
final class ImportsCommand extends WorkspaceCommand {
    private enum Verb {
        LIST,
        REJECTED,
        FORGET
    }

    private static final int[] WIDTHS = {6, 22, 7, 10, 10, 10, 10};

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERB",
            description = "list (if not given), rejected or forget.")
    private String verb = "list";

    @Parameters(index = "2", arity = "0..1", paramLabel = "IMPORT", description = "For the others: its number.")
    @Nullable
    private String number;

    @Option(names = "--limit", paramLabel = "N", description = "For rejected: how many rows; 20 if not given.")
    private int limit = 20;

    @Option(names = "--yes", description = "For forget: do it.")
    private boolean yes;

    ImportsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        return switch (Choices.of("imports", verb, Verb.values())) {
            case LIST -> list(services);
            case REJECTED -> rejected(services.imports(), importId());
            case FORGET -> forget(services, importId());
        };
    }

    private long importId() {
        if (number == null) {
            throw ProblemException.of(
                    "cli.missing-argument", "IMPORT is missing.", "attune imports WORKSPACE lists the numbers.");
        }
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw unknown(number);
        }
    }

    private static Report list(Services services) {
        List<String> lines = new ArrayList<>();
        ArrayNode json = Json.mapper().createArrayNode();
        lines.add(
                Words.columns(WIDTHS, "number", "when", "rows", "read", "accepted", "present", "rejected") + "  file");
        for (ImportReport one : services.imports().imports()) {
            String rows = one.rows().name().toLowerCase(Locale.ROOT);
            lines.add(Words.columns(
                            WIDTHS,
                            one.importId(),
                            one.startedAt().replaceFirst("\\.\\d+Z$", "Z"),
                            rows,
                            Words.number(one.read()),
                            Words.number(one.accepted()),
                            Words.number(one.alreadyPresent()),
                            Words.number(one.quarantined()))
                    + "  " + one.fileName());
            json.add(ImportJson.of(one).put("startedAt", one.startedAt()));
        }
        return Report.of(lines.size() == 1 ? List.of("Nothing was imported yet.") : lines, json);
    }

    private Report rejected(ImportService imports, long importId) {
        if (imports.imports().stream().noneMatch(one -> one.importId() == importId)) {
            throw unknown(Long.toString(importId));
        }
        return RejectedLines.report(imports.rejected(List.of(importId), Math.max(limit, 0)));
    }

    private static ProblemException unknown(String number) {
        return ProblemException.of(
                "import.unknown",
                "This workspace has no import called " + number + ".",
                "Imports are numbered: attune imports WORKSPACE lists them.");
    }

    private Report forget(Services services, long importId) {
        Forgetting preview = services.forget().preview(importId, progress());
        List<String> lines = new ArrayList<>();
        String name = "import " + importId + ", " + preview.report().fileName();
        if (yes) {
            services.forget().forget(importId, progress());
        }
        lines.add(yes ? "Forgot " + name + "." : "Would forget " + name + ".");
        lines.addAll(preview.sentences());
        if (!yes) {
            lines.add("Nothing was changed: add --yes to forget it.");
        }
        return Report.of(lines, json(preview).put("forgotten", yes));
    }

    private static ObjectNode json(Forgetting preview) {
        ObjectNode json =
                Json.mapper().createObjectNode().put("import", preview.report().importId());
        json.putObject("taken")
                .put("events", preview.taken().events())
                .put("userRows", preview.taken().userRows())
                .put("itemRows", preview.taken().itemRows())
                .put("consents", preview.taken().consents())
                .put("links", preview.taken().links())
                .put("rejected", preview.taken().rejected());
        json.put("eventsLeft", preview.effect().figuresAfter().events())
                .put("usersLeft", preview.effect().figuresAfter().users());
        ArrayNode again = json.putArray("importAgain");
        for (ReadAgain one : preview.again()) {
            again.addObject()
                    .put("import", one.report().importId())
                    .put("source", one.report().sourceName())
                    .put("rows", one.rows())
                    .put("certainty", one.certainty().name());
        }
        putRemaining(json, preview.remaining());
        DeltaCommand.memberships(preview.effect().segments(), new ArrayList<>(), json.putArray("segments"));
        return json;
    }

    private static void putRemaining(ObjectNode json, List<Remaining> imports) {
        ArrayNode remaining = json.putArray("remaining");
        for (Remaining one : imports) {
            remaining
                    .addObject()
                    .put("import", one.report().importId())
                    .put("source", one.report().sourceName())
                    .put("why", one.why().name());
        }
    }
}

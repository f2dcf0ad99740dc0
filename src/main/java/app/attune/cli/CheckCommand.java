package app.attune.cli;

import app.attune.archive.CheckReport;
import app.attune.core.Counted;
import app.attune.core.Problem;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

@CommandLine.Command(
        name = "check",
        description = "Compares everything in a workspace with what was saved: tables, events, models, backups.",
        footer = {"", "Example:", "  attune check shop", "", "Exit code 3 if anything differs."})
final class CheckCommand extends WorkspaceCommand {
    /// What opening the workspace says when it is not what was saved.
    private static final Set<String> DAMAGE = Set.of(
            "workspace.damaged",
            "workspace.store-missing",
            "workspace.foreign-schema",
            "store.content-differs",
            "store.damaged",
            "store.unreadable");

    CheckCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        CheckReport report = services.safekeeping().check(progress());
        return new Report(lines(report), json(report), report.isWhole() ? ExitCode.OK : ExitCode.DIFFERENT);
    }

    private static List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.contents()
                        .map(held -> (report.isWhole()
                                        ? "Whole: "
                                        : "The store is as it was saved, and something beside it is DAMAGED: ")
                                + held.words())
                        .orElse("DAMAGED: the store is not what was saved")
                + ".");
        lines.add(Counted.of(report.rows(), "row") + " of " + Counted.of(report.tables(), "table")
                + ", which hold definitions and the index of all events, every stored column of events, all models and "
                + Counted.of(report.backups(), "backup") + " were compared with what was saved.");
        report.problems().forEach(problem -> lines.add("  " + problem.message() + " " + problem.remedy()));
        if (report.contents().isEmpty()) {
            report.newest()
                    .ifPresent(name -> lines.add(
                            "The newest whole backup is " + name + ": attune backup WORKSPACE --restore " + name));
        }
        return lines;
    }

    @Override
    int exitCode(Problem problem) {
        return DAMAGE.contains(problem.code()) ? ExitCode.DIFFERENT : super.exitCode(problem);
    }

    private static ObjectNode json(CheckReport report) {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("whole", report.isWhole())
                .put("tables", report.tables())
                .put("rows", report.rows())
                .put("backups", report.backups());
        report.contents()
                .ifPresent(held -> json.put("events", held.events())
                        .put("users", held.users())
                        .put("segments", held.segments())
                        .put("rules", held.rules())
                        .put("models", held.models()));
        report.newest().ifPresent(name -> json.put("newestWholeBackup", name));
        ArrayNode problems = json.putArray("problems");
        report.problems().forEach(problem -> problems.add(problem.message() + " " + problem.remedy()));
        return json;
    }
}

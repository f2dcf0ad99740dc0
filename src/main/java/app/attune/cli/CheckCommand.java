package app.attune.cli;

import app.attune.archive.CheckReport;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
        name = "check",
        description = "Compares everything in a workspace with what was saved: tables, events, models, backups.",
        footer = {"", "Example:", "  attune check shop", "", "Exit code 3 if anything differs."})
final class CheckCommand extends WorkspaceCommand {
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
        lines.add((report.isWhole() ? "Whole: " : "DAMAGED: ") + Words.number(report.rows()) + " rows of "
                + report.tables() + " tables and " + report.backups() + " backups were compared with what was saved.");
        report.problems().forEach(problem -> lines.add("  " + problem.message() + " " + problem.remedy()));
        return lines;
    }

    private static ObjectNode json(CheckReport report) {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("whole", report.isWhole())
                .put("tables", report.tables())
                .put("rows", report.rows())
                .put("backups", report.backups());
        ArrayNode problems = json.putArray("problems");
        report.problems().forEach(problem -> problems.add(problem.message() + " " + problem.remedy()));
        return json;
    }
}

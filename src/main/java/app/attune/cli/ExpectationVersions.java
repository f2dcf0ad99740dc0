package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.quality.ExpectationSet;
import app.attune.events.quality.QualityService;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Earlier versions of what is expected.
final class ExpectationVersions {
    private static final int[] WIDTHS = {10, 22, 14};

    private ExpectationVersions() {}

    static Report list(QualityService quality) {
        List<String> lines = new ArrayList<>();
        ObjectNode json = Json.mapper().createObjectNode();
        ArrayNode array = json.putArray("versions");
        lines.add(Words.columns(WIDTHS, "version", "saved", "expectations", "note"));
        for (ExpectationSet set : quality.versions()) {
            int count = set.expectations().size();
            lines.add(Words.columns(WIDTHS, set.version(), set.savedAt(), Words.number(count), set.note()));
            array.addObject()
                    .put("version", set.version())
                    .put("savedAt", set.savedAt().toString())
                    .put("expectations", count)
                    .put("note", set.note());
        }
        return Report.of(lines, json);
    }

    static Report restore(QualityService quality, String typed) {
        ExpectationSet now = quality.restore(number(typed), "cli");
        return Report.of(
                List.of("Version " + now.version() + " expects what version " + typed + " did: "
                        + Words.number(now.expectations().size()) + " expectations."),
                Json.mapper().createObjectNode().put("version", now.version()));
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw ProblemException.of(
                    "quality.unknown-version",
                    "\"" + typed + "\" is no version.",
                    "attune quality WORKSPACE versions lists them.");
        }
    }
}

package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.segments.text.TextForms;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/// The forms of the text of conditions, printed, each with an example.
final class GrammarReport {
    private static final String NAMES = "Names with blanks and names that are words of the language stand in quotation"
            + " marks, and so do texts. A SPAN is a number of minutes, hours, days or weeks.";

    private GrammarReport() {}

    static Report print() {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        for (TextForms.Group group : TextForms.all()) {
            lines.add(group.title());
            for (TextForms.Form form : group.forms()) {
                lines.add("  " + form.form());
                form.example().lines().forEach(line -> lines.add("      " + line));
                array.addObject().put("form", form.form()).put("example", form.example());
            }
            lines.add("");
        }
        lines.add(NAMES);
        return Report.of(lines, array);
    }
}

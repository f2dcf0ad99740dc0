package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.segments.text.FormsText;
import app.attune.segments.text.TextForms;
import com.fasterxml.jackson.databind.node.ArrayNode;

/// The forms of the text of conditions, printed, each with an example.
final class GrammarReport {
    private GrammarReport() {}

    static Report print() {
        ArrayNode array = Json.mapper().createArrayNode();
        for (TextForms.Group group : TextForms.all()) {
            for (TextForms.Form form : group.forms()) {
                array.addObject().put("form", form.form()).put("example", form.example());
            }
        }
        return Report.of(FormsText.lines(), array);
    }
}

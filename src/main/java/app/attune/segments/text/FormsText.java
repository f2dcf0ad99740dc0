package app.attune.segments.text;

import java.util.ArrayList;
import java.util.List;

/// Every form of the text of conditions to be read, each with its example below it.
public final class FormsText {
    private static final String NAMES = "Names with blanks and names that are words of the language stand in quotation"
            + " marks, and so do texts. A SPAN is a number of minutes, hours, days or weeks.";

    private FormsText() {}

    /// As lines.
    public static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (TextForms.Group group : TextForms.all()) {
            lines.add(group.title());
            for (TextForms.Form form : group.forms()) {
                lines.add("  " + form.form());
                form.example().lines().forEach(line -> lines.add("      " + line));
            }
            lines.add("");
        }
        lines.add(NAMES);
        return List.copyOf(lines);
    }
}

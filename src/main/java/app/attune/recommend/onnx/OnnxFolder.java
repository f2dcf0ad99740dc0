package app.attune.recommend.onnx;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.recommend.ModelId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was written.
///
/// @param asked    whether factors of users were
/// @param files    their names, sorted
/// @param users    whose factors are in it
/// @param withheld users who have not agreed to personalisation: they are in no file
/// @param without  users who agreed and did nothing that the model knows: they are in no file either
/// @param guarded  ids that look like a formula and stand behind an apostrophe
public record OnnxFolder(
        ModelId id,
        Path folder,
        OnnxRequest.Users asked,
        List<String> files,
        int users,
        int items,
        int withheld,
        int without,
        int guarded) {
    public OnnxFolder {
        files = List.copyOf(files);
    }

    /// What is there, and who is not.
    public List<String> sentences() {
        List<String> lines = new ArrayList<>();
        lines.add("Wrote " + id + " as ONNX with " + Counted.of(users, "user") + " and " + Counted.of(items, "item")
                + " to " + folder + ": " + String.join(", ", files) + ".");
        lines.add(
                asked == OnnxRequest.Users.WITHOUT
                        ? "No factors of users are in it."
                        : "Left out: " + Counted.of(withheld, "user") + " who did not agree to personalisation, "
                                + Counted.of(without, "user") + " who did nothing that the model knows.");
        if (guarded > 0) {
            lines.add(Counted.of(guarded, "id") + " that would be a formula in a spreadsheet "
                    + (guarded == 1 ? "stands" : "stand") + " behind an apostrophe in the CSV files.");
        }
        return lines;
    }

    public ObjectNode json() {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("model", id.toString())
                .put("folder", folder.toString())
                .put("users", users)
                .put("items", items)
                .put("guarded", guarded);
        if (asked == OnnxRequest.Users.WITH) {
            node.put("withheld", withheld).put("without", without);
        }
        files.forEach(node.putArray("files")::add);
        return node;
    }
}

package app.attune.decide.lists;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/// Lists that were written, and what must be known of them.
///
/// @param users    with a list in the file
/// @param items    in all lists together
/// @param withheld users who have not agreed to personalisation: they are not in the file
/// @param without  users who agreed and for whom there is nothing: they are not in the file either
/// @param guarded  different ids that look like a formula
/// @param sha256   of the file, in lower-case hex; `sha256sum --check` reads it from the file beside it
public record ListsFile(
        ListsRequest request, int users, long items, int withheld, int without, int guarded, String sha256) {
    /// The checksum beside the file.
    public Path checksum() {
        return checksum(request.file());
    }

    static Path checksum(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    /// How many were written, and why not all.
    public String sentence() {
        return "Wrote lists of " + Counted.of(users, "user") + " with " + Counted.of(items, "item") + " as "
                + request.format().title() + " to " + request.file() + ". Left out: "
                + Counted.of(withheld, "user") + " who did not agree to personalisation, "
                + Counted.of(without, "user") + " with nothing to recommend"
                + (request.format().takesBack() ? "; what was there for them is taken away." : ".")
                + guardedIds();
    }

    private String guardedIds() {
        return guarded == 0 || request.format() != ListFormat.CSV
                ? ""
                : " " + Counted.of(guarded, "id") + " that would be a formula in a spreadsheet "
                        + (guarded == 1 ? "stands" : "stand")
                        + " behind an apostrophe: for other programs write .jsonl or .parquet.";
    }

    public ObjectNode json() {
        return Json.mapper()
                .createObjectNode()
                .put("file", request.file().toString())
                .put("format", request.format().extension())
                .put("users", users)
                .put("items", items)
                .put("withheld", withheld)
                .put("without", without)
                .put("guarded", request.format() == ListFormat.CSV ? guarded : 0)
                .put("sha256", sha256);
    }
}

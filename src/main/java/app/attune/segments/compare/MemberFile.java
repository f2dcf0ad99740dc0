package app.attune.segments.compare;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.segments.SegmentDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;

/// A list of users that was written, and what must be known of it.
///
/// @param said     its condition
/// @param users    of the segment
/// @param withheld of them, those who have not agreed to the purpose: they are not in the file
/// @param guarded  of those written, ids behind an apostrophe, since a spreadsheet would run them
/// @param sha256   of the file, in lower-case hex
public record MemberFile(
        MemberRequest request,
        SegmentDefinition segment,
        Said said,
        Instant asOf,
        int users,
        int withheld,
        int guarded,
        String sha256) {
    /// A condition in words.
    ///
    /// @param condition as it was saved
    /// @param asked     with what they mean in place of references to other segments
    public record Said(String condition, String asked) {}

    /// How many users are in the file.
    public int written() {
        return users - withheld;
    }

    /// Where the same is kept for programs, beside the list.
    public Path description() {
        return request.file().resolveSibling(request.file().getFileName() + ".json");
    }

    /// How many were written, and why not all.
    public String sentence() {
        String leftOut = withheld == 0
                ? "all have agreed to " + request.purpose()
                : OverlapWords.number(withheld) + (withheld == 1 ? " has" : " have") + " not agreed to "
                        + request.purpose() + " and " + (withheld == 1 ? "is" : "are") + " left out";
        String apostrophes = guarded == 0
                ? ""
                : " " + Counted.of(guarded, "id") + " stand" + (guarded == 1 ? "s" : "")
                        + " behind an apostrophe, since a spreadsheet would run " + (guarded == 1 ? "it." : "them.");
        return "Wrote " + Counted.of(written(), "user") + " of " + segment.name() + ", version " + segment.version()
                + ", as of " + OverlapWords.time(asOf) + ": it has " + OverlapWords.number(users) + ", " + leftOut + "."
                + apostrophes;
    }

    /// Format `attune.members`, version 1.
    public ObjectNode json() {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("format", "attune.members")
                .put("version", 1)
                .put("file", request.file().getFileName().toString())
                .put("sha256", sha256)
                .put("asOf", asOf.toString())
                .put("purpose", request.purpose())
                .put("users", users)
                .put("leftOut", withheld)
                .put("written", written())
                .put("idsBehindApostrophe", guarded)
                .put("sentence", sentence());
        node.putObject("segment")
                .put("id", segment.id().value())
                .put("name", segment.name())
                .put("version", segment.version())
                .put("condition", said.condition())
                .put("asked", said.asked());
        ArrayNode columns = node.putArray("columns").add(MemberLists.ID);
        request.attributes().forEach(columns::add);
        return node;
    }
}

package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.events.FilePlace;
import app.attune.events.IdentifierLinks;
import app.attune.events.ImportReport;
import app.attune.profiles.LinkState;
import app.attune.profiles.PersonGraph;
import app.attune.profiles.PersonGraph.PersonLink;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// One person and what links them, in lines for people and in JSON.
///
/// @param imports all there are, to call files by their names
record PersonWords(PersonGraph person, List<ImportReport> imports) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Person " + person.name() + ": "
                + Counted.of(person.users().size(), "user") + ", "
                + Counted.of(person.identifiers().size(), "identifier"));
        person.identifiers().forEach(identifier -> lines.add("  " + identifier));
        lines.add("Links");
        person.links().forEach(link -> lines.add("  " + line(link)));
        return lines;
    }

    private String line(PersonLink link) {
        return state(link.state()) + " " + link.user() + " - " + link.identifier() + ", rule " + link.kind() + ", "
                + Counted.of(link.rows(), "row") + ", first in " + place(link.place())
                + link.since().map(since -> ", event of " + since).orElse("");
    }

    private static String state(LinkState state) {
        return switch (state) {
            case LINKS -> "holds:";
            case CUT -> "cut by hand:";
            case SHARED -> "does not link, too many users share it:";
            case REFUSED -> "does not link, the person would be too large:";
        };
    }

    /// "crm.csv, lines 2 to 249".
    private String place(IdentifierLinks.Place place) {
        FilePlace first = place(place.importId(), place.firstLine());
        FilePlace last = place(place.importId(), place.lastLine());
        if (!first.file().equals(last.file())) {
            return first.file() + ", line " + Words.number(first.line()) + ", to " + last.file() + ", line "
                    + Words.number(last.line());
        }
        return first.file() + ", "
                + (first.line() == last.line()
                        ? "line " + Words.number(first.line())
                        : "lines " + Words.number(first.line()) + " to " + Words.number(last.line()));
    }

    private FilePlace place(long importId, long line) {
        return imports.stream()
                .filter(one -> one.importId() == importId)
                .findFirst()
                .map(one -> one.place(line))
                .orElseGet(() -> new FilePlace("import " + importId, line));
    }

    ObjectNode json() {
        ObjectNode node = Json.mapper().createObjectNode().put("name", person.name());
        node.set("users", Json.mapper().valueToTree(person.users()));
        ArrayNode identifiers = node.putArray("identifiers");
        person.identifiers().forEach(identifier -> identifiers.add(identifier.toString()));
        ArrayNode links = node.putArray("links");
        person.links().forEach(link -> links.add(json(link)));
        return node;
    }

    private ObjectNode json(PersonLink link) {
        FilePlace first = place(link.place().importId(), link.place().firstLine());
        ObjectNode one = Json.mapper()
                .createObjectNode()
                .put("user", link.user().toString())
                .put("identifier", link.identifier().toString())
                .put("state", link.state().name())
                .put("rule", link.kind())
                .put("rows", link.rows())
                .put("import", link.place().importId())
                .put("file", first.file())
                .put("firstLine", first.line())
                .put(
                        "lastLine",
                        place(link.place().importId(), link.place().lastLine()).line());
        link.since().ifPresent(since -> one.put("since", since.toString()));
        return one;
    }
}

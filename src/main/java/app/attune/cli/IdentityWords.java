package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.profiles.Contradiction;
import app.attune.profiles.IdentityChange;
import app.attune.profiles.IdentityVersion;
import app.attune.profiles.LinkState;
import app.attune.profiles.OverMerge;
import app.attune.profiles.PersonGraph;
import app.attune.profiles.PersonMap;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Who is who, in lines for people and in JSON.
final class IdentityWords {
    private static final int SHOWN = 20;

    private IdentityWords() {}

    static List<String> of(IdentityChange change) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.number(change.personsBefore()) + " persons before, " + Words.number(change.personsAfter())
                + " after: " + Words.number(change.split()) + " split, " + Words.number(change.merged())
                + " merged, " + Words.number(change.renamed()) + " renamed; " + Words.number(change.usersMoved())
                + " users with " + Words.number(change.eventsMoved()) + " events moved");
        change.parts().stream()
                .limit(SHOWN)
                .forEach(part -> lines.add("  " + part.before() + " -> " + part.after() + ": "
                        + String.join(", ", part.users()) + " with " + Words.number(part.events()) + " events"));
        change.segments()
                .forEach(count -> lines.add("  segment " + count.segment() + ": " + Words.number(count.before())
                        + " -> " + Words.number(count.after()) + " users"));
        return lines;
    }

    static List<String> of(PersonMap persons, List<Contradiction> contradictions) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.number(persons.userCount()) + " users are " + Words.number(persons.personCount()) + " persons; "
                + Words.number(persons.mergedCount()) + " of them are more than one user");
        lines.add(Words.number(persons.links(LinkState.LINKS)) + " links hold, "
                + Words.number(persons.links(LinkState.CUT)) + " are cut, "
                + Words.number(persons.links(LinkState.SHARED)) + " are of identifiers that too many users share, "
                + Words.number(persons.links(LinkState.REFUSED)) + " would have made a person too large");
        persons.overMerged().stream().limit(SHOWN).map(IdentityWords::of).forEach(lines::add);
        lines.add(Words.number(contradictions.size()) + " attributes of persons contradict each other");
        contradictions.stream()
                .limit(SHOWN)
                .forEach(found -> lines.add("  " + found.name() + ", " + found.attribute() + ": "
                        + found.said().stream()
                                .map(said -> said.value() + " (" + said.user() + ", " + said.source() + ")")
                                .collect(Collectors.joining(", "))));
        return lines;
    }

    private static String of(OverMerge over) {
        return "  over-merged: " + over.identifier()
                + (over.state() == LinkState.SHARED ? " is shared by " : " would make a person of ")
                + Words.number(over.count()) + " " + over.kind() + " ids, limit " + over.limit();
    }

    static List<String> of(PersonGraph person) {
        List<String> lines = new ArrayList<>();
        lines.add("Person " + person.name() + ": " + Words.number(person.users().size()) + " users, "
                + Words.number(person.identifiers().size()) + " identifiers");
        person.identifiers().forEach(identifier -> lines.add("  " + identifier));
        lines.add("Links");
        person.links()
                .forEach(link -> lines.add("  " + link.state() + " " + link.user() + " - " + link.identifier()
                        + ", rule "
                        + link.kind() + ", " + Words.number(link.rows()) + " rows, first in import "
                        + link.place().importId() + ", lines "
                        + Words.number(link.place().firstLine()) + " to "
                        + Words.number(link.place().lastLine())
                        + link.since().map(since -> ", event of " + since).orElse("")));
        return lines;
    }

    static ObjectNode json(PersonGraph person) {
        ObjectNode node = Json.mapper().createObjectNode().put("name", person.name());
        node.set("users", Json.mapper().valueToTree(person.users()));
        ArrayNode identifiers = node.putArray("identifiers");
        person.identifiers().forEach(identifier -> identifiers.add(identifier.toString()));
        ArrayNode links = node.putArray("links");
        person.links().forEach(link -> {
            ObjectNode one = links.addObject()
                    .put("user", link.user().toString())
                    .put("identifier", link.identifier().toString())
                    .put("state", link.state().name())
                    .put("rule", link.kind())
                    .put("rows", link.rows())
                    .put("import", link.place().importId())
                    .put("firstLine", link.place().firstLine())
                    .put("lastLine", link.place().lastLine());
            link.since().ifPresent(since -> one.put("since", since.toString()));
        });
        return node;
    }

    static ArrayNode json(List<IdentityVersion> versions) {
        ArrayNode array = Json.mapper().createArrayNode();
        versions.forEach(version -> array.addObject()
                .put("version", version.version())
                .put("savedAt", version.savedAt().toString())
                .put("author", version.author())
                .put("note", version.note())
                .set("rules", Json.mapper().valueToTree(version.rules())));
        return array;
    }

    static String key(LinkState state) {
        return switch (state) {
            case LINKS -> "linksHolding";
            case CUT -> "linksCut";
            case SHARED -> "linksOfShared";
            case REFUSED -> "linksRefused";
        };
    }
}

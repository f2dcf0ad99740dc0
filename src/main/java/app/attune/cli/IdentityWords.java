package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.profiles.Contradiction;
import app.attune.profiles.IdentityChange;
import app.attune.profiles.IdentityVersion;
import app.attune.profiles.LinkState;
import app.attune.profiles.OverMerge;
import app.attune.profiles.PersonMap;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Who is who, in lines for people and in JSON.
final class IdentityWords {
    private static final int SHOWN = 20;

    private IdentityWords() {}

    static List<String> of(IdentityChange change) {
        List<String> lines = new ArrayList<>();
        lines.add(Counted.of(change.personsBefore(), "person") + " before, " + Words.number(change.personsAfter())
                + " after: " + Words.number(change.split()) + " split, " + Words.number(change.merged())
                + " merged, " + Words.number(change.renamed()) + " renamed; " + Counted.of(change.usersMoved(), "user")
                + " with " + Counted.of(change.eventsMoved(), "event") + " moved");
        change.parts().stream()
                .limit(SHOWN)
                .forEach(part -> lines.add("  " + part.before() + " -> " + part.after() + ": "
                        + String.join(", ", part.users()) + " with " + Counted.of(part.events(), "event")));
        change.segments()
                .forEach(count -> lines.add("  segment " + count.segment() + ": " + Words.number(count.before())
                        + " -> " + Counted.of(count.after(), "user")));
        return lines;
    }

    static List<String> of(PersonMap persons, List<Contradiction> contradictions) {
        List<String> lines = new ArrayList<>();
        lines.add(Counted.of(persons.userCount(), "user is", "users are") + " "
                + Counted.of(persons.personCount(), "person") + "; "
                + Words.number(persons.mergedCount())
                + " of them " + (persons.mergedCount() == 1 ? "is" : "are") + " more than one user");
        lines.add(Counted.of(persons.links(LinkState.LINKS), "link holds", "links hold") + ", "
                + Counted.of(persons.links(LinkState.CUT), "is cut", "are cut") + ", "
                + Counted.of(persons.links(LinkState.SHARED), "is", "are")
                + " of identifiers that too many users share, "
                + Words.number(persons.links(LinkState.REFUSED)) + " would have made a person too large");
        persons.overMerged().stream().limit(SHOWN).map(IdentityWords::of).forEach(lines::add);
        lines.add(Counted.of(contradictions.size(), "attribute") + " of persons "
                + (contradictions.size() == 1 ? "has" : "have") + " values that contradict each other");
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

package app.attune.profiles.ui;

import app.attune.profiles.Contradiction;
import app.attune.profiles.Identifier;
import app.attune.profiles.IdentifierRule;
import app.attune.profiles.IdentityChange;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.LinkState;
import app.attune.profiles.OverMerge;
import app.attune.profiles.People;
import app.attune.profiles.PersonGraph;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Who is who, in sentences.
final class PeopleWords {
    private static final int NAMED = 4;
    private static final int TOLD = 2;

    private PeopleWords() {}

    static String identifier(Identifier identifier) {
        return identifier.kind() + ": " + identifier.value();
    }

    static String state(Texts texts, LinkState state) {
        return texts.get("state." + state.name().toLowerCase(Locale.ROOT));
    }

    /// Everything in numbers.
    static String summary(Texts texts, People people) {
        if (people.persons().userCount() == 0) {
            return texts.get("people.summary.none");
        }
        long contradicting = people.contradictions().stream()
                .map(Contradiction::person)
                .distinct()
                .count();
        return texts.get(
                "people.summary",
                people.persons().identifierCount(),
                people.persons().userCount(),
                people.persons().personCount(),
                people.persons().mergedCount(),
                people.persons().overMerged().size(),
                people.search().overMergedPersons(),
                contradicting);
    }

    static String overMerge(Texts texts, OverMerge over) {
        return texts.get(
                over.state() == LinkState.SHARED ? "over.shared" : "over.refused",
                identifier(over.identifier()),
                Numbers.count(over.count()),
                over.kind(),
                Numbers.count(over.limit()));
    }

    /// The first of them, and how many more there are.
    static String overMerged(Texts texts, List<OverMerge> all) {
        List<String> sentences = new ArrayList<>(
                all.stream().limit(TOLD).map(over -> overMerge(texts, over)).toList());
        if (all.size() > TOLD) {
            sentences.add(texts.get("over.more", all.size() - TOLD));
        }
        return String.join(" ", sentences);
    }

    /// What a screen reader says of an identifier in the picture.
    static String node(Texts texts, Identifier identifier, List<PersonGraph.PersonLink> links) {
        return texts.get(
                "graph.node",
                identifier(identifier),
                links.stream()
                        .map(link -> texts.get(
                                "graph.node.link",
                                identifier(link.user().equals(identifier) ? link.identifier() : link.user()),
                                link.rows(),
                                state(texts, link.state())))
                        .collect(Collectors.joining("; ")));
    }

    /// How a person came to be.
    static String person(Texts texts, PersonGraph person) {
        List<String> sentences = new ArrayList<>();
        int users = person.users().size();
        sentences.add(
                users == 1
                        ? texts.get("person.one", person.name())
                        : texts.get("person.several", person.name(), Numbers.count(users), some(person.users())));
        if (users > 1) {
            sentences.addAll(holding(texts, person));
        }
        for (LinkState state : List.of(LinkState.CUT, LinkState.SHARED, LinkState.REFUSED)) {
            long count = person.links().stream()
                    .filter(link -> link.state() == state)
                    .count();
            if (count > 0) {
                sentences.add(texts.get("person.left-out." + state.name().toLowerCase(Locale.ROOT), count));
            }
        }
        return String.join(" ", sentences);
    }

    /// What holds several users together.
    private static List<String> holding(Texts texts, PersonGraph person) {
        Map<Identifier, List<PersonGraph.PersonLink>> holding = person.links().stream()
                .filter(link -> link.state() == LinkState.LINKS)
                .collect(Collectors.groupingBy(
                        PersonGraph.PersonLink::identifier, LinkedHashMap::new, Collectors.toList()));
        return holding.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1
                        || person.users().contains(entry.getKey().value()))
                .limit(NAMED)
                .map(entry -> texts.get(
                        "person.holds",
                        identifier(entry.getKey()),
                        some(entry.getValue().stream()
                                .map(link -> link.user().value())
                                .toList()),
                        entry.getValue().stream()
                                .mapToInt(PersonGraph.PersonLink::rows)
                                .sum()))
                .toList();
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : first + " + " + Numbers.count(names.size() - NAMED);
    }

    static String change(Texts texts, IdentityChange change) {
        return texts.get(
                "change.summary",
                change.personsBefore(),
                change.personsAfter(),
                change.split(),
                change.merged(),
                change.renamed(),
                change.usersMoved(),
                change.eventsMoved(),
                change.segments().size());
    }

    static String rules(Texts texts, IdentityRules rules) {
        String kinds = rules.kinds().isEmpty()
                ? texts.get("rules.none")
                : rules.kinds().stream().map(IdentifierRule::kind).collect(Collectors.joining(", "));
        int cuts = rules.cuts().size() + rules.forbidden().size();
        return cuts == 0 ? kinds : texts.get("rules.with-cuts", kinds, cuts);
    }
}

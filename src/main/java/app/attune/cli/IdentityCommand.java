package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.IdentifierReading;
import app.attune.profiles.Contradiction;
import app.attune.profiles.Identifier;
import app.attune.profiles.IdentifierPair;
import app.attune.profiles.IdentifierRule;
import app.attune.profiles.IdentityChange;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.IdentityService;
import app.attune.profiles.IdentityVersion;
import app.attune.profiles.LinkState;
import app.attune.profiles.PersonGraph.PersonLink;
import app.attune.profiles.PersonMap;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "identity",
        description = "Says which users are one person, why, and undoes it.",
        footer = {
            "",
            "Examples:",
            "  attune identity shop rules",
            "  attune identity shop rules --link anonymous_id --link email",
            "  attune identity shop rules --link crm_id=user-id",
            "  attune identity shop rules rules.json --preview",
            "  attune identity shop people",
            "  attune identity shop show u00042",
            "  attune identity shop cut u00042 email:office@example.org --preview",
            "  attune identity shop restore 1",
            "",
            "cut with one identifier lets it link nobody, with two it cuts the link between them. Version 0 is no rules."
        })
final class IdentityCommand extends WorkspaceCommand {
    private enum Verb {
        RULES,
        PEOPLE,
        SHOW,
        CUT,
        VERSIONS,
        RESTORE
    }

    private static final String AUTHOR = "cli";
    private static final String USER_ID = "=user-id";
    private static final int SHOWN = 12;

    @Parameters(index = "1", paramLabel = "VERB", description = "rules, people, show, cut, versions or restore.")
    private String verb = "";

    @Parameters(
            index = "2..*",
            paramLabel = "WORD",
            description =
                    "For rules: a JSON file to save. For show and cut: identifiers, as kind:value, or a user's id."
                            + " For restore: the version.")
    private List<String> words = List.of();

    @Option(
            names = "--link",
            paramLabel = "COLUMN",
            description = "For rules: saves rules that link users by this column; more than one in order of priority."
                    + " COLUMN=user-id: its values are ids of users, as in a file that names users by that id.")
    private List<String> link = List.of();

    @Option(names = "--preview", description = "For rules, cut and restore: shows what would change, changes nothing.")
    private boolean preview;

    @Option(names = "--note", description = "Why this version is made.", defaultValue = "")
    private String note = "";

    IdentityCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        IdentityService identity = services.identity();
        return switch (Choices.of("identity", verb, Verb.values())) {
            case RULES -> link.isEmpty() && words.isEmpty() ? rules(identity) : change(identity, typedRules());
            case PEOPLE -> people(identity);
            case SHOW -> show(services, Words.checked(() -> Identifier.of(word("show"))));
            case CUT -> change(identity, cut(identity));
            case VERSIONS -> versions(identity.versions());
            case RESTORE -> change(identity, identity.version(version()));
        };
    }

    private String word(String whose) {
        if (words.isEmpty()) {
            throw ProblemException.of(
                    "cli.missing-argument", whose + " needs to know which.", "--help shows examples.");
        }
        return words.getFirst();
    }

    private int version() {
        try {
            return Integer.parseInt(word("restore"));
        } catch (NumberFormatException e) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "\"" + words.getFirst() + "\" is no version.",
                    "attune identity WORKSPACE versions shows them.");
        }
    }

    private IdentityRules typedRules() {
        return link.isEmpty()
                ? IdentityRules.fromJson(Words.textOf(Path.of(words.getFirst())))
                : Words.checked(() -> IdentityRules.NONE.withKinds(
                        link.stream().map(IdentityCommand::linking).toList()));
    }

    private static IdentifierRule linking(String typed) {
        IdentifierRule rule = IdentifierRule.of(
                typed.endsWith(USER_ID) ? typed.substring(0, typed.length() - USER_ID.length()) : typed);
        return typed.endsWith(USER_ID)
                ? new IdentifierRule(rule.kind(), IdentifierReading.AS_USER_ID, rule.mostPerPerson(), rule.mostUsers())
                : rule;
    }

    private IdentityRules cut(IdentityService identity) {
        Identifier one = Words.checked(() -> Identifier.of(word("cut")));
        List<PersonLink> links = identity.show(one, progress()).links().stream()
                .filter(link -> link.user().equals(one) || link.identifier().equals(one))
                .toList();
        if (words.size() == 1) {
            requireLinked(!links.isEmpty(), words.getFirst() + " is linked with nothing", links);
            return identity.rules().without(one);
        }
        IdentifierPair pair = new IdentifierPair(one, Words.checked(() -> Identifier.of(words.get(1))));
        boolean isLinked = links.stream().anyMatch(link -> link.pair().equals(pair));
        requireLinked(isLinked, words.getFirst() + " and " + words.get(1) + " are not linked", links);
        return identity.rules().without(pair);
    }

    /// @param links those of the first identifier
    private static void requireLinked(boolean isLinked, String otherwise, List<PersonLink> links) {
        if (!isLinked) {
            String there = links.stream()
                    .limit(SHOWN)
                    .map(link -> link.user() + " - " + link.identifier())
                    .collect(Collectors.joining(", "));
            throw ProblemException.of(
                    "identity.not-linked",
                    otherwise + ", so there is nothing to cut.",
                    links.isEmpty()
                            ? "attune identity WORKSPACE show USER shows what links a person."
                            : "Linked are " + there + (links.size() > SHOWN ? ", and more." : "."));
        }
    }

    private Report change(IdentityService identity, IdentityRules rules) {
        IdentityChange change = identity.preview(rules, progress());
        List<String> lines = new ArrayList<>(IdentityWords.of(change));
        ObjectNode json = Json.mapper().valueToTree(change);
        if (!link.isEmpty() && change.merged() == 0) {
            lines.add(nothing(identity));
        }
        if (!preview) {
            identity.save(rules, AUTHOR, note);
            int saved = identity.versions().stream()
                    .findFirst()
                    .map(IdentityVersion::version)
                    .orElse(0);
            lines.add("Saved as version " + saved + "; attune identity WORKSPACE restore takes any version back.");
            json.put("version", saved);
        }
        return Report.of(lines, json);
    }

    /// Why the columns link nobody, and whether they do if their values are ids of users.
    private String nothing(IdentityService identity) {
        IdentityRules asUsers = Words.checked(() -> IdentityRules.NONE.withKinds(link.stream()
                .map(typed -> linking(typed.endsWith(USER_ID) ? typed : typed + USER_ID))
                .toList()));
        int merged = identity.preview(asUsers, progress()).merged();
        boolean isAsUsers = link.stream().allMatch(typed -> typed.endsWith(USER_ID));
        String columns = String.join(", ", link);
        return isAsUsers || merged == 0
                ? "Nobody is merged anew: no users share a value of " + columns
                        + ", and none is the id of another user."
                : "Nobody is merged anew: no users share a value of " + columns + ". But some of its values are ids of"
                        + " users: read so, " + Counted.of(merged, "person would come", "persons would come")
                        + " of several (--link " + link.getFirst().replace(USER_ID, "") + USER_ID + ").";
    }

    private static Report rules(IdentityService identity) {
        IdentityRules rules = identity.rules();
        List<String> lines = rules.links() || !rules.kinds().isEmpty()
                ? List.of(rules.toJson().strip())
                : List.of(
                        "No rules: every user is a person.",
                        "Columns that may link: " + String.join(", ", identity.columns()));
        return Report.of(lines, Json.mapper().valueToTree(rules));
    }

    private Report people(IdentityService identity) {
        PersonMap persons = identity.persons(progress());
        List<Contradiction> contradictions = identity.contradictions(progress());
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("users", persons.userCount())
                .put("persons", persons.personCount())
                .put("ofSeveralUsers", persons.mergedCount());
        for (LinkState state : LinkState.values()) {
            json.put(IdentityWords.key(state), persons.links(state));
        }
        json.set("overMerged", Json.mapper().valueToTree(persons.overMerged()));
        json.set("contradictions", Json.mapper().valueToTree(contradictions));
        return Report.of(IdentityWords.of(persons, contradictions), json);
    }

    private Report show(Services services, Identifier identifier) {
        PersonWords words = new PersonWords(
                services.identity().show(identifier, progress()),
                services.imports().imports());
        return Report.of(words.lines(), words.json());
    }

    private static Report versions(List<IdentityVersion> versions) {
        List<String> lines = new ArrayList<>();
        versions.forEach(version -> lines.add("v" + version.version() + "  " + version.savedAt() + "  "
                + version.author() + "  " + Counted.of(version.rules().kinds().size(), "kind") + ", "
                + Counted.of(
                        version.rules().cuts().size()
                                + version.rules().forbidden().size(),
                        "cut")
                + "  " + version.note()));
        return Report.of(lines.isEmpty() ? List.of("No rules were saved yet.") : lines, IdentityWords.json(versions));
    }
}

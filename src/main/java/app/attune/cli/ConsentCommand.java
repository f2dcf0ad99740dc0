package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.events.ConsentHistory;
import app.attune.events.ConsentStatement;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.ConsentDeclaration;
import app.attune.profiles.ConsentWords;
import app.attune.profiles.Consents;
import app.attune.profiles.Identifier;
import app.attune.profiles.IdentityService;
import app.attune.profiles.Population;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "consent",
        description = "Says who may be personalised, and declares it where the data says nothing.",
        footer = {
            "",
            "Examples:",
            "  attune consent shop status",
            "  attune consent shop show u00042",
            "  attune consent shop declare all-agreed --reason \"All members signed the terms of 2026\"",
            "  attune consent shop declare none",
            "",
            "Declared is the purpose personalisation, of users of whom no file says anything about it. What a file says",
            "of a user wins over what is declared: who refuses is never personalised."
        })
final class ConsentCommand extends WorkspaceCommand {
    private enum Verb {
        STATUS,
        DECLARE,
        SHOW
    }

    static final String AUTHOR = "cli";

    @Parameters(index = "1", paramLabel = "VERB", description = "status, declare or show.")
    private String verb = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "WORD",
            description = "For declare: all-agreed, other-basis or none. For show: the user's id.")
    @Nullable
    private String word;

    @Option(names = "--reason", description = "For declare: how it is known.", defaultValue = "")
    private String reason = "";

    @Option(names = "--as-of", paramLabel = "TIME", description = "When; midnight after the last event if not given.")
    @Nullable
    private String asOf;

    ConsentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        return switch (Choices.of("consent", verb, Verb.values())) {
            case STATUS -> status(services);
            case DECLARE -> {
                services.consents().declare(basis(given("declare")), reason, AUTHOR);
                yield status(services);
            }
            case SHOW -> show(services, given("show"));
        };
    }

    static ConsentBasis basis(String word) {
        return Choices.of("consent", word, ConsentBasis.values());
    }

    private String given(String whose) {
        if (word == null) {
            throw ProblemException.of(
                    "cli.missing-argument", whose + " needs to know which.", "--help shows examples.");
        }
        return word;
    }

    private Report status(Services services) {
        Population population = services.populations().current(progress());
        Instant at = asOf(services, asOf);
        Consents consents = population.consents();
        RoaringBitmap known = population.knownAt(at);
        long users = known.getLongCardinality();
        long withheld = consents.withheldAmong(known, Consents.PERSONALISATION, at);
        List<String> lines = new ArrayList<>();
        lines.add(Words.number(users - withheld) + " of " + Words.number(users) + " users may be personalised.");
        lines.add(asOfWords(services, at));
        lines.add(spoken(consents));
        lines.add(words(consents.basis()));
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("asOf", at.toString())
                .put("users", users)
                .put("personalised", users - withheld)
                .put("withheld", withheld)
                .put("declared", ConsentWords.word(consents.basis()));
        json.set("purposes", Json.mapper().valueToTree(consents.purposes()));
        ArrayNode versions = json.putArray("declarations");
        for (ConsentDeclaration version : services.consents().versions()) {
            lines.add("  v" + version.version() + "  " + version.declaredAt() + "  " + version.author() + "  "
                    + ConsentWords.word(version.basis()) + "  " + version.reason());
            versions.addObject()
                    .put("version", version.version())
                    .put("declaredAt", version.declaredAt().toString())
                    .put("author", version.author())
                    .put("basis", ConsentWords.word(version.basis()))
                    .put("reason", version.reason());
        }
        return Report.of(lines, json);
    }

    private static String spoken(Consents consents) {
        return consents.purposes().contains(Consents.PERSONALISATION)
                ? "Files say who agreed to: " + String.join(", ", consents.purposes())
                        + ". What they say of a user wins, and a refusal that holds now counts at every time."
                : ConsentWords.missing(consents.purposes()) + ".";
    }

    private static String words(ConsentBasis basis) {
        return switch (basis) {
            case NONE -> "Users of whom they say nothing have not agreed: they get popular items only.";
            case ALL_AGREED -> "Users of whom they say nothing have agreed, so it was declared.";
            case OTHER_BASIS ->
                "Users of whom they say nothing may be personalised for another reason than consent, so it was declared.";
        };
    }

    private Report show(Services services, String typed) {
        Population population = services.populations().current(progress());
        Instant at = asOf(services, asOf);
        UserId user = Words.checked(() -> new UserId(typed));
        OptionalInt found = population.events().users().find(user.value());
        if (found.isEmpty()) {
            throw ProblemException.of(
                    "cli.unknown-user",
                    "Nobody has the id " + user + ".",
                    "attune preview WORKSPACE --random finds one.");
        }
        Consents consents = population.consents();
        List<String> lines = new ArrayList<>();
        ObjectNode json = Json.mapper().createObjectNode().put("user", user.value());
        boolean allowed = consents.allows(Consents.PERSONALISATION, found.getAsInt(), at);
        lines.add("User " + user + (allowed ? " may" : " may not") + " be personalised as of " + at);
        if (!allowed && consents.refuses(Consents.PERSONALISATION, found.getAsInt())) {
            lines.add("  A refusal that holds now counts at every time, also before it was said.");
        }
        json.put("personalised", allowed);
        statements(consents, found.getAsInt(), lines, json);
        history(services, user, lines, json);
        return Report.of(lines, json);
    }

    /// What the user said, by purpose.
    private static void statements(Consents consents, int userIdx, List<String> lines, ObjectNode json) {
        for (String purpose : consents.purposes()) {
            ArrayNode said = json.putArray(purpose);
            for (ConsentStatement statement : consents.statements(purpose, userIdx)) {
                String since = statement.sinceMillis() == ConsentStatement.ALWAYS
                        ? "at a time the data does not name"
                        : Instant.ofEpochMilli(statement.sinceMillis()).toString();
                lines.add("  " + purpose + ": " + statement.status().name().toLowerCase(Locale.ROOT) + ", " + since);
                said.addObject().put("status", statement.status().name()).put("since", since);
            }
        }
    }

    /// What every file said, in the order it was loaded.
    private void history(Services services, UserId user, List<String> lines, ObjectNode json) {
        IdentityService identity = services.identity();
        Map<Long, String> files = identity.sources();
        ArrayNode all = json.putArray("history");
        List<ConsentHistory.Entry> entries =
                identity.consentHistory(identity.show(Identifier.user(user.value()), progress()), progress());
        lines.add(entries.isEmpty() ? "No file says anything of this user's consent." : "As files said it:");
        for (ConsentHistory.Entry entry : entries) {
            String since = entry.since().map(Instant::toString).orElse("no time named");
            String file = files.getOrDefault(entry.importId(), "");
            lines.add("  " + entry.purpose() + ": " + entry.status().name().toLowerCase(Locale.ROOT) + ", " + since
                    + ", user " + entry.user() + ", " + file + " (import " + entry.importId() + ")");
            all.addObject()
                    .put("purpose", entry.purpose())
                    .put("status", entry.status().name())
                    .put("since", entry.since().map(Instant::toString).orElse(""))
                    .put("user", entry.user())
                    .put("file", file)
                    .put("import", entry.importId());
        }
    }
}

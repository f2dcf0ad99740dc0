package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.events.ConsentStatement;
import app.attune.events.ImportReport;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.ConsentDeclaration;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
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
            "A user who refuses is never personalised, whatever is declared."
        })
final class ConsentCommand extends WorkspaceCommand {
    private enum Verb {
        STATUS,
        DECLARE,
        SHOW
    }

    private static final String AUTHOR = "cli";

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
        return Choices.of("consent", word.replace('-', '_'), ConsentBasis.values());
    }

    /// Declares what was said with an import; else says what it means that nothing is known.
    static List<String> afterImport(Services services, ImportReport report, ConsentBasis basis) {
        if (basis.allows()) {
            String reason = "Said when " + report.sourceName() + " was imported: every user in it has agreed";
            services.consents().declare(basis, reason, AUTHOR);
            return List.of("Declared that every user has agreed to personalisation.");
        }
        return services.populations().isConsentKnown()
                ? List.of()
                : List.of("  No file says who agreed to personalisation, so everybody gets popular items only. If all"
                        + " have agreed, say so: attune consent WORKSPACE declare all-agreed --reason …");
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
        long withheld = consents.withheld(Consents.PERSONALISATION, at).getLongCardinality();
        List<String> lines = new ArrayList<>();
        lines.add(Words.number(population.size() - withheld) + " of " + Words.number(population.size())
                + " users may be personalised as of " + at);
        lines.add("The data speaks of: "
                + (consents.purposes().isEmpty() ? "no purpose" : String.join(", ", consents.purposes())));
        lines.add(words(consents.basis()));
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("asOf", at.toString())
                .put("users", population.size())
                .put("personalised", population.size() - withheld)
                .put("withheld", withheld)
                .put("declared", consents.basis().name());
        json.set("purposes", Json.mapper().valueToTree(consents.purposes()));
        ArrayNode versions = json.putArray("declarations");
        for (ConsentDeclaration version : services.consents().versions()) {
            lines.add("  v" + version.version() + "  " + version.declaredAt() + "  " + version.author() + "  "
                    + version.basis().name().toLowerCase(Locale.ROOT).replace('_', '-') + "  " + version.reason());
            versions.addObject()
                    .put("version", version.version())
                    .put("declaredAt", version.declaredAt().toString())
                    .put("author", version.author())
                    .put("basis", version.basis().name())
                    .put("reason", version.reason());
        }
        return Report.of(lines, json);
    }

    private static String words(ConsentBasis basis) {
        return switch (basis) {
            case NONE -> "Users of whom it says nothing have not agreed: they get popular items only.";
            case ALL_AGREED -> "Users of whom it says nothing have agreed, so it was declared.";
            case OTHER_BASIS ->
                "Users of whom it says nothing may be personalised for another reason than consent, so it was declared.";
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
        json.put("personalised", allowed);
        for (String purpose : consents.purposes()) {
            ArrayNode said = json.putArray(purpose);
            for (ConsentStatement statement : consents.statements(purpose, found.getAsInt())) {
                String since = statement.sinceMillis() == ConsentStatement.ALWAYS
                        ? "at a time the data does not name"
                        : Instant.ofEpochMilli(statement.sinceMillis()).toString();
                lines.add("  " + purpose + ": " + statement.status() + ", " + since);
                said.addObject().put("status", statement.status().name()).put("since", since);
            }
        }
        return Report.of(lines, json);
    }
}

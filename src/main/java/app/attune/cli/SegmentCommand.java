package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.segments.Audience;
import app.attune.segments.ConditionJson;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentTemplate;
import app.attune.segments.SqlCondition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "segment",
        description = "Describes who is meant, and counts them.",
        footer = {
            "",
            "Examples:",
            "  attune segment shop templates",
            "  attune segment shop save \"Frequent buyers\" --template frequent-buyers",
            "  attune segment shop count --as-of 2026-11-01",
            "  attune segment shop explain vip u00042",
            "  attune segment shop overlap frequent-buyers cart-abandoners vip",
            "  attune segment shop profile vip",
            "  attune segment shop members vip --out vip.csv --attributes country,device",
            "",
            "Conditions are JSON files; show and templates print more. from-germany.json:",
            "  {\"format\":\"attune.condition\", \"version\":1, \"condition\":",
            "    {\"attribute\":\"country\", \"comparison\":\"is\", \"values\":[\"DE\"]}}",
            "",
            "recent-buyers.json, who bought twice in 30 days and is not from Germany:",
            "  {\"format\":\"attune.condition\", \"version\":1, \"condition\":{\"all\":[",
            "    {\"measure\":{\"kind\":\"count\"}, \"types\":[\"purchase\"], \"where\":[],",
            "     \"window\":{\"kind\":\"last\", \"amount\":30, \"unit\":\"days\"},",
            "     \"comparison\":\"at-least\", \"values\":[\"2\"]},",
            "    {\"none\":[{\"attribute\":\"country\", \"comparison\":\"is\", \"values\":[\"DE\"]}]}]}}",
            "",
            "only-looked.json, a view not followed by a purchase within a day:",
            "  {\"format\":\"attune.condition\", \"version\":1, \"condition\":",
            "    {\"measure\":{\"kind\":\"count\"}, \"types\":[\"view\"], \"where\":[],",
            "     \"near\":[{\"relation\":\"not-followed\", \"types\":[\"purchase\"], \"where\":[],",
            "       \"within\":{\"amount\":24, \"unit\":\"hours\"}}],",
            "     \"window\":{\"kind\":\"all-time\"}, \"comparison\":\"at-least\", \"values\":[\"1\"]}}",
            "",
            "  attune segment shop save \"From Germany\" --condition from-germany.json",
            "  attune segment shop save \"Only looked\" --condition only-looked.json",
            "  attune segment shop save \"Recent buyers\" --condition recent-buyers.json --note \"by mail\""
        })
final class SegmentCommand extends WorkspaceCommand {
    private enum Verb {
        LIST,
        TEMPLATES,
        SAVE,
        COUNT,
        MEMBERS,
        EXPLAIN,
        OVERLAP,
        PROFILE,
        KPI,
        FLOWS,
        SQL,
        SHOW,
        TRUTH,
        VERSIONS,
        DELETE
    }

    private static final int[] WIDTHS = {28, 10, 10, 9};

    @Parameters(
            index = "1",
            paramLabel = "VERB",
            description =
                    "list, templates, save, count, members, explain, overlap, profile, kpi, flows, sql, show, truth, versions or"
                            + " delete.")
    @Nullable
    private String verb;

    @Parameters(index = "2", arity = "0..1", paramLabel = "SEGMENT", description = "Its id; its name for save.")
    @Nullable
    private String segment;

    @Parameters(
            index = "3..*",
            arity = "0..*",
            paramLabel = "USER|SEGMENT",
            description = "For explain: whose membership. For overlap and kpi: other segments.")
    private List<String> others = List.of();

    @Option(names = "--condition", paramLabel = "JSON", description = "For save: a file with the condition.")
    @Nullable
    private Path condition;

    @Option(names = "--template", paramLabel = "ID", description = "For save: one of the templates, by id or name.")
    @Nullable
    private String template;

    @Option(names = "--note", description = "For save: why this version is made.", defaultValue = "")
    private String note = "";

    @Option(names = "--as-of", paramLabel = "TIME", description = "When; midnight after the last event if not given.")
    @Nullable
    private String asOf;

    @Mixin
    private final MemberOptions memberOptions = new MemberOptions();

    SegmentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Verb wanted = Choices.of("segment", Words.given(verb, "VERB"), Verb.values());
        allowOthers(wanted == Verb.OVERLAP || wanted == Verb.KPI ? others.size() : wanted == Verb.EXPLAIN ? 1 : 0);
        if (wanted != Verb.MEMBERS) {
            memberOptions.refuse();
        }
        return switch (wanted) {
            case LIST, COUNT -> count(services);
            case TEMPLATES -> templates(services);
            case SAVE -> save(services);
            case MEMBERS -> studies(services).members(id(), memberOptions);
            case EXPLAIN ->
                studies(services).explain(id(), needed(others.isEmpty() ? null : others.getFirst(), "USER"));
            case OVERLAP -> studies(services).overlap(id(), others);
            case PROFILE -> studies(services).profile(id());
            case KPI ->
                new SegmentFigures(services, progress(), asOf(services, asOf))
                        .kpi(Optional.ofNullable(segment), others);
            case FLOWS -> new SegmentFigures(services, progress(), asOf(services, asOf)).flows(id());
            case SQL -> sql(services);
            case SHOW -> show(services.segments().require(id()));
            case TRUTH -> TruthReport.print();
            case VERSIONS -> versions(services);
            case DELETE -> delete(services);
        };
    }

    private void allowOthers(int most) {
        if (others.size() > most) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "Nothing is known to do with " + String.join(", ", others.subList(most, others.size())) + ".",
                    "See attune segment --help for examples.");
        }
    }

    private SegmentStudies studies(Services services) {
        return new SegmentStudies(services, progress(), asOf(services, asOf), this::warn);
    }

    private SegmentId id() {
        return Words.segment(needed(segment, "SEGMENT"));
    }

    private static String needed(@Nullable String argument, String name) {
        if (argument == null) {
            throw ProblemException.of(
                    "cli.missing-argument", name + " is missing.", "See attune segment --help for examples.");
        }
        return argument;
    }

    private Report count(Services services) {
        Instant at = asOf(services, asOf);
        List<SegmentDefinition> definitions = segment == null
                ? services.segments().list()
                : List.of(services.segments().require(id()));
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        for (SegmentDefinition definition : definitions) {
            Audience audience = services.segments().audience(definition.condition(), at, progress());
            lines.add(Words.columns(
                            WIDTHS,
                            definition.id(),
                            Words.number(audience.size()),
                            Words.share(audience.share()),
                            "v" + definition.version())
                    + "  " + ConditionSentence.of(definition.condition()));
            long withheld = studies(services).withheld(audience);
            if (withheld > 0) {
                lines.add("  " + Words.notAgreed(withheld));
            }
            array.addObject()
                    .put("id", definition.id().value())
                    .put("name", definition.name())
                    .put("version", definition.version())
                    .put("users", audience.size())
                    .put("of", audience.population())
                    .put("withheld", withheld)
                    .put("asOf", at.toString())
                    .put("sentence", ConditionSentence.of(definition.condition()));
        }
        lines.add(definitions.isEmpty() ? "No segments yet. See attune segment --help." : asOfWords(services, at));
        return Report.of(lines, array);
    }

    private Report templates(Services services) {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        for (SegmentTemplate one : services.segments().templates(progress())) {
            lines.add(Words.columns(WIDTHS, one.id(), one.name()) + "  " + one.description());
            array.addObject()
                    .put("id", one.id().value())
                    .put("name", one.name())
                    .put("description", one.description())
                    .set("condition", ConditionJson.node(one.condition()));
        }
        services.segments().missingTemplates(progress()).ifPresent(lines::add);
        return Report.of(lines, array);
    }

    private Report save(Services services) {
        String name = needed(segment, "SEGMENT");
        SegmentSaving saving = new SegmentSaving(services, progress(), this::warn);
        SegmentDefinition saved = saving.save(draft(saving, name), note);
        return Report.of(
                List.of("Saved " + saved.id() + " version " + saved.version() + ": "
                        + ConditionSentence.of(saved.condition()) + "."),
                json(saved));
    }

    private SegmentDraft draft(SegmentSaving saving, String name) {
        if (template != null) {
            return saving.fromTemplate(name, template);
        }
        if (condition == null) {
            throw ProblemException.of(
                    "cli.missing-condition",
                    "save needs --condition FILE or --template ID.",
                    "attune segment WORKSPACE templates lists the templates; show prints a condition to start from.");
        }
        return saving.fromFile(name, condition);
    }

    private Report sql(Services services) {
        SqlCondition query = services.segments()
                .sql(services.segments().require(id()).condition(), asOf(services, asOf), progress());
        ObjectNode node = Json.mapper().createObjectNode().put("sql", query.text());
        ArrayNode values = node.putArray("values");
        query.values().forEach(value -> values.add(String.valueOf(value)));
        return Report.of(List.of(query.text(), "-- values in order: " + query.values()), node);
    }

    private Report show(SegmentDefinition definition) {
        return Report.of(
                List.of(
                        definition.name() + ", version " + definition.version() + ", saved " + definition.savedAt(),
                        ConditionSentence.of(definition.condition()),
                        ConditionJson.write(definition.condition())),
                json(definition));
    }

    private Report versions(Services services) {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        List<SegmentDefinition> versions = services.segments().versions(id());
        if (versions.isEmpty()) {
            services.segments().require(id());
        }
        for (SegmentDefinition version : versions) {
            lines.add("v" + version.version() + "  " + version.savedAt() + "  " + version.author() + "  "
                    + ConditionSentence.of(version.condition()));
            array.add(json(version));
        }
        return Report.of(lines, array);
    }

    private Report delete(Services services) {
        SegmentDefinition gone = services.segments().require(id());
        return Report.of(new SegmentSaving(services, progress(), this::warn).delete(gone), json(gone));
    }

    private static ObjectNode json(SegmentDefinition definition) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("id", definition.id().value())
                .put("name", definition.name())
                .put("version", definition.version())
                .put("savedAt", definition.savedAt().toString());
        node.set("condition", ConditionJson.node(definition.condition()));
        return node;
    }
}

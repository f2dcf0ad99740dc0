package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
            SegmentHelp.VERBS,
            "",
            "Conditions are files of JSON or text; show and templates print more. from-germany.json:",
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
            "only-looked.txt, a view without a purchase (grammar lists all forms of text):",
            "  count of view not followed by purchase within 24 hours is at least 1",
            "",
            "  attune segment shop save \"From Germany\" --condition from-germany.json",
            "  attune segment shop save \"Only looked\" --condition only-looked.txt",
            "  attune segment shop save \"Recent buyers\" --condition recent-buyers.json --note \"by mail\""
        })
final class SegmentCommand extends WorkspaceCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERB",
            description = "One of the verbs below; truth, grammar and help need no workspace.")
    @Nullable
    private String verb;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "SEGMENT",
            description = "Its id; its name for save and rfm; a folder for export and import.")
    @Nullable
    private String segment;

    @Parameters(
            index = "3..*",
            arity = "0..*",
            paramLabel = "USER|SEGMENT|VERSION",
            description = "For explain: whose membership. For overlap and kpi: other segments. For diff: two versions.")
    private List<String> others = List.of();

    @Option(names = "--condition", paramLabel = "FILE", description = "For save: a file with the condition.")
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

    @Mixin
    private final ShowOptions showOptions = new ShowOptions();

    @Mixin
    private final QueryOptions queryOptions = new QueryOptions();

    @Mixin
    private final AboutOptions aboutOptions = new AboutOptions();

    @Mixin
    private final RfmOptions rfmOptions = new RfmOptions();

    @Mixin
    private final FolderOptions folderOptions = new FolderOptions();

    SegmentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// What is alike for every workspace is told without one.
    @Override
    Optional<Report> unopened() {
        Optional<SegmentVerb> wanted =
                SegmentVerb.find(verb == null ? folder() : verb).filter(SegmentVerb::needsNoWorkspace);
        wanted.ifPresent(this::check);
        return wanted.map(SegmentCommand::alike);
    }

    private static Report alike(SegmentVerb wanted) {
        if (wanted == SegmentVerb.TRUTH) {
            return TruthReport.print();
        }
        return wanted == SegmentVerb.GRAMMAR ? GrammarReport.print() : SegmentHelp.print();
    }

    @Override
    Report run(Services services) {
        SegmentVerb wanted = Choices.of("segment", needed(verb, "VERB"), SegmentVerb.values());
        check(wanted);
        return answer(services, wanted);
    }

    private void check(SegmentVerb wanted) {
        allowOthers(others(wanted));
        refuseOptions(wanted);
    }

    private Report answer(Services services, SegmentVerb wanted) {
        return switch (wanted) {
            case LIST, COUNT ->
                SegmentListing.count(studies(services), asked(services), asOfWords(services, asOf(services, asOf)));
            case TEMPLATES -> SegmentListing.templates(services, progress());
            case SAVE -> save(services);
            case MEMBERS -> studies(services).members(id(), memberOptions);
            case EXPLAIN ->
                studies(services).explain(id(), needed(others.isEmpty() ? null : others.getFirst(), "USER"));
            case OVERLAP -> studies(services).overlap(id(), others);
            case PROFILE -> studies(services).profile(id());
            case KPI -> figures(services).kpi(Optional.ofNullable(segment), others);
            case FLOWS -> figures(services).flows(id());
            case DROPOFF -> figures(services).dropOff(id());
            case SQL -> queryOptions.report(services.segments(), id(), asOf(services, asOf), progress());
            case TRUTH, GRAMMAR, HELP -> alike(wanted);
            case RFM ->
                new SegmentRfm(services, progress(), asOf(services, asOf))
                        .grid(Objects.requireNonNullElse(segment, ""), rfmOptions);
            case HEALTH -> folders(services).health(asked(services), asOf(services, asOf));
            case EXPORT -> folders(services).export(Path.of(needed(segment, "FOLDER")), folderOptions);
            case IMPORT -> folders(services).take(Path.of(needed(segment, "FOLDER")));
            case SHOW -> versions(services).show(services.segments().require(id()), showOptions);
            case VERSIONS -> versions(services).versions(id());
            case DIFF -> versions(services).diff(id(), others, asOf(services, asOf));
            case ABOUT -> versions(services).about(id(), aboutOptions);
            case DELETE -> delete(services);
        };
    }

    private SegmentVersions versions(Services services) {
        return new SegmentVersions(services, progress(), this::warn);
    }

    private SegmentFolders folders(Services services) {
        return new SegmentFolders(services, progress(), this::warn);
    }

    /// The one that is named, else all.
    private List<SegmentDefinition> asked(Services services) {
        return segment == null
                ? services.segments().list()
                : List.of(services.segments().require(id()));
    }

    private int others(SegmentVerb wanted) {
        return switch (wanted) {
            case OVERLAP, KPI -> others.size();
            case DIFF -> 2;
            case EXPLAIN -> 1;
            case LIST, TEMPLATES, SAVE, COUNT, MEMBERS, PROFILE, FLOWS, DROPOFF, SQL, SHOW -> 0;
            case TRUTH, GRAMMAR, HELP, VERSIONS, ABOUT, RFM, HEALTH, EXPORT, IMPORT, DELETE -> 0;
        };
    }

    private void refuseOptions(SegmentVerb wanted) {
        if (wanted != SegmentVerb.MEMBERS) {
            memberOptions.refuse();
        }
        if (wanted != SegmentVerb.SHOW) {
            showOptions.refuse();
        }
        if (wanted != SegmentVerb.SQL) {
            queryOptions.refuse();
        }
        if (wanted != SegmentVerb.RFM) {
            rfmOptions.refuse();
        }
        if (wanted != SegmentVerb.EXPORT) {
            folderOptions.refuse();
        }
        if (wanted != SegmentVerb.SAVE && wanted != SegmentVerb.ABOUT) {
            aboutOptions.refuse();
        }
    }

    private void allowOthers(int most) {
        if (others.size() > most) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "Nothing is known to do with " + String.join(", ", others.subList(most, others.size())) + ".",
                    "See attune segment --help for examples.");
        }
    }

    private SegmentFigures figures(Services services) {
        return new SegmentFigures(services, progress(), asOf(services, asOf));
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

    private Report save(Services services) {
        String name = needed(segment, "SEGMENT");
        SegmentSaving saving = new SegmentSaving(services, progress(), this::warn);
        SegmentDraft draft = draft(saving, name);
        SegmentDefinition saved = saving.save(draft.with(aboutOptions.over(draft.about())), note);
        return Report.of(
                List.of("Saved " + saved.id() + " version " + saved.version() + ": "
                        + services.segments().sentences().of(saved.condition()) + "."),
                SegmentVersions.json(saved));
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

    private Report delete(Services services) {
        SegmentDefinition gone = services.segments().require(id());
        return Report.of(new SegmentSaving(services, progress(), this::warn).delete(gone), SegmentVersions.json(gone));
    }
}

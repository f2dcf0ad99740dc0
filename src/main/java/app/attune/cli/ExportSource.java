package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.decide.DecisionDesk;
import app.attune.decide.DecisionService;
import app.attune.decide.DecisionSetup;
import app.attune.decide.ProfileDesk;
import app.attune.events.sessions.SessionRules;
import app.attune.events.sessions.SessionService;
import app.attune.events.sessions.SessionSql;
import app.attune.events.sessions.SessionWords;
import app.attune.events.sessions.Sessions;
import app.attune.export.ExportDraft;
import app.attune.export.MadeValue;
import app.attune.export.RuleChecks;
import app.attune.export.ServerNeeds;
import app.attune.profiles.IdentifierRule;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.IdentityService;
import app.attune.profiles.Population;
import app.attune.recommend.RecommendService;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleCount;
import app.attune.rules.RuleFinding;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleService;
import app.attune.rules.matrix.MatrixBasis;
import app.attune.rules.matrix.MatrixMaker;
import app.attune.rules.versions.VersionMarks;
import app.attune.segments.CarriedRows;
import app.attune.segments.ConditionFinding;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is to export from an open workspace, as of the latest data whatever is looked at, and what stands against
/// it.
record ExportSource(
        String title,
        SegmentService segments,
        RuleService rules,
        VersionMarks marks,
        RecommendService models,
        DecisionService decisions,
        SessionService sessions,
        IdentityService identity) {
    ExportDraft draft(Progress progress) {
        Instant latest = segments.population(progress).defaultAsOf();
        DecisionDesk desk = decisions.desk(latest, DecisionSetup.LENGTH, progress);
        RuleBasis basis = decisions.basis(latest, progress);
        List<RuleFinding> findings = findings(basis, progress);
        return new ExportDraft(
                title,
                rules.newest(),
                segmentProblems(progress),
                broken(findings),
                checks(basis, findings, progress),
                models.list().stream().map(card -> card.kind()).distinct().toList(),
                new ServerNeeds(
                        rules.rules(), segments.resolved(), made(desk.setup().population())),
                basis.sentences(),
                () -> new ProfileDesk(desk));
    }

    private List<MadeValue> made(Population population) {
        List<MadeValue> made = new ArrayList<>();
        sessions.made(population.events()).map(ExportSource::numbers).ifPresent(made::add);
        IdentityRules persons = identity.rules();
        if (persons.links()) {
            made.add(persons(persons));
        }
        return made;
    }

    private static MadeValue numbers(SessionRules rules) {
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put("gapSeconds", String.valueOf(rules.gap().toSeconds()));
        settings.put("recordedIds", rules.ids() == SessionRules.Ids.RECORDED ? "count" : "ignored");
        settings.put("zone", "UTC");
        return new MadeValue(Sessions.NUMBER, SessionWords.of(rules), settings, Optional.of(SessionSql.of(rules)));
    }

    /// Without what was cut by hand, which names people.
    private static MadeValue persons(IdentityRules rules) {
        String kinds = rules.kinds().stream().map(IdentifierRule::kind).collect(Collectors.joining(", "));
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put("linkedBy", kinds);
        return new MadeValue(
                MadeValue.USER,
                "users who share one of " + kinds + " are one person, whose events count together",
                settings,
                Optional.empty());
    }

    private List<Problem> segmentProblems(Progress progress) {
        return segments.resolved().stream()
                .flatMap(segment -> Stream.concat(
                                segments.findings(segment.condition(), progress).stream()
                                        .filter(ConditionFinding::isError)
                                        .map(ConditionFinding::problem),
                                CarriedRows.problems(segment.condition()).stream())
                        .map(problem -> inSegment(segment, problem)))
                .toList();
    }

    private static Problem inSegment(SegmentDefinition segment, Problem problem) {
        return new Problem(
                problem.code(), "In the segment " + segment.name() + ": " + problem.message(), problem.remedy());
    }

    private List<RuleFinding> findings(RuleBasis basis, Progress progress) {
        return RuleCount.of(rules.program(), basis, progress).findings();
    }

    /// What keeps a rule from being decided; whether its examples hold is another gate.
    private static List<Problem> broken(List<RuleFinding> findings) {
        return findings.stream()
                .filter(finding ->
                        finding.severity() == RuleFinding.Severity.BROKEN && !RuleChecks.isOfExample(finding))
                .map(RuleFinding::problem)
                .toList();
    }

    private RuleChecks checks(RuleBasis basis, List<RuleFinding> findings, Progress progress) {
        RuleProgram newest = rules.program();
        MatrixBasis people = new MatrixBasis(basis, segments.population(progress), basis.at());
        return RuleChecks.of(newest.rules(), basis, findings, MatrixMaker.of(newest, people, progress))
                .withUnapproved(unapproved());
    }

    /// Teams that never review are asked for no approval.
    private List<String> unapproved() {
        return marks.reviews().isEmpty()
                ? List.of()
                : marks.approvals().notApproved(rules.program()).stream()
                        .map(Rule::name)
                        .toList();
    }
}

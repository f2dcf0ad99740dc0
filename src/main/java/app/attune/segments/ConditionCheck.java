package app.attune.segments;

import app.attune.core.ProblemException;
import app.attune.events.Column;
import app.attune.profiles.Population;
import app.attune.segments.ConditionFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks a condition against the data before it is evaluated. Errors stop the evaluation of their row: a comparison
/// the field cannot have, a wrong number of values, a number or date that is none. Warnings do not: names and
/// values the data does not have, groups without parts, ranges that end before they start.
public final class ConditionCheck {
    /// The deepest nesting of groups that is evaluated.
    public static final int DEEPEST = 32;

    /// The longest sequence that is evaluated.
    public static final int MOST_STEPS = 10;

    private final Population population;
    private final UnknownNames names;
    private final List<ConditionFinding> findings = new ArrayList<>();

    private ConditionCheck(Population population) {
        this.population = population;
        this.names = new UnknownNames(population);
    }

    /// Everything there is to say, top-down.
    public static List<ConditionFinding> findings(Condition condition, Population population) {
        ConditionCheck check = new ConditionCheck(population);
        if (Conditions.depth(condition) > DEEPEST) {
            check.add(List.of(), Severity.ERROR, ConditionProblems.tooDeep(Conditions.depth(condition)));
        } else {
            check.visit(condition, List.of());
        }
        return List.copyOf(check.findings);
    }

    /// @throws ProblemException with the first error
    public static void require(Condition condition, Population population) {
        findings(condition, population).stream()
                .filter(ConditionFinding::isError)
                .findFirst()
                .ifPresent(finding -> {
                    throw new ProblemException(ConditionProblems.at(finding));
                });
    }

    private void add(List<Integer> path, Severity severity, app.attune.core.Problem problem) {
        findings.add(new ConditionFinding(path, severity, problem));
    }

    private void visit(Condition condition, List<Integer> path) {
        switch (condition) {
            case MarkedCondition marked -> visit(marked.part(), path);
            case AttributeCondition row -> visitAttribute(row, path);
            case EventCondition row -> visitEvents(row, path);
            case UserCondition row -> visitPerson(row, path);
            case AllOf group -> visitParts(group, path);
            case AnyOf group -> visitParts(group, path);
            case NoneOf group -> visitParts(group, path);
        }
    }

    private void visitParts(Condition group, List<Integer> path) {
        List<Condition> parts = Conditions.parts(group);
        if (parts.isEmpty() && !path.isEmpty()) {
            add(path, Severity.WARNING, ConditionProblems.emptyGroup(group instanceof AnyOf));
        }
        if (!parts.isEmpty() && parts.stream().allMatch(part -> Marks.has(part, Mark.MUTED))) {
            add(path, Severity.WARNING, ConditionProblems.allMuted(group instanceof AnyOf));
        }
        for (int i = 0; i < parts.size(); i++) {
            visit(parts.get(i), Conditions.child(path, i));
        }
    }

    private void visitAttribute(AttributeCondition row, List<Integer> path) {
        Optional<Column> column = population.attribute(row.attribute());
        if (column.isEmpty()) {
            add(path, Severity.WARNING, names.attribute(row.attribute()));
        }
        Comparing comparing = new Comparing(row.attribute(), row.comparison(), row.values());
        visitComparing(comparing, column.map(FieldKind::of), path);
        column.map(known -> names.attributeValues(known, row.comparison(), row.values()))
                .ifPresent(problems -> problems.forEach(problem -> add(path, Severity.WARNING, problem)));
    }

    private void visitEvents(EventCondition row, List<Integer> path) {
        row.kinds().forEach(kind -> visitKind(kind, path));
        visitMeasure(row.measure(), path);
        if (row.measure() instanceof Measure.Steps steps && steps.next().size() >= MOST_STEPS) {
            add(
                    path,
                    Severity.ERROR,
                    ConditionProblems.tooManySteps(steps.next().size() + 1));
        }
        Comparing comparing = new Comparing(MeasureKind.wordsOf(row.measure()), row.comparison(), row.values());
        visitComparing(comparing, Optional.of(row.measure().kind()), path);
    }

    private void visitPerson(UserCondition row, List<Integer> path) {
        switch (row) {
            case UserListCondition list -> {
                List<String> unknown = list.ids().stream()
                        .filter(id -> population.events().users().find(id).isEmpty())
                        .toList();
                if (list.ids().isEmpty()) {
                    add(path, Severity.WARNING, ConditionProblems.nobodyListed());
                }
                if (!unknown.isEmpty()) {
                    add(path, Severity.WARNING, ConditionProblems.unknownUsers(unknown));
                }
            }
            case ConsentCondition consent -> {
                if (!population.consents().purposes().contains(consent.purpose())) {
                    add(path, Severity.WARNING, ConditionProblems.unknownPurpose(consent.purpose()));
                }
            }
            case RankCondition rank -> visitRank(rank, path);
            case SegmentCondition segment ->
                add(path, Severity.ERROR, ConditionProblems.unknownReference(segment.segment()));
            case BucketCondition bucket -> {}
        }
    }

    private void visitRank(RankCondition rank, List<Integer> path) {
        rank.events().ifPresent(events -> visitEvents(events, path));
        rank.events()
                .filter(events -> events.measure().kind() == FieldKind.TEXT)
                .flatMap(events -> EventMeter.measuredField(events.measure()))
                .ifPresent(field -> add(path, Severity.ERROR, ConditionProblems.notRankable(field)));
        if (rank.by() instanceof RankCondition.Ranked.Attribute one) {
            String name = one.attribute();
            Optional<Column> column = population.attribute(name);
            if (column.isEmpty()) {
                add(path, Severity.WARNING, names.attribute(name));
            } else if (FieldKind.of(column.get()) != FieldKind.NUMBER) {
                add(path, Severity.ERROR, ConditionProblems.notRankable(name));
            }
        }
    }

    private void visitKind(EventKind kind, List<Integer> path) {
        for (String type : kind.types()) {
            names.type(type).ifPresent(problem -> add(path, Severity.WARNING, problem));
        }
        kind.where().forEach(test -> visitTest(test, path));
    }

    private void visitTest(FieldTest test, List<Integer> path) {
        Optional<EventField> field = field(test.field(), path);
        Comparing comparing = new Comparing(test.field(), test.comparison(), test.values());
        visitComparing(comparing, field.map(EventField::kind), path);
        field.map(known -> names.eventValues(known, test.comparison(), test.values()))
                .ifPresent(problems -> problems.forEach(problem -> add(path, Severity.WARNING, problem)));
    }

    private Optional<EventField> field(String name, List<Integer> path) {
        Optional<EventField> field = EventField.find(population.events(), name);
        if (field.isEmpty()) {
            add(path, Severity.WARNING, names.eventField(name));
        }
        return field;
    }

    private void visitMeasure(Measure measure, List<Integer> path) {
        Optional<EventField> field = EventMeter.measuredField(measure).flatMap(name -> field(name, path));
        if (measure.kind() == FieldKind.TEXT
                && field.map(EventField::kind)
                        .filter(kind -> kind != FieldKind.TEXT)
                        .isPresent()) {
            add(path, Severity.ERROR, ConditionProblems.notText(measure));
        }
        boolean numeric = measure instanceof Measure.Sum || measure instanceof Measure.OfField;
        if (numeric
                && field.map(EventField::kind)
                        .filter(kind -> kind != FieldKind.NUMBER)
                        .isPresent()) {
            add(path, Severity.ERROR, ConditionProblems.notNumeric(measure));
        }
    }

    /// A field, how it is compared and with what.
    record Comparing(String field, Comparison comparison, List<String> values) {}

    private void visitComparing(Comparing comparing, Optional<FieldKind> kind, List<Integer> path) {
        if (!ValueCount.of(comparing.comparison()).allows(comparing.values().size())) {
            add(path, Severity.ERROR, ConditionProblems.wrongValues(comparing));
        } else if (kind.isPresent() && !kind.get().allows(comparing.comparison())) {
            add(path, Severity.ERROR, ConditionProblems.wrongComparison(comparing, kind.get()));
        } else {
            kind.ifPresent(known -> visitValues(comparing, known, path));
        }
    }

    private void visitValues(Comparing comparing, FieldKind kind, List<Integer> path) {
        for (String value : comparing.values()) {
            if (kind == FieldKind.NUMBER && Literals.number(value).isEmpty()) {
                add(path, Severity.ERROR, ConditionProblems.notANumber(comparing.field(), value));
                return;
            }
            if (kind == FieldKind.DATE && Literals.date(value).isEmpty()) {
                add(path, Severity.ERROR, ConditionProblems.notADate(comparing.field(), value));
                return;
            }
        }
        if (comparing.comparison() == Comparison.BETWEEN && reversed(comparing.values(), kind)) {
            add(path, Severity.WARNING, ConditionProblems.reversed(comparing));
        }
    }

    private static boolean reversed(List<String> values, FieldKind kind) {
        return kind == FieldKind.NUMBER
                ? Literals.requireNumber(values.get(0)) > Literals.requireNumber(values.get(1))
                : Literals.requireDate(values.get(0)) > Literals.requireDate(values.get(1));
    }
}

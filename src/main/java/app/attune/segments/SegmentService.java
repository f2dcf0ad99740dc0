package app.attune.segments;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.core.UserId;
import app.attune.core.chart.TimeSeriesChart;
import app.attune.profiles.AsOfChoice;
import app.attune.profiles.Population;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/// Keeps segments, finds whom they mean and says why. Thread-safe; long methods take their progress last.
public final class SegmentService {
    private final SegmentStore store;
    private final Function<Progress, Population> populations;
    private final Clock clock;
    private final AsOfChoice choice;
    private final SegmentEvaluator evaluator = new SegmentEvaluator();
    private final TiedEvents tied = new TiedEvents();

    /// @param populations the population of the current data, such as `PopulationService::current`
    public SegmentService(SegmentStore store, Function<Progress, Population> populations, Clock clock) {
        this(store, populations, clock, new AsOfChoice());
    }

    /// @param choice the time that sizes, templates and charts are of where no other is asked for
    public SegmentService(
            SegmentStore store, Function<Progress, Population> populations, Clock clock, AsOfChoice choice) {
        this.choice = choice;
        this.store = store;
        this.populations = populations;
        this.clock = clock;
    }

    /// The newest version of each segment, by name.
    public List<SegmentDefinition> list() {
        return store.newest();
    }

    public Optional<SegmentDefinition> find(SegmentId id) {
        return store.newest(id);
    }

    /// Says conditions with the names that segments have now.
    public ConditionSentence sentences() {
        return ConditionSentence.naming(store.newest());
    }

    /// @throws ProblemException `segments.unknown`
    public SegmentDefinition require(SegmentId id) {
        return find(id).orElseThrow(() -> SegmentProblems.unknown(id, store.newest()));
    }

    /// As [#list], without marks and muted parts, and with what they mean in place of references to other segments; one
    /// that refers to no segment keeps the reference, and cannot be asked.
    public List<SegmentDefinition> resolved() {
        List<SegmentDefinition> newest = store.newest();
        SegmentReferences references = SegmentReferences.of(newest);
        return newest.stream()
                .map(one -> one.with(references.resolvable(Marks.takenOut(one.condition()))))
                .toList();
    }

    /// What is asked: without marks and muted parts, and with what they mean in place of references to other segments.
    ///
    /// @throws ProblemException `segments.unknown-reference` or `segments.circular-reference`
    public Condition resolved(Condition condition) {
        return SegmentReferences.refers(condition)
                ? SegmentReferences.of(store.newest()).resolve(condition)
                : Marks.takenOut(condition);
    }

    private Condition plainest(Condition condition) {
        return SegmentReferences.refers(condition)
                ? SegmentReferences.of(store.newest()).resolvable(condition)
                : condition;
    }

    /// Makes the next version, unless name, condition and purpose are the newest version's; gives the newest either
    /// way.
    ///
    /// @param note why, possibly empty
    /// @throws ProblemException as [SegmentReferences#check], or `segments.target-unreachable` where the newest
    /// version aims elsewhere
    public SegmentDefinition save(SegmentDraft draft, String author, String note) {
        return saveAll(List.of(draft), author, note).getFirst();
    }

    /// As [#save] of each, all of them or none; they may refer to each other, in any order.
    ///
    /// @throws ProblemException as [#save]
    public List<SegmentDefinition> saveAll(List<SegmentDraft> drafts, String author, String note) {
        return new NextVersions(store, clock).add(drafts, author, note);
    }

    /// Why nothing can reach the target of a draft; empty where something can, and where the newest version has the
    /// same.
    public Optional<Problem> unreachable(SegmentDraft draft) {
        return new NextVersions(store, clock).unreachable(draft);
    }

    /// Every version, newest first.
    public List<SegmentDefinition> versions(SegmentId id) {
        return store.versions(id);
    }

    /// Makes the content of an older version the newest one; history stays as it is.
    ///
    /// @throws ProblemException `segments.unknown-version`
    public SegmentDefinition restore(SegmentId id, int version, String author) {
        SegmentDefinition old = store.versions(id).stream()
                .filter(definition -> definition.version() == version)
                .findFirst()
                .orElseThrow(() -> SegmentProblems.unknownVersion(id, version));
        return save(SegmentDraft.of(old), author, "Restored version " + version);
    }

    /// Hides the segment. Saving it again brings it back with its history.
    public void delete(SegmentId id) {
        store.delete(id);
    }

    /// An id made of the name that no segment has or had.
    public SegmentId suggestId(String name) {
        return SegmentNames.freeId(name, id -> !store.versions(id).isEmpty());
    }

    /// Everybody known now.
    public Population population(Progress progress) {
        return populations.apply(progress);
    }

    /// The time that was chosen, else [Population#defaultAsOf].
    public Instant asOf(Progress progress) {
        return choice.of(population(progress));
    }

    /// @throws ProblemException if a row cannot be evaluated
    public Audience audience(Condition condition, Instant asOf, Progress progress) {
        return audience(condition, population(progress), asOf, progress);
    }

    /// Among these people, for whoever asks more than once.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public Audience audience(Condition condition, Population people, Instant asOf, Progress progress) {
        return evaluator.audience(resolved(condition), people, asOf, progress);
    }

    /// @throws ProblemException `segments.unknown`, or if a row cannot be evaluated
    public Audience audience(SegmentId id, Instant asOf, Progress progress) {
        return audience(require(id).condition(), asOf, progress);
    }

    /// Users per row, per group and in all.
    public ConditionCounts counts(Condition condition, Instant asOf, Progress progress) {
        return ConditionCounts.of(
                evaluator, plainest(condition), new ConditionCounts.At(population(progress), asOf), progress);
    }

    /// What is wrong or odd about a condition on the current data.
    public List<ConditionFinding> findings(Condition condition, Progress progress) {
        Condition asked = plainest(condition);
        Population population = population(progress);
        return Stream.concat(
                        ConditionCheck.findings(asked, population).stream(),
                        tied.findings(asked, population.events(), progress).stream())
                .map(finding -> inside(finding, condition))
                .distinct()
                .toList();
    }

    /// As [#findings] of its condition, and where the segment would refer to itself.
    public List<ConditionFinding> findings(SegmentDraft draft, Progress progress) {
        List<ConditionFinding> found = new ArrayList<>(findings(draft.condition(), progress));
        Set<List<Integer>> wrong = found.stream()
                .filter(ConditionFinding::isError)
                .map(ConditionFinding::path)
                .collect(Collectors.toSet());
        SegmentReferences.of(store.newest()).findings(draft).stream()
                .filter(finding -> !wrong.contains(finding.path()))
                .forEach(found::add);
        return List.copyOf(found);
    }

    /// What is wrong inside a segment that is referred to is wrong of the reference. Of a muted part nothing is wrong
    /// but only to be noted, since it is not asked.
    private static ConditionFinding inside(ConditionFinding finding, Condition condition) {
        List<Integer> path = finding.path();
        while (Conditions.at(condition, path).isEmpty()) {
            path = path.subList(0, path.size() - 1);
        }
        boolean muted = Marks.reach(condition, path, Mark.MUTED);
        return new ConditionFinding(
                path, muted ? ConditionFinding.Severity.WARNING : finding.severity(), finding.problem());
    }

    /// Why one user is in or out.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public Explanation explain(Condition condition, Instant asOf, int userIdx) {
        return Explanation.of(resolved(condition), population(Progress.none()), asOf, userIdx);
    }

    /// The SQL that finds the same users, with every value as a parameter.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public SqlCondition sql(Condition condition, Instant asOf, Progress progress) {
        Population population = population(progress);
        Condition asked = resolved(condition);
        ConditionCheck.require(asked, population);
        return SqlCondition.of(asked, SqlNames.of(population), asOf);
    }

    /// As [#sql], for reading: the values and what the numbered columns stand for are listed below the query.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public String readableSql(Condition condition, Instant asOf, Progress progress) {
        return sql(condition, asOf, progress).readable(SqlNames.of(population(progress)));
    }

    /// The SQL that finds the same users on Spark, over the tables of a server.
    ///
    /// @throws ProblemException if a row cannot be evaluated, and `segments.not-in-spark`
    public String sparkSql(Condition condition, Instant asOf, Progress progress) {
        Population population = population(progress);
        Condition asked = resolved(condition);
        ConditionCheck.require(asked, population);
        return SparkSql.of(asked, population, asOf);
    }

    /// What conditions can ask of the current data.
    public FieldCatalogue fields(Progress progress) {
        return FieldCatalogue.of(population(progress));
    }

    /// Segments to start from, fitted to the current data.
    public List<SegmentTemplate> templates(Progress progress) {
        Population population = population(progress);
        return SegmentTemplates.of(population, choice.of(population), progress);
    }

    /// Why some templates are not offered, in words; empty where all are.
    public Optional<String> missingTemplates(Progress progress) {
        return MissingTemplates.of(population(progress), progress);
    }

    /// Size at the end of each of the `days` days before the time that is looked at, with the finding as title.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public TimeSeriesChart sizeOverTime(SegmentDraft segment, int days, Progress progress) {
        Population population = population(progress);
        return SizeOverTime.of(
                segment.with(resolved(segment.condition())),
                new ConditionCounts.At(population, choice.of(population)),
                days,
                progress);
    }

    /// At most `n` members chosen at random, the same ones for the same seed, in order of their position.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public List<UserId> sampleUsers(Condition condition, Instant asOf, int n, long seed) {
        Population population = population(Progress.none());
        RoaringBitmap members = evaluator.members(resolved(condition), population, asOf, Progress.none());
        return Arrays.stream(RandomUsers.of(members, n, Seeds.stream(seed, "sample-users")))
                .mapToObj(userIdx -> new UserId(population.events().users().text(userIdx)))
                .toList();
    }
}

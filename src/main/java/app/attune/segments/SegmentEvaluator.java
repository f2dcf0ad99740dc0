package app.attune.segments;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// Finds who a condition means, on the event frame. Thread-safe; remembers the result of every part, so that an edit
/// of ALL, ANY or NONE over known parts costs only set operations.
///
/// A row is one pass over the users and those of their events that it looks at, on all processors; only users known by
/// then are meant. A name the data does not have is missing for everybody. Bitmaps it gives are shared: read them,
/// never write to them.
public final class SegmentEvaluator {
    private static final Condition EVERYBODY = new AllOf(List.of());

    private final SubResults results = new SubResults();

    /// Who `condition` means at `asOf`.
    ///
    /// @throws ProblemException if a row cannot be evaluated, see [ConditionCheck]
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public Audience audience(Condition condition, Population population, Instant asOf, Progress progress) {
        RoaringBitmap members = members(condition, population, asOf, progress);
        return new Audience(condition, asOf, members, known(population, asOf).getCardinality());
    }

    /// As [#audience], the user positions alone.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public RoaringBitmap members(Condition condition, Population population, Instant asOf, Progress progress) {
        ConditionCheck.require(condition, population);
        return find(condition, new Scope(population.asOf(asOf, progress), asOf, progress));
    }

    /// Everybody there was at `asOf`, see [Population#knownAt].
    RoaringBitmap known(Population population, Instant asOf) {
        String state = state(population);
        return results.find(EVERYBODY, asOf, state).orElseGet(() -> {
            RoaringBitmap known = population.knownAt(asOf);
            results.keep(EVERYBODY, asOf, state, known);
            return known;
        });
    }

    /// Whether one user is meant, without asking about anybody else.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public boolean matches(Condition condition, Population population, Instant asOf, int userIdx) {
        ConditionCheck.require(condition, population);
        Scope scope = new Scope(population.asOf(asOf), asOf, Progress.none());
        return population.isKnownAt(asOf, userIdx) && holds(condition, scope, userIdx);
    }

    /// What every part of one evaluation shares.
    private record Scope(Population population, Instant asOf, Progress progress) {}

    private static boolean holds(Condition condition, Scope scope, int userIdx) {
        return switch (condition) {
            case AllOf(List < Condition > parts) -> parts.stream().allMatch(part -> holds(part, scope, userIdx));
            case AnyOf(List < Condition > parts) -> parts.stream().anyMatch(part -> holds(part, scope, userIdx));
            case NoneOf(List < Condition > parts) -> parts.stream().noneMatch(part -> holds(part, scope, userIdx));
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> RowTest.of(row, scope.population()).test(userIdx);
            case EventCondition row ->
                RowTest.of(row, scope.population(), scope.asOf()).test(userIdx);
            case UserCondition row ->
                PersonTest.of(row, scope.population(), scope.asOf(), scope.progress())
                        .test(userIdx);
        };
    }

    private RoaringBitmap find(Condition condition, Scope scope) {
        String state = state(scope.population());
        return results.find(condition, scope.asOf(), state).orElseGet(() -> {
            RoaringBitmap members = compute(condition, scope);
            results.keep(condition, scope.asOf(), state, members);
            return members;
        });
    }

    /// What answers depend on: the data, and what is declared of consent, which changes without it.
    private static String state(Population population) {
        return population.dataHash() + " " + population.consents().basis();
    }

    private RoaringBitmap compute(Condition condition, Scope scope) {
        scope.progress().checkpoint();
        return switch (condition) {
            case AllOf(List < Condition > parts) -> all(parts, scope);
            case AnyOf(List < Condition > parts) -> any(parts, scope);
            case NoneOf(List < Condition > parts) -> RoaringBitmap.andNot(everybody(scope), any(parts, scope));
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> ask(UserTest.of(RowTest.of(row, scope.population())), scope);
            case EventCondition row ->
                ask(EventTest.of(row, scope.population().events(), scope.asOf(), scope.progress()), scope);
            case UserCondition row ->
                ask(UserTest.of(PersonTest.of(row, scope.population(), scope.asOf(), scope.progress())), scope);
        };
    }

    private RoaringBitmap all(List<Condition> parts, Scope scope) {
        RoaringBitmap members = everybody(scope).clone();
        parts.forEach(part -> members.and(find(part, scope)));
        return members;
    }

    private RoaringBitmap any(List<Condition> parts, Scope scope) {
        RoaringBitmap members = new RoaringBitmap();
        parts.forEach(part -> members.or(find(part, scope)));
        return members;
    }

    private RoaringBitmap everybody(Scope scope) {
        return known(scope.population(), scope.asOf());
    }

    private RoaringBitmap ask(UserTest test, Scope scope) {
        RoaringBitmap members = UserRanges.passing(scope.population().size(), test, scope.progress());
        members.and(everybody(scope));
        members.runOptimize();
        return members;
    }
}

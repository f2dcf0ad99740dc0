package app.attune.recommend.tune;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.RuntimeFault;
import app.attune.profiles.Population;
import app.attune.recommend.Evaluation;
import app.attune.recommend.EvaluationRow;
import app.attune.recommend.RecommendService;
import app.attune.recommend.Validation;
import app.attune.recommend.tune.Searcher.Proposal;
import app.attune.recommend.tune.Trial.Failed;
import app.attune.recommend.tune.Trial.Outcome;
import app.attune.recommend.tune.Trial.Scored;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Searches for good settings of a recommender: tries them on the training part, keeps every trial, and measures the
/// winner on the test part once at the end.
public final class TuningService {
    private static final double MILLIS = 1000;

    private final RecommendService models;
    private final SearchStore store;
    private final Clock clock;

    public TuningService(RecommendService models, SearchStore store, Clock clock) {
        this.models = models;
        this.store = store;
        this.clock = clock;
    }

    /// What one search works with.
    private record Work(Population population, Validation validation, Course course, TimedProgress progress) {}

    /// Begins a search and goes on until its trials or its time are over, or it is cancelled. What was tried by then is
    /// kept; a cancelled search does not look at the test part.
    ///
    /// @throws ProblemException `recommend.no-interactions`, `tune.too-few-users`, `recommend.too-few-test-users`
    public Search start(Population population, SearchRequest request, Course course, Progress progress) {
        SearchRequest asked =
                course.trials().isPresent() ? request.withTrials(course.trials().getAsInt()) : request;
        Validation validation = validation(population, asked, progress);
        Search begun =
                store.add(asked, new Search.Ground(population.dataHash(), validation.facts(), validation.testFrom()));
        return run(population, validation, begun, course, progress);
    }

    /// Goes on with a search that was stopped or is to have more trials, as if it had not been stopped.
    ///
    /// @throws ProblemException as [#start], `tune.unknown`, `tune.damaged`, `tune.data-changed`,
    ///                          `tune.trials`
    public Search resume(Population population, SearchId id, Course course, Progress progress) {
        Search stored = search(id);
        if (!stored.ground().dataHash().equals(population.dataHash())) {
            throw ProblemException.of(
                    "tune.data-changed",
                    "The data are not those that " + id
                            + " began with, so its trials cannot be compared with new ones.",
                    "Begin a new search.");
        }
        Search going = course.trials().isPresent()
                ? stored.with(lengthened(stored, course.trials().getAsInt()))
                : stored;
        return run(population, validation(population, going.request(), progress), going, course, progress);
    }

    private static SearchRequest lengthened(Search stored, int trials) {
        try {
            return stored.request().withTrials(trials);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    "tune.trials", e.getMessage() + ".", "Leave the number of trials out, or begin a new search.");
        }
    }

    private Validation validation(Population population, SearchRequest request, Progress progress) {
        progress.report("Selecting interactions", 0, 1);
        return models.validation(
                population, request.training(request.plan().space().usual()), progress);
    }

    /// @throws ProblemException `tune.unknown`, `tune.damaged`
    public Search search(SearchId id) {
        return store.find(id)
                .orElseThrow(() ->
                        ProblemException.of("tune.unknown", "There is no search " + id + ".", "Begin a new search."));
    }

    /// Names of all searches, by kind, newest first within a kind.
    public List<SearchId> list() {
        return store.list();
    }

    /// The newest search for settings of that kind.
    public Optional<SearchId> newest(String kind) {
        return store.list().stream()
                .filter(id -> id.kind().equals(kind))
                .max(Comparator.comparingInt(SearchId::number));
    }

    private Search run(Population population, Validation validation, Search begun, Course course, Progress progress) {
        SearchPlan plan = begun.request().plan();
        int trials =
                plan.strategy() == Strategy.HALVING ? Ladder.of(plan.trials()).trials() : plan.trials();
        TimedProgress timed = new TimedProgress(
                progress, clock, course.seconds(), begun.trials().size(), trials);
        Search tried = tryOut(new Work(population, validation, course, timed), begun);
        return progress.isCancelled() ? tried : measured(population, tried, progress);
    }

    private Search tryOut(Work work, Search begun) {
        Searcher searcher = Searcher.of(begun.request().plan());
        Search search = begun;
        while (!work.progress().isCancelled()) {
            Optional<Proposal> next = searcher.next(search.trials());
            if (next.isEmpty()) {
                break;
            }
            Optional<Trial> trial = attempt(work, search, next.get());
            if (trial.isPresent()) {
                store.append(search.id(), trial.get());
                search = search.with(trial.get());
                work.progress().tried();
                work.course().tried().accept(search);
            }
        }
        return search;
    }

    /// Empty if it was cancelled or the time was up.
    private Optional<Trial> attempt(Work work, Search search, Proposal proposal) {
        long start = clock.millis();
        try {
            Outcome outcome = outcome(work, search.request(), proposal);
            double seconds = (clock.millis() - start) / MILLIS;
            int number = search.trials().size() + 1;
            return Optional.of(new Trial(number, proposal.options(), proposal.share(), outcome, seconds));
        } catch (CancellationException cancelled) {
            return Optional.empty();
        }
    }

    private static Outcome outcome(Work work, SearchRequest request, Proposal proposal) {
        try {
            return new Scored(
                    work.validation().score(proposal.options(), proposal.share(), request.by(), work.progress()));
        } catch (ProblemException e) {
            return new Failed(e.problem().code(), e.problem().message());
        } catch (ArithmeticException e) {
            return new Failed("tune.not-computable", "These settings cannot be computed: " + e.getMessage() + ".");
        } catch (OutOfMemoryError e) {
            return RuntimeFault.of(e).map(TuningService::failed).orElseThrow();
        }
    }

    private static Failed failed(Problem problem) {
        return new Failed(problem.code(), problem.message());
    }

    /// The same with a look at the test part, unless the winner had its look or did not learn from all users yet.
    private Search measured(Population population, Search search, Progress progress) {
        Optional<Trial> winner = search.best().filter(Trial::isWhole);
        if (winner.isEmpty() || search.look().isPresent()) {
            return search;
        }
        Evaluation evaluation = models.evaluate(
                population, search.request().training(winner.get().options()), List.of(), progress);
        EvaluationRow popularity = evaluation.rows().get(1);
        TestLook look = new TestLook(
                winner.get().number(),
                search.trials().size(),
                search.request().by().of(evaluation.rows().getLast()),
                search.request().by().of(popularity));
        store.append(search.id(), look);
        return search.with(look);
    }
}

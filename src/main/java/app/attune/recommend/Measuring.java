package app.attune.recommend;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.profiles.Population;
import app.attune.recommend.Candidates.Candidate;
import java.time.Clock;
import java.util.List;

/// Measures recommenders in any way of splitting; keeps nothing. Full ranking always.
public final class Measuring {
    private final ModelStore store;
    private final Clock clock;

    Measuring(ModelStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Measures recommenders beside Random and Popularity.
    ///
    /// @throws ProblemException as [RecommendService#train]
    public Measured measure(Population population, MeasuringRequest request, Progress progress) {
        Candidates candidates = Candidates.of(request.recommenders(), request.seed(), clock);
        return new Asked(population, request.interactions(), request.protocol(), request.groupings())
                .measure(candidates, progress);
    }

    /// Trains saved models anew, with their settings, on the training part of some way of splitting, and measures them
    /// there. The models themselves stay as they are.
    ///
    /// @throws ProblemException `model.unknown`, `recommend.other-interactions`, and as [RecommendService#train]
    public Measured again(
            List<ModelId> ids,
            Population population,
            Protocol protocol,
            List<UserGroups.Grouping> groupings,
            Progress progress) {
        List<ModelCard> cards = ids.stream().distinct().map(this::card).toList();
        InteractionOptions interactions = cards.getFirst().interactions();
        for (ModelCard card : cards) {
            if (!card.interactions().equals(interactions)) {
                throw ProblemException.of(
                        "recommend.other-interactions",
                        RecommenderNames.of(card.id()) + " and "
                                + RecommenderNames.of(cards.getFirst().id())
                                + " learn from different interactions, so there is no test that is fair to both.",
                        "Compare models with the same event types, weights, repeats, window and half-life.");
            }
        }
        List<Candidate> candidates = cards.stream()
                .map(card -> new Candidate(card.id().toString(), card.options()))
                .toList();
        return new Asked(population, interactions, protocol, groupings)
                .measure(
                        new Candidates(candidates, cards.getFirst().provenance().seed(), clock), progress);
    }

    private ModelCard card(ModelId id) {
        return store.card(id)
                .orElseThrow(() -> ProblemException.of(
                        "model.unknown", "There is no model " + id + ".", "Choose one from the list of models."));
    }

    /// How a way would part the interactions, without training.
    ///
    /// @throws ProblemException `recommend.no-interactions`
    public SplitOutline outline(
            Population population, InteractionOptions interactions, Protocol protocol, Progress progress) {
        InteractionLog log = RecommendService.select(population, interactions, progress);
        List<TimeWindow> windows = windows(log, protocol.way());
        Parts parts =
                windows.isEmpty() ? once(log, protocol.way()).parts() : RollingWindows.parts(log, windows.getLast());
        return SplitOutline.of(log, parts.core(protocol.core(), progress), windows, progress);
    }

    private record Asked(
            Population population,
            InteractionOptions interactions,
            Protocol protocol,
            List<UserGroups.Grouping> groupings) {
        Measured measure(Candidates candidates, Progress progress) {
            candidates.check();
            progress.report("Selecting interactions", 0, 1);
            InteractionLog log = RecommendService.select(population, interactions, progress);
            List<TimeWindow> windows = windows(log, protocol.way());
            return windows.isEmpty() ? onOne(log, candidates, progress) : onMany(log, windows, candidates, progress);
        }

        private Measured onMany(
                InteractionLog log, List<TimeWindow> windows, Candidates candidates, Progress progress) {
            return new Measured.Rolling(new RollingRounds(candidates, protocol.core()).run(log, windows, progress));
        }

        private Measured onOne(InteractionLog log, Candidates candidates, Progress progress) {
            requireOneTime(protocol.way(), groupings);
            OwnSplit.Done split = once(log, protocol.way());
            Comparison comparison =
                    prepared(split.parts().core(protocol.core(), progress), candidates.seed(), progress);
            candidates.measure(comparison, progress);
            return new Measured.Once(
                    comparison.result(),
                    comparison.groups(comparison.scored(), population, groupings, progress),
                    split.findings());
        }
    }

    /// Segments and attributes are as of the split, so groups by them need one.
    private static void requireOneTime(SplitWay way, List<UserGroups.Grouping> groupings) {
        if (!groupings.isEmpty() && !(way instanceof SplitWay.ByTime)) {
            throw ProblemException.of(
                    "recommend.groups-of-one-time",
                    "Groups of users are as of the time that splits, and this way to split has none for everybody.",
                    "Split by time, or leave the groups out.");
        }
    }

    /// Empty for ways with one test part.
    ///
    /// @throws ProblemException `recommend.too-few-months`
    private static List<TimeWindow> windows(InteractionLog log, SplitWay way) {
        return switch (way) {
            case SplitWay.RollingOrigin rolling -> RollingWindows.equal(log.span(), rolling.periods());
            case SplitWay.ByMonth months -> {
                List<TimeWindow> found = RollingWindows.months(log.span(), months.months());
                if (found.isEmpty()) {
                    throw ProblemException.of(
                            "recommend.too-few-months",
                            "All interactions are of one month, so there is none to train on and another to test.",
                            "Import more data, or measure by equal periods.");
                }
                yield found;
            }
            case SplitWay.ByTime time -> List.of();
            case SplitWay.LeaveLastOut last -> List.of();
            case SplitWay.OwnFile own -> List.of();
        };
    }

    private static OwnSplit.Done once(InteractionLog log, SplitWay way) {
        return switch (way) {
            case SplitWay.ByTime time -> new OwnSplit.Done(Parts.of(TemporalSplit.of(log, time.point())), List.of());
            case SplitWay.LeaveLastOut last -> new OwnSplit.Done(LastOut.of(log), List.of());
            case SplitWay.OwnFile own -> OwnSplit.of(log, own.file());
            case SplitWay.RollingOrigin rolling -> throw new IllegalStateException("Many test parts");
            case SplitWay.ByMonth months -> throw new IllegalStateException("Many test parts");
        };
    }

    /// @throws ProblemException `recommend.too-few-test-users`, `recommend.empty-core`
    static void requireTestUsers(Parts parts, long seed, Progress progress) {
        prepared(parts, seed, progress);
    }

    /// @throws ProblemException `recommend.too-few-test-users`, `recommend.empty-core`
    static Comparison prepared(Parts parts, long seed, Progress progress) {
        CoreFacts core = parts.details().core();
        if (core.isAsked() && parts.train().size() == 0) {
            throw ProblemException.of(
                    "recommend.empty-core",
                    "No user and item of the training part have " + core.least() + " of each other: the " + core.least()
                            + "-core is empty.",
                    "Choose a smaller k.");
        }
        if (parts.train().size() == 0) {
            throw new ProblemException(tooFew(0, parts));
        }
        Comparison comparison = new Comparison(parts, seed, progress);
        int users = comparison.facts().testUsers();
        if (users < RecommendService.LEAST_TEST_USERS) {
            throw new ProblemException(tooFew(users, parts));
        }
        return comparison;
    }

    private static Problem tooFew(int users, Parts parts) {
        return new Problem(
                "recommend.too-few-test-users",
                "Too few: " + users + askedFor(parts) + "; a comparison needs at least "
                        + RecommendService.LEAST_TEST_USERS + ".",
                switch (parts.details().kind()) {
                    case BY_TIME, PERIOD -> "Split earlier, count more event types, or import more data.";
                    case LEAVE_LAST_OUT -> "Count more event types, or import more data.";
                    case OWN_FILE -> "Check the pairs of the file, and that others train.";
                });
    }

    private static String askedFor(Parts parts) {
        return switch (parts.details().kind()) {
            case BY_TIME, PERIOD ->
                " users took something new from "
                        + ComparisonChart.day(parts.leakage().firstTest()) + " on";
            case LEAVE_LAST_OUT -> " users have a last new item to find";
            case OWN_FILE -> " users have a test item to find";
        };
    }
}

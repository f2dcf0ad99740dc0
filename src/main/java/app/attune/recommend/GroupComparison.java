package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.stats.Bootstrap;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Holm;
import app.attune.stats.Interval;
import app.attune.stats.PairedT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Compares recommenders within groups of the same test users.
final class GroupComparison {
    private final int[] frameUsers;
    private final List<Scored> scored;
    private final BootstrapOptions bootstrap;
    private final int best;

    /// A recommender with its NDCG@10 per test user.
    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    record Scored(String name, double[] ndcg10) {}

    /// @param frameUsers of the test users, in the order of the scores
    /// @param scored     at least one
    GroupComparison(int[] frameUsers, List<Scored> scored, BootstrapOptions bootstrap) {
        this.frameUsers = frameUsers;
        this.scored = List.copyOf(scored);
        this.bootstrap = bootstrap;
        int highest = 0;
        for (int i = 1; i < scored.size(); i++) {
            highest = mean(scored.get(i)) > mean(scored.get(highest)) ? i : highest;
        }
        this.best = highest;
    }

    private static double mean(Scored one) {
        return Arrays.stream(one.ndcg10()).average().orElse(0);
    }

    /// @throws java.util.concurrent.CancellationException if cancelled
    GroupResults of(UserGroups groups, Progress progress) {
        List<GroupResults.Row> rows = new ArrayList<>();
        int total = groups.groups().size() * scored.size();
        for (UserGroups.Group group : groups.groups()) {
            int[] places = IntStream.range(0, frameUsers.length)
                    .filter(place -> group.users().contains(frameUsers[place]))
                    .toArray();
            for (int i = 0; i < scored.size(); i++) {
                progress.report("Comparing groups of users", rows.size(), total);
                progress.checkpoint();
                rows.add(row(group.name(), places, i, progress));
            }
        }
        return adjusted(groups.by(), rows);
    }

    private GroupResults.Row row(String group, int[] places, int which, Progress progress) {
        Scored one = scored.get(which);
        if (places.length < GroupResults.LEAST_USERS) {
            return new GroupResults.Row(
                    group, places.length, one.name(), Optional.empty(), Optional.empty(), OptionalDouble.empty());
        }
        double[] own = at(one, places);
        Optional<Interval> mean = Optional.of(Bootstrap.mean(own, bootstrap, progress));
        if (which == best) {
            return new GroupResults.Row(
                    group, places.length, one.name(), mean, Optional.empty(), OptionalDouble.empty());
        }
        double[] ofBest = at(scored.get(best), places);
        return new GroupResults.Row(
                group,
                places.length,
                one.name(),
                mean,
                Optional.of(Bootstrap.pairedDifference(ofBest, own, bootstrap, progress)),
                OptionalDouble.of(PairedT.of(ofBest, own).pValue()));
    }

    private static double[] at(Scored one, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> one.ndcg10()[place]).toArray();
    }

    private GroupResults adjusted(String by, List<GroupResults.Row> rows) {
        double[] p = Holm.adjust(rows.stream()
                .filter(row -> row.pValue().isPresent())
                .mapToDouble(row -> row.pValue().getAsDouble())
                .toArray());
        List<GroupResults.Row> adjusted = new ArrayList<>();
        int next = 0;
        for (GroupResults.Row row : rows) {
            OptionalDouble value = row.pValue().isPresent() ? OptionalDouble.of(p[next++]) : OptionalDouble.empty();
            adjusted.add(new GroupResults.Row(
                    row.group(), row.users(), row.recommender(), row.ndcg10(), row.difference(), value));
        }
        return new GroupResults(by, scored.get(best).name(), p.length, adjusted);
    }
}

package app.attune.segments;

import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.Dictionary;
import app.attune.events.NumberColumn;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.roaringbitmap.RoaringBitmap;

/// Compiles a row about users as a whole into a test of users.
final class PersonTest {
    private static final int USERS_BETWEEN_CHECKPOINTS = 1_024;

    private PersonTest() {}

    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    static IntPredicate of(UserCondition row, Population population, Instant asOf, Progress progress) {
        Dictionary users = population.events().users();
        return switch (row) {
            case UserListCondition list -> {
                Set<Integer> listed = new HashSet<>();
                list.ids().forEach(id -> users.find(id).ifPresent(listed::add));
                boolean wanted = list.listed() == UserListCondition.Listed.IS;
                yield userIdx -> listed.contains(userIdx) == wanted;
            }
            case BucketCondition bucket -> userIdx -> bucket.has(users.text(userIdx));
            case ConsentCondition consent -> userIdx -> consents(consent, population, userIdx, asOf);
            case RankCondition rank -> ranks(rank, numbers(rank, population, asOf), population.knownAt(asOf), progress);
            case SegmentCondition segment -> throw new IllegalArgumentException("Not resolved: " + segment.segment());
        };
    }

    /// Whether the user's consent is the one asked for.
    static boolean consents(ConsentCondition row, Population population, int userIdx, Instant asOf) {
        boolean wanted = row.consented() == ConsentCondition.Consented.GRANTED;
        return population.consents().allows(row.purpose(), userIdx, asOf) == wanted;
    }

    private static IntToDoubleFunction numbers(RankCondition rank, Population population, Instant asOf) {
        return switch (rank.by()) {
            case RankCondition.Ranked.Attribute one -> {
                Optional<Column> column = population.attribute(one.attribute());
                yield column.isPresent() && column.get() instanceof NumberColumn numbers
                        ? userIdx -> numbers.values()[userIdx]
                        : userIdx -> Double.NaN;
            }
            case RankCondition.Ranked.Events events ->
                new EventMeter(population.events(), events.condition(), asOf)::of;
        };
    }

    private static IntPredicate ranks(
            RankCondition rank, IntToDoubleFunction numbers, RoaringBitmap known, Progress progress) {
        double[] ranked = known.stream()
                .peek(userIdx -> checkpoint(userIdx, progress))
                .mapToDouble(numbers)
                .filter(number -> !Double.isNaN(number))
                .map(number -> number + 0.0)
                .sorted()
                .toArray();
        return userIdx -> {
            double number = numbers.applyAsDouble(userIdx) + 0.0;
            if (Double.isNaN(number)) {
                return false;
            }
            int beyond = rank.rank() == RankCondition.Rank.TOP
                    ? ranked.length - below(ranked, Math.nextUp(number))
                    : below(ranked, number);
            return rank.has(beyond, ranked.length);
        };
    }

    private static void checkpoint(int userIdx, Progress progress) {
        if (userIdx % USERS_BETWEEN_CHECKPOINTS == 0) {
            progress.checkpoint();
        }
    }

    /// How many are strictly below a number.
    private static int below(double[] ascending, double number) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

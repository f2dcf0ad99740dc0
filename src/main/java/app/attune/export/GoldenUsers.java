package app.attune.export;

import app.attune.core.UserId;
import app.attune.rules.Holdout;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RulePolicy;
import app.attune.segments.BucketCondition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Invented users for golden decisions: inside, outside and close to the limits of rollouts and of the holdout.
final class GoldenUsers {
    private static final int INVENTED = 20_000;
    private static final int NEAR = 2_000;

    private final Holdout holdout;

    GoldenUsers(RulePolicy policy) {
        this.holdout = policy.holdout();
    }

    /// The user of the line with this number.
    static UserId line(int number) {
        return new UserId("golden-line-" + number);
    }

    private static Stream<UserId> invented(int most) {
        return IntStream.range(0, most).mapToObj(i -> new UserId("golden-user-" + i));
    }

    /// Somebody the rule is for and who is not held out.
    Optional<UserId> inside(Rule rule) {
        return find(user -> !holdout.has(user) && rule.limits().rollout().has(rule.id(), user));
    }

    /// Somebody who is held out.
    Optional<UserId> heldOut() {
        return find(holdout::has);
    }

    private static Optional<UserId> find(Predicate<UserId> test) {
        return invented(INVENTED).filter(test).findFirst();
    }

    /// The last inside and the first outside the rule's rollout of those not held out.
    List<UserId> edge(Rule rule) {
        Rollout rollout = rule.limits().rollout();
        return rollout.isEverybody()
                ? List.of()
                : edge(rollout.saltOf(rule.id()), rollout.percent(), user -> !holdout.has(user));
    }

    /// The last inside and the first outside the holdout.
    List<UserId> edge() {
        return holdout.percent() == 0 ? List.of() : edge(holdout.usedSalt(), holdout.percent(), user -> true);
    }

    private static List<UserId> edge(String salt, double percent, Predicate<UserId> among) {
        Comparator<UserId> byPlace = Comparator.comparingDouble(user -> BucketCondition.place(salt, user.value()));
        List<UserId> sorted = invented(NEAR).filter(among).sorted(byPlace).toList();
        Optional<UserId> last = sorted.reversed().stream()
                .filter(user -> BucketCondition.place(salt, user.value()) < percent)
                .findFirst();
        Optional<UserId> first = sorted.stream()
                .filter(user -> BucketCondition.place(salt, user.value()) >= percent)
                .findFirst();
        return Stream.concat(last.stream(), first.stream()).toList();
    }
}

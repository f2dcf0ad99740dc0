package app.attune.rules;

import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.segments.SegmentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.roaringbitmap.RoaringBitmap;

/// Divides users into groups of those to whom rules do the same: in the same segments and rollouts, and held out or
/// not.
final class UserGroups {
    private static final int USERS_BETWEEN_CHECKPOINTS = 4096;

    /// @param users at least one
    record Group(RoaringBitmap users, Set<SegmentId> memberOf, Personalisation personalisation) {
        /// Any of them, who stands for all.
        RuleCase asked(RuleBasis basis, RequestContext context) {
            return new RuleCase(
                    new UserId(basis.ids().id(users.first())), memberOf, personalisation, basis.at(), context);
        }
    }

    private final RuleBasis basis;
    private final Progress progress;
    private List<Group> groups = new ArrayList<>();

    private UserGroups(RuleBasis basis, Progress progress) {
        this.basis = basis;
        this.progress = progress;
    }

    static List<Group> of(RuleProgram program, RuleBasis basis, Progress progress) {
        UserGroups all = new UserGroups(basis, progress);
        all.add(RoaringBitmap.andNot(basis.users(), basis.refusing()), Set.of(), Personalisation.ALLOWED, all.groups);
        all.add(RoaringBitmap.and(basis.users(), basis.refusing()), Set.of(), Personalisation.REFUSED, all.groups);
        Set<SegmentId> segments = new HashSet<>();
        program.rules().forEach(rule -> segments.add(rule.segment()));
        segments.forEach(all::splitBySegment);
        program.rules().stream()
                .filter(rule -> rule.isActive() && !rule.limits().rollout().isEverybody())
                .forEach(rule -> all.split(all.which(
                        basis.audience(rule.segment()),
                        user -> rule.limits().rollout().has(rule.id(), user))));
        all.split(heldOut(program.policy(), basis, progress));
        return all.groups;
    }

    /// The users of the basis who are held out.
    static RoaringBitmap heldOut(RulePolicy policy, RuleBasis basis, Progress progress) {
        return policy.holdout().percent() == 0
                ? new RoaringBitmap()
                : new UserGroups(basis, progress)
                        .which(RoaringBitmap.andNot(basis.users(), basis.refusing()), policy.holdout()::has);
    }

    private RoaringBitmap which(RoaringBitmap among, Predicate<UserId> test) {
        RoaringBitmap found = new RoaringBitmap();
        int asked = 0;
        for (int userIdx : among) {
            if (asked++ % USERS_BETWEEN_CHECKPOINTS == 0) {
                progress.checkpoint();
            }
            if (test.test(new UserId(basis.ids().id(userIdx)))) {
                found.add(userIdx);
            }
        }
        return found;
    }

    private void splitBySegment(SegmentId segment) {
        RoaringBitmap members = basis.audience(segment);
        List<Group> finer = new ArrayList<>();
        for (Group group : groups) {
            Set<SegmentId> memberOf = new HashSet<>(group.memberOf());
            memberOf.add(segment);
            add(RoaringBitmap.and(group.users(), members), memberOf, group.personalisation(), finer);
            add(RoaringBitmap.andNot(group.users(), members), group.memberOf(), group.personalisation(), finer);
        }
        groups = finer;
    }

    private void split(RoaringBitmap part) {
        List<Group> finer = new ArrayList<>();
        for (Group group : groups) {
            add(RoaringBitmap.and(group.users(), part), group.memberOf(), group.personalisation(), finer);
            add(RoaringBitmap.andNot(group.users(), part), group.memberOf(), group.personalisation(), finer);
        }
        groups = finer;
    }

    private void add(RoaringBitmap users, Set<SegmentId> memberOf, Personalisation personalisation, List<Group> to) {
        if (!users.isEmpty()) {
            to.add(new Group(users, memberOf, personalisation));
        }
    }
}

package app.attune.recommend;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.roaringbitmap.RoaringBitmap;

/// How unlike two items are by who took them: 1 minus the cosine of their users, 1 - |A and B| / sqrt(|A| |B|).
///
/// 0 for items of the same users, 1 for items without a user in common. Thread-safe; cost per pair linear in the
/// compressed sets.
final class SharedUsers implements ListMetrics.Distance {
    private final SparseTable users;
    private final ConcurrentMap<Integer, RoaringBitmap> known = new ConcurrentHashMap<>();

    SharedUsers(Interactions train) {
        this.users = train.columns();
    }

    @Override
    public double between(int oneIdx, int otherIdx) {
        RoaringBitmap one = usersOf(oneIdx);
        RoaringBitmap other = usersOf(otherIdx);
        double norm = Math.sqrt((double) one.getLongCardinality() * other.getLongCardinality());
        return norm == 0 ? 1 : 1 - RoaringBitmap.andCardinality(one, other) / norm;
    }

    private RoaringBitmap usersOf(int itemIdx) {
        return known.computeIfAbsent(itemIdx, item -> {
            RoaringBitmap set = new RoaringBitmap();
            for (int at = users.from(item); at < users.to(item); at++) {
                set.add(users.other(at));
            }
            set.runOptimize();
            return set;
        });
    }
}

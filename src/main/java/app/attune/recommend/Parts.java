package app.attune.recommend;

import app.attune.core.Progress;
import java.util.BitSet;

/// Interactions parted in any way into what a model may learn from and what it is asked about.
record Parts(InteractionLog train, InteractionLog test, SplitDetails details) {
    static Parts of(TemporalSplit split) {
        return new Parts(split.train(), split.test(), SplitDetails.BY_TIME);
    }

    /// Of the rows of a log; those in neither are set aside.
    static Parts of(InteractionLog log, BitSet train, BitSet test, SplitDetails.Kind kind) {
        long setAside = log.size() - (long) train.cardinality() - test.cardinality();
        return new Parts(log.only(train), log.only(test), new SplitDetails(kind, setAside, CoreFacts.NONE));
    }

    LeakageCheck leakage() {
        return LeakageCheck.of(train, test);
    }

    /// The same with the k-core of the training part; the test part stays.
    ///
    /// @param least 0 and 1 keep all
    Parts core(int least, Progress progress) {
        if (least <= 1) {
            return this;
        }
        InteractionLog core = KCore.of(train, least, progress);
        CoreFacts facts = new CoreFacts(
                least,
                distinct(train.users()) - distinct(core.users()),
                distinct(train.items()) - distinct(core.items()),
                train.size() - (long) core.size(),
                testUsers(train, progress) - testUsers(core, progress));
        return new Parts(core, test, details.with(facts));
    }

    private int testUsers(InteractionLog from, Progress progress) {
        return TestSet.of(Interactions.of(from, progress), test).users();
    }

    private static long distinct(int[] positions) {
        BitSet seen = new BitSet();
        for (int position : positions) {
            seen.set(position);
        }
        return seen.cardinality();
    }
}

package app.attune.recommend;

import app.attune.core.Require;

/// How recommenders are measured: full ranking always, on which parts of the interactions.
///
/// @param core the training part keeps users and items with at least so many of each other ([KCore]); 0 keeps all
public record Protocol(SplitWay way, int core) {
    public Protocol {
        Require.that(core >= 0, "A k-core has a k of 0 or more");
    }

    /// The first 80 % train, all users and items kept.
    public static Protocol usual() {
        return new Protocol(new SplitWay.ByTime(SplitPoint.usual()), 0);
    }
}

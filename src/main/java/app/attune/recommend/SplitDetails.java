package app.attune.recommend;

/// How interactions were parted; those of models of earlier versions by time.
///
/// @param setAside interactions that neither train nor test
public record SplitDetails(Kind kind, long setAside, CoreFacts core) {
    public static final SplitDetails BY_TIME = new SplitDetails(Kind.BY_TIME, 0, CoreFacts.NONE);

    /// The ways of [SplitWay], with one period of a rolling origin.
    public enum Kind {
        BY_TIME,
        LEAVE_LAST_OUT,
        PERIOD,
        OWN_FILE
    }

    SplitDetails with(CoreFacts other) {
        return new SplitDetails(kind, setAside, other);
    }
}

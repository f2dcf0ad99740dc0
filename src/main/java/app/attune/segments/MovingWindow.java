package app.attune.segments;

/// A window whose bounds are asked for at many times; all in epoch milliseconds. The same as [Bounds#of].
///
/// @param longest how far back from the time it reaches
/// @param gap     how far before the time it ends
/// @param first   never earlier than this
/// @param end     never later than this, which does not belong to it
record MovingWindow(long longest, long gap, long first, long end) {
    private static final long BEGINNING = Window.BEGINNING.toEpochMilli();
    private static final long EVER = Long.MAX_VALUE;

    static MovingWindow of(Window window) {
        return switch (window) {
            case Window.AllTime all -> new MovingWindow(EVER, 0, BEGINNING, EVER);
            case Window.Last last ->
                new MovingWindow(
                        last.unit().length().multipliedBy(last.amount()).toMillis(), 0, BEGINNING, EVER);
            case Window.Earlier earlier ->
                new MovingWindow(
                        EVER,
                        earlier.unit().length().multipliedBy(earlier.amount()).toMillis(),
                        BEGINNING,
                        EVER);
            case Window.Between between ->
                new MovingWindow(EVER, 0, Bounds.firstMilli(between.from()), Bounds.firstMilli(between.to()));
            case Window.Since since -> new MovingWindow(EVER, 0, BEGINNING, EVER);
        };
    }

    long from(long now) {
        return longest == EVER ? first : Math.max(first, now - longest);
    }

    long to(long now) {
        return Math.min(now - gap, end);
    }
}

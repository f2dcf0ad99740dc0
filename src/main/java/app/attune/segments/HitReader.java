package app.attune.segments;

/// Reads, user by user, the events of one kind in a window. Of one thread.
@FunctionalInterface
interface HitReader {
    /// There is nobody else.
    int NOBODY = -1;

    /// Goes on to the next user who may have such events and replaces the hits by these, which may be none.
    ///
    /// @return the user, or [#NOBODY]; later ones than the user asked for before
    int next(Hits hits);
}

package app.attune.decide;

import app.attune.core.Progress;
import java.util.List;

/// What decisions can be set beside, and the desks that decide so.
public interface Others {
    /// Models, then versions of rules, the newest of each first; without the newest rules, which decide anyway.
    List<Other> all();

    /// @param now the desk that decides as things stand
    /// @throws app.attune.core.ProblemException `model.unknown`, `model.unreadable`, `model.damaged`,
    ///                                          `rules.unknown-version`
    /// @throws java.util.concurrent.CancellationException if nobody wants it any more
    DecisionDesk desk(Other other, DecisionDesk now, Progress progress);

    /// Nothing to set beside.
    static Others none() {
        return new Others() {
            @Override
            public List<Other> all() {
                return List.of();
            }

            @Override
            public DecisionDesk desk(Other other, DecisionDesk now, Progress progress) {
                return now;
            }
        };
    }
}

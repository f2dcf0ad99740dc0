package app.attune.rules.replay;

import app.attune.core.Progress;

/// Where what rules are replayed on comes from.
@FunctionalInterface
public interface ReplayGroundSource {
    ReplayGround load(Progress progress);
}

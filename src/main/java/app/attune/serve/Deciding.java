package app.attune.serve;

import app.attune.decider.ServerDecision;
import app.attune.decider.ServerRequest;

/// What is decided for one request; called from many threads at once.
@FunctionalInterface
interface Deciding {
    ServerDecision decide(ServerRequest request);
}

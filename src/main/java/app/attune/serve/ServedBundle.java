package app.attune.serve;

import app.attune.decider.ServerDecision;
import app.attune.decider.ServerRequest;

/// A verified bundle and how it decides. A request keeps the one it began with.
///
/// @param rules    its decisions
/// @param rulesOff its decisions with the kill switch pulled
/// @param instead  what anybody gets when deciding takes too long or fails
record ServedBundle(BundleFacts facts, Deciding rules, Deciding rulesOff, ServerDecision instead) {
    ServerDecision decide(ServerRequest request, KillSwitch killSwitch) {
        return (killSwitch.pulled() ? rulesOff : rules).decide(request);
    }
}

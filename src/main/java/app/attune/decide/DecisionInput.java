package app.attune.decide;

import app.attune.core.UserId;
import app.attune.recommend.HistoryItem;
import app.attune.rules.RequestContext;
import app.attune.segments.Profile;
import java.time.Instant;
import java.util.List;

/// All that a decision about one user follows from, without the events: what a server has to know.
///
/// @param user    by whose id rollouts and holdouts are drawn
/// @param at      when it is decided
/// @param context of the request
/// @param history what models look at, in ranking order of the items
public record DecisionInput(
        UserId user, Profile profile, List<HistoryItem> history, Instant at, RequestContext context) {
    public DecisionInput {
        history = List.copyOf(history);
    }

    /// The same of somebody else.
    public DecisionInput with(UserId other) {
        return new DecisionInput(other, profile, history, at, context);
    }

    /// The same at another time.
    public DecisionInput at(Instant other) {
        return new DecisionInput(user, profile, history, other, context);
    }

    /// The same in another request.
    public DecisionInput in(RequestContext other) {
        return new DecisionInput(user, profile, history, at, other);
    }

    /// The same with another profile.
    public DecisionInput with(Profile other) {
        return new DecisionInput(user, other, history, at, context);
    }

    /// The same with another history.
    public DecisionInput with(List<HistoryItem> other) {
        return new DecisionInput(user, profile, other, at, context);
    }
}

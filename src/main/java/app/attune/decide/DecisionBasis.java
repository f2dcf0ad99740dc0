package app.attune.decide;

import app.attune.core.TimeWindow;
import java.util.Optional;

/// The data that decisions rest on, in numbers.
///
/// @param hash changes whenever events or attributes change
/// @param withoutConsent users who have not agreed to personalisation: models do not learn from them, and they get
/// popular
///                       items only
/// @param span from the first event to the last; empty without events
public record DecisionBasis(
        String hash, Optional<TimeWindow> span, long events, int users, int withoutConsent, int items) {}

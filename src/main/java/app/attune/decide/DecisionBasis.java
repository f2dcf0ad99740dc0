package app.attune.decide;

import app.attune.core.TimeWindow;
import java.util.Optional;

/// The data that decisions rest on, in numbers.
///
/// @param hash changes whenever events or attributes change
/// @param span from the first event to the last; empty without events
public record DecisionBasis(String hash, Optional<TimeWindow> span, long events, int users, int items) {}

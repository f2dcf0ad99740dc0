package app.attune.decide;

import app.attune.rules.RuleId;

/// The offer shown next to the list, and the rule it comes from.
public record DecidedOffer(RuleId rule, String code, String text) {}

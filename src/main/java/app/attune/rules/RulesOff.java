package app.attune.rules;

/// Why no rule but Exclude took part in a decision.
public enum RulesOff {
    /// The kill switch is pulled.
    SWITCHED_OFF,
    /// The user is held out.
    HOLDOUT
}

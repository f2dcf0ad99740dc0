package app.attune.segments;

/// What must hold for a user. Two-valued: a comparison with a missing value does not match, unless it asks for the
/// missing value itself or says that it does; a negation of it therefore matches.
public sealed interface Condition
        permits AllOf, AnyOf, NoneOf, MarkedCondition, AttributeCondition, EventCondition, UserCondition {}

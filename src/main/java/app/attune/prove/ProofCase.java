package app.attune.prove;

import app.attune.decider.ServerProfile;

/// A profile that engines are asked about.
public record ProofCase(CaseKind kind, ServerProfile profile) {}

package app.attune.rules.versions;

import app.attune.rules.VersionName;
import java.time.Instant;

/// A name that a version bears for good, such as `black-friday-2026`; no two versions bear the same.
public record RuleTag(VersionName name, int version, String author, Instant at) {}

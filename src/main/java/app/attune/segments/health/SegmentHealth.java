package app.attune.segments.health;

import java.util.List;

/// Everything that speaks against a segment; nothing for a healthy one.
public record SegmentHealth(List<HealthFinding> findings) {
    public SegmentHealth {
        findings = List.copyOf(findings);
    }

    /// "Healthy", or what was found in short.
    public String words() {
        return findings.isEmpty()
                ? "Healthy"
                : String.join(
                        ", ", findings.stream().map(one -> one.kind().words()).toList());
    }
}

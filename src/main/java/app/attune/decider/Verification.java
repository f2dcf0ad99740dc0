package app.attune.decider;

import java.util.List;

/// What the verification of a bundle found.
///
/// @param bundleHash  SHA-256 of its checksum file, which names the whole bundle if that is sound
/// @param files       how many files were checked
/// @param vectors     how many golden decisions were made again
/// @param findings    files that are not what was exported, or can't be used
/// @param differences decisions that came out otherwise, the first of each decision
/// @param signature   who signed it
/// @param waivers     the gates it was exported through although they were closed
public record Verification(
        String bundleHash,
        int files,
        int vectors,
        List<BundleProblem> findings,
        List<Difference> differences,
        BundleSignature signature,
        List<BundleWaiver> waivers) {
    public Verification {
        findings = List.copyOf(findings);
        differences = List.copyOf(differences);
        waivers = List.copyOf(waivers);
    }

    /// Whether the bundle is whole and decides as it says.
    public boolean isSound() {
        return findings.isEmpty() && differences.isEmpty();
    }
}

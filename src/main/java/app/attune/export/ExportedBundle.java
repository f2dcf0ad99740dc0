package app.attune.export;

import app.attune.core.Problem;
import java.nio.file.Path;
import java.util.List;

/// A bundle that was written and verified.
///
/// @param hash    SHA-256 of its checksum file, which names the whole bundle
/// @param withoutConsent users who have not agreed to personalisation, left to popular items
/// @param vectors golden decisions in it, all made again from the files alone
/// @param notes   what the server must make, by rule, and models that are left out
/// @param waivers by which gates were passed that had failed
/// @param fingerprint of the key that signed it
public record ExportedBundle(
        Path folder,
        String hash,
        int files,
        long bytes,
        int rules,
        int segments,
        int withoutConsent,
        int vectors,
        List<Problem> notes,
        List<Waiver> waivers,
        String fingerprint) {
    public ExportedBundle {
        waivers = List.copyOf(waivers);
        notes = List.copyOf(notes);
    }
}

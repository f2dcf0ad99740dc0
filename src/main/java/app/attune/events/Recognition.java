package app.attune.events;

import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import java.util.Optional;

/// What a file was recognised as, or the guess where no preset fits.
///
/// @param preset  the one that fits best; empty for a guess
/// @param score   share of the preset's signs that the file has, from 0 to 1; 0 for a guess
/// @param reason  in a sentence or two: why this preset, or why none
public record Recognition(
        Optional<Preset> preset,
        FileFormat format,
        ImportPreview preview,
        Mapping mapping,
        double score,
        String reason) {}

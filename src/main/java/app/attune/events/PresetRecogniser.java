package app.attune.events;

import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import app.attune.events.read.SourceFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the preset whose signs a file has.
final class PresetRecogniser {
    private static final double NEAR = 0.5;

    private final List<Preset> presets;

    PresetRecogniser(List<Preset> presets) {
        this.presets = presets;
    }

    /// What is made of a source that no preset fits.
    @FunctionalInterface
    interface Guess {
        Mapping of(Source source, ImportPreview preview);
    }

    /// The preset that fits best and whose mapping the file can be imported with, else a guess.
    Recognition recognise(Source source, FileFormat detected, Guess guess) {
        SourceFile file = source.first();
        Map<FileFormat, FileSample> samples = new HashMap<>();
        List<PresetMatch> matches = presets.stream()
                .filter(preset -> preset.format().fits(detected))
                .flatMap(preset -> matches(preset, file, detected, samples).stream())
                .sorted(Comparator.comparingInt(PresetMatch::rank).reversed())
                .toList();
        for (PresetMatch match : matches) {
            if (match.fits()) {
                Recognition found = apply(match, source);
                if (found.mapping().problems(found.preview().columnNames()).isEmpty()) {
                    return found;
                }
            }
        }
        ImportPreview preview = ImportPreview.of(source, detected);
        return new Recognition(Optional.empty(), detected, preview, guess.of(source, preview), 0, reason(matches));
    }

    /// What a preset makes of a file, whether it fits or not.
    static Recognition use(Preset preset, Source source, FileFormat detected) {
        SourceFile file = source.first();
        PresetMatch best = matches(preset, file, detected, new HashMap<>()).stream()
                .max(Comparator.comparingDouble(PresetMatch::score))
                .orElseThrow();
        return apply(best, source);
    }

    private static List<PresetMatch> matches(
            Preset preset, SourceFile file, FileFormat detected, Map<FileFormat, FileSample> samples) {
        return preset.format().over(detected).stream()
                .map(format -> PresetMatch.of(
                        preset, format, samples.computeIfAbsent(format, way -> FileSample.of(file, way)), file.name()))
                .toList();
    }

    private static Recognition apply(PresetMatch match, Source source) {
        ImportPreview preview = ImportPreview.of(source, match.format());
        String reason = match.fits() ? match.reason() : "Chosen by hand. " + match.nearMiss();
        return new Recognition(
                Optional.of(match.preset()),
                match.format(),
                preview,
                match.preset().mapping(preview),
                match.score(),
                reason);
    }

    private static String reason(List<PresetMatch> matches) {
        String near = matches.stream()
                .filter(match -> match.score() >= NEAR && !match.fits())
                .max(Comparator.comparingDouble(PresetMatch::score))
                .map(match -> " " + match.nearMiss())
                .orElse("");
        return "No preset fits, so the meaning of the columns is guessed from their names and values." + near;
    }
}

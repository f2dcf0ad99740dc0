package app.attune.events.ui;

import app.attune.events.FittingMapping;
import app.attune.events.ImportService;
import app.attune.events.Mapping;
import app.attune.events.MappingService;
import app.attune.events.Preset;
import app.attune.events.Recognition;
import app.attune.events.SavedMapping;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FormatChoices;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import java.util.Optional;

/// How a source is to be read: what was detected, the first rows, what else can be chosen, what the columns mean, and
/// whose choice that was.
record ImportSettings(
        FileFormat detected, ImportPreview preview, FormatChoices choices, Mapping mapping, Origin origin) {
    /// By the saved mapping that was made for these columns, else by the preset whose signs the source has, else
    /// guessed.
    static ImportSettings of(ImportService imports, MappingService mappings, Source source) {
        FileFormat detected = imports.detect(source);
        return mappings.match(source, detected)
                .map(found -> saved(source, detected, found))
                .orElseGet(() -> recognised(imports, source, detected));
    }

    /// By the preset whose signs the source has, else guessed.
    static ImportSettings recognised(ImportService imports, Source source) {
        return recognised(imports, source, imports.detect(source));
    }

    private static ImportSettings recognised(ImportService imports, Source source, FileFormat detected) {
        Recognition found = imports.recognise(source, detected);
        return found.preset().isPresent()
                ? of(source, detected, found)
                : guessed(imports, source, detected, new Origin.Guessed(found.reason()));
    }

    /// As a preset reads it, whether the source has its signs or not.
    static ImportSettings preset(ImportService imports, Source source, Preset preset) {
        FileFormat detected = imports.detect(source);
        return of(source, detected, imports.use(preset, source, detected));
    }

    private static ImportSettings of(Source source, FileFormat detected, Recognition found) {
        Origin origin = found.preset()
                .<Origin>map(preset -> new Origin.FromPreset(preset.id(), preset.name(), found.reason()))
                .orElseGet(() -> new Origin.Guessed(found.reason()));
        return new ImportSettings(
                detected, found.preview(), FormatChoices.of(source, found.format()), found.mapping(), origin);
    }

    /// Without a preset. A JSON document that is one record as a whole is read from its first list of records.
    static ImportSettings guessed(ImportService imports, Source source, Origin.Guessed origin) {
        return guessed(imports, source, imports.detect(source), origin);
    }

    private static ImportSettings guessed(ImportService imports, Source source, FileFormat detected, Origin origin) {
        ImportPreview whole = imports.preview(source, detected);
        FormatChoices choices = FormatChoices.of(source, detected);
        Optional<FileFormat> lower = choices.layouts().stream()
                .filter(place -> place.startsWith("/") && whole.rows().size() <= 1)
                .findFirst()
                .map(detected::withLayout);
        ImportPreview preview = lower.map(format -> imports.preview(source, format))
                .filter(rows -> rows.rows().size() > whole.rows().size())
                .orElse(whole);
        return new ImportSettings(
                detected,
                preview,
                preview.equals(whole) ? choices : FormatChoices.of(source, preview.format()),
                imports.guess(source, preview),
                origin);
    }

    /// By a saved mapping, whether or not it was made for this source.
    static ImportSettings saved(ImportService imports, Source source, SavedMapping saved) {
        FileFormat detected = imports.detect(source);
        return saved(source, detected, FittingMapping.of(saved, source, detected));
    }

    private static ImportSettings saved(Source source, FileFormat detected, FittingMapping found) {
        return new ImportSettings(
                detected,
                found.preview(),
                FormatChoices.of(source, found.saved().format()),
                found.saved().mapping(),
                new Origin.Saved(found.saved().name(), found.note()));
    }

    /// Read in another format. What is known of columns that stay stays; if none stays, all is guessed.
    ImportSettings in(ImportService imports, Source source, FileFormat format) {
        ImportPreview found = imports.preview(source, format);
        Mapping guess = imports.guess(source, found);
        boolean same = preview.columnNames().equals(found.columnNames());
        Mapping next = same ? mapping : MappingMerge.of(mapping, guess, found.columnNames());
        boolean kept = found.columnNames().containsAll(preview.columnNames());
        return new ImportSettings(
                detected, found, FormatChoices.of(source, format), next, kept ? origin : new Origin.Guessed(""));
    }

    ImportSettings with(Mapping other) {
        return new ImportSettings(detected, preview, choices, other, origin);
    }

    ImportSettings with(Origin other) {
        return new ImportSettings(detected, preview, choices, mapping, other);
    }
}

package app.attune.events.ui;

import app.attune.events.ImportService;
import app.attune.events.Mapping;
import app.attune.events.MappingService;
import app.attune.events.SavedMapping;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import java.nio.file.Path;
import java.util.Optional;

/// How a file is to be read: what was detected, the first rows, what the columns mean, and whose choice that was.
///
/// @param applied the name of the saved mapping it is from; empty when it was guessed
record ImportSettings(FileFormat detected, ImportPreview preview, Mapping mapping, Optional<String> applied) {
    /// By the saved mapping that was made for the columns of this file, else guessed.
    static ImportSettings of(ImportService imports, MappingService mappings, Path file) {
        FileFormat detected = imports.detect(file);
        return mappings.match(file, detected)
                .map(saved -> of(imports, file, saved, detected))
                .orElseGet(() -> guessed(imports, file, detected));
    }

    static ImportSettings guessed(ImportService imports, Path file, FileFormat format) {
        ImportPreview preview = imports.preview(file, format);
        return new ImportSettings(format, preview, imports.guess(preview), Optional.empty());
    }

    /// By a saved mapping, whether or not it was made for this file.
    static ImportSettings of(ImportService imports, Path file, SavedMapping saved, FileFormat detected) {
        ImportPreview preview = imports.preview(file, saved.format());
        return new ImportSettings(detected, preview, saved.mapping(), Optional.of(saved.name()));
    }
}

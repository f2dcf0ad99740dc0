package app.attune.events.ui;

import app.attune.events.ImportService;
import app.attune.events.MappingService;
import app.attune.events.read.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What was found in files that were chosen.
///
/// @param sources  in the order they are imported
/// @param settings how the first of them is read
/// @param files    of a folder or archive, to choose among
record Looked(List<Source> sources, ImportSettings settings, Optional<FileChoice> files) {
    /// Looks into files.
    record At(ImportService imports, MappingService mappings) {
        /// Of a folder or archive those that a saved mapping was made for, else those with the same columns.
        Looked paths(List<Path> chosen) {
            if (chosen.size() > 1) {
                return sources(Source.together(chosen));
            }
            String place = chosen.getFirst().toString();
            return mappings.chosen(place)
                    .map(saved -> files(place, List.of(saved.source()), saved.names()))
                    .orElseGet(() -> files(place, Source.together(chosen), List.of()));
        }

        /// Those of a folder or archive that have one of these names or fit a pattern among them.
        Looked among(String place, List<String> names) {
            return files(place, Source.among(place, names), names);
        }

        Looked sources(List<Source> found) {
            return new Looked(found, settings(found), Optional.empty());
        }

        private Looked files(String place, List<Source> found, List<String> wanted) {
            return new Looked(found, settings(found), FileChoice.of(place, found, wanted));
        }

        private ImportSettings settings(List<Source> found) {
            return ImportSettings.of(imports, mappings, found.getFirst());
        }
    }
}

package app.attune.workbench;

import app.attune.core.Progress;
import app.attune.events.ImportReport;
import app.attune.events.ImportService;
import app.attune.events.read.FileFormat;
import app.attune.events.sample.BundledSample;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings the bundled sample into a workspace: whatever of it is not there yet.
final class SampleImport {
    private static final List<String> FILES = List.of("items.csv.gz", "users.csv.gz", "events.csv.gz");

    private SampleImport() {}

    static void into(ImportService imports, Progress progress) {
        Set<String> there =
                imports.imports().stream().map(ImportReport::sourceName).collect(Collectors.toSet());
        for (String name : FILES) {
            if (!there.contains(name)) {
                Path file = BundledSample.directory().resolve(name);
                FileFormat format = imports.detect(file);
                imports.importFile(file, format, imports.guess(imports.preview(file, format)), progress);
            }
        }
    }
}

package app.attune.events.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledSampleTest {
    @Test
    void theProjectsSampleIsFoundFromItsClasses() {
        assertEquals(Path.of("sample-datasets").toAbsolutePath(), BundledSample.directory());
    }

    @Test
    void aFolderBesideTheJarIsFound(@TempDir Path directory) throws IOException {
        Path sample = Files.createDirectories(directory.resolve("app/sample-datasets"));
        Files.createFile(sample.resolve("events.csv.gz"));
        assertEquals(Optional.of(sample), BundledSample.find(directory.resolve("app/attune.jar")));
    }

    @Test
    void whereThereIsNoneNothingIsFound(@TempDir Path directory) {
        assertEquals(Optional.empty(), BundledSample.find(directory.resolve("a/b/c/d/attune.jar")));
    }
}

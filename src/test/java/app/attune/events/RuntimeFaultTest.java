package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.RuntimeFault;
import app.attune.events.read.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the Java runtime itself refuses ends an import like everything else: with a problem, and nothing half-done.
class RuntimeFaultTest {
    @TempDir
    Path folder;

    @Test
    void anErrorInMidImportLeavesNothing() throws IOException {
        String row = "u1,2026-01-01,view\n";
        Path file = EventsFixture.write(folder, "user_id,time,event\n" + row.repeat(300_000));
        List<Supplier<Error>> errors = List.of(
                () -> new OutOfMemoryError("Java heap space"),
                StackOverflowError::new,
                () -> new NoClassDefFoundError("org/tukaani/xz/XZ"));
        try (EventsFixture events = new EventsFixture()) {
            FileFormat format = events.service.detect(file);
            Mapping mapping = events.service.guess(events.service.preview(file, format));
            for (Supplier<Error> error : errors) {
                Progress failing = new Failing(error);
                assertThrows(error.get().getClass(), () -> events.service.importFile(file, format, mapping, failing));
                assertEquals(0, events.frame().eventCount());
                assertTrue(events.service.imports().isEmpty());
            }
            assertEquals(300_000, events.importGuessed(file).accepted());
        }
    }

    @Test
    void errorsBecomeProblemsInWords() {
        Problem memory = problem(new CompletionException(new OutOfMemoryError("Java heap space")));
        assertEquals("app.out-of-memory", memory.code());
        assertTrue(memory.message().matches("Attune ran out of memory: it may use [0-9,]+ MB\\..*"), memory.message());
        assertEquals("app.too-deep", problem(new StackOverflowError()).code());
        Problem missing = problem(new NoClassDefFoundError("org/tukaani/xz/XZ"));
        assertTrue(missing.message().contains("org/tukaani/xz/XZ"), missing.message());
        assertTrue(RuntimeFault.of(new IllegalStateException("no")).isEmpty());
    }

    @Test
    void anAvroBlockThatClaimsTwoGigabytesIsAProblem() throws IOException {
        byte[] header = Files.readAllBytes(avro("""
                {"type": "record", "name": "R", "fields": [{"name": "user", "type": "string"}]}"""));
        byte[] claims = {2, -2, -1, -1, -1, 15};
        byte[] all = new byte[header.length + claims.length];
        System.arraycopy(header, 0, all, 0, header.length);
        System.arraycopy(claims, 0, all, header.length, claims.length);
        Problem problem = refused(Files.write(folder.resolve("claims.avro"), all));
        assertEquals("import.too-large", problem.code(), problem.toString());
    }

    @Test
    void anAvroRecordInsideItselfWithoutEndIsAProblem() throws IOException {
        byte[] header = Files.readAllBytes(avro("""
                {"type": "record", "name": "R", "fields": [{"name": "self", "type": "R"}]}"""));
        byte[] sync = Arrays.copyOfRange(header, header.length - 16, header.length);
        byte[] all = Arrays.copyOf(header, header.length + 18);
        all[header.length] = 2;
        System.arraycopy(sync, 0, all, header.length + 2, 16);
        Problem problem = refused(Files.write(folder.resolve("endless.avro"), all));
        assertEquals("import.damaged", problem.code(), problem.toString());
        assertTrue(problem.message().contains("nested too deep"), problem.message());
    }

    private static Problem problem(Throwable thrown) {
        return RuntimeFault.of(thrown).orElseThrow();
    }

    private static Problem refused(Path file) {
        try (EventsFixture events = new EventsFixture()) {
            Problem problem = assertThrows(ProblemException.class, () -> events.importGuessed(file))
                    .problem();
            assertEquals(0, events.frame().eventCount());
            return problem;
        }
    }

    private Path avro(String schema) throws IOException {
        Path file = folder.resolve("head.avro");
        Schema parsed = new Schema.Parser().parse(schema);
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(parsed))) {
            writer.create(parsed, file.toFile());
        }
        return file;
    }

    /// Fails when the import is well under way.
    private static final class Failing implements Progress {
        private final Supplier<Error> error;
        private int reports;

        Failing(Supplier<Error> error) {
            this.error = error;
        }

        @Override
        public void report(String stage, long done, long total) {
            if (done > 0 && ++reports > 10) {
                throw error.get();
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}

package app.attune.events;

import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import app.attune.events.store.H2EventStore;
import app.attune.events.store.H2MappingStore;
import app.attune.profiles.Population;
import app.attune.profiles.PopulationService;
import app.attune.profiles.store.H2ProfileStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/// An event log in memory with everything around it, for tests.
public final class EventsFixture implements AutoCloseable {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    public final Database database;
    public final H2EventStore store;
    public final ImportService service;
    public final MappingService mappings;
    public final PopulationService population;

    public EventsFixture() {
        this(Database.inMemory("events"), FrameCache.none());
    }

    public EventsFixture(Database database, FrameCache cache) {
        this.database = database;
        Migrations.bundled().apply(database);
        store = new H2EventStore(database, cache);
        service = new ImportService(store, CLOCK, ForkJoinPool.commonPool(), new DiskRoom(() -> Long.MAX_VALUE));
        mappings = new MappingService(new H2MappingStore(database), CLOCK);
        population = new PopulationService(store, new H2ProfileStore(store));
    }

    /// Imports with everything guessed.
    public ImportReport importGuessed(Path file) {
        FileFormat format = service.detect(file);
        ImportPreview preview = service.preview(file, format);
        return service.importFile(file, format, service.guess(preview), Progress.none());
    }

    public ImportReport importText(Path folder, String text) throws IOException {
        return importGuessed(write(folder, text));
    }

    public static Path write(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text, StandardCharsets.UTF_8);
    }

    public EventFrame frame() {
        return store.frame(Progress.none());
    }

    public Population people() {
        return population.current(Progress.none());
    }

    /// The frame as one line of text per event, in order.
    public static List<String> lines(EventFrame frame) {
        List<String> lines = new ArrayList<>();
        for (int user = 0; user < frame.userCount(); user++) {
            for (int row = frame.from(user); row < frame.to(user); row++) {
                StringBuilder line = new StringBuilder(frame.users().text(user))
                        .append(' ')
                        .append(Instant.ofEpochMilli(frame.time(row)))
                        .append(' ')
                        .append(frame.types().text(frame.type(row)))
                        .append(' ')
                        .append(frame.item(row) < 0 ? "-" : frame.items().text(frame.item(row)))
                        .append(' ')
                        .append(frame.value(row));
                for (Column column : frame.properties()) {
                    line.append(' ').append(column.name()).append('=').append(column.display(row));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    @Override
    public void close() {
        database.close();
    }
}

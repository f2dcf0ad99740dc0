package app.attune.bench;

import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.core.sql.Database;
import app.attune.events.ActiveUsers;
import app.attune.events.ColumnRole;
import app.attune.events.EventsFixture;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import app.attune.events.read.FileFormat;
import app.attune.events.store.MappedFrameCache;
import app.attune.profiles.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/// The made-up shop as a workspace on the disk: its events and its users, imported once per build folder and opened
/// from
/// the sidecar.
final class Shop {
    private static final Mapping USERS = Mapping.events(
                    List.of(
                            MappedColumn.of("user_id", ColumnRole.USER),
                            MappedColumn.of("country", ColumnRole.PROPERTY)),
                    "")
            .withRows(RowKind.USERS);

    private static final TimeWindow WHOLE = new TimeWindow(ShopQuery.AS_OF.minus(Duration.ofDays(90)), ShopQuery.AS_OF);

    private final Population population;
    private final int[] numbers;

    private Shop(Population population) {
        this.population = population;
        numbers = population.events().users().texts().stream()
                .mapToInt(id -> Integer.parseInt(id.substring(1)))
                .toArray();
    }

    /// Imports what is missing.
    static Shop open(int rows) throws IOException {
        Path home = ShopEvents.folder().resolve("shop-" + ShopEvents.name(rows));
        Path done = home.resolve("imported");
        Files.createDirectories(home);
        boolean fresh = !Files.exists(done);
        try (EventsFixture events =
                new EventsFixture(Database.open(home.resolve("store.mv.db")), new MappedFrameCache(home))) {
            if (fresh) {
                FileFormat csv = FileFormat.csv();
                events.service.importFile(ShopEvents.file(rows), csv, ShopEvents.mapping(), Progress.none());
                events.service.importFile(ShopEvents.users(rows), csv, USERS, Progress.none());
                Files.createFile(done);
            }
            return new Shop(events.people());
        }
    }

    Population population() {
        return population;
    }

    /// The numbers that users of these positions have in their ids, ascending.
    long[] numbers(RoaringBitmap users) {
        return IntStream.of(users.toArray())
                .map(user -> numbers[user])
                .sorted()
                .asLongStream()
                .toArray();
    }

    List<String> ids(RoaringBitmap users) {
        return IntStream.of(users.toArray())
                .mapToObj(population.events().users()::text)
                .toList();
    }

    /// How many of these users did anything on each day.
    long[] activeByDay(RoaringBitmap users) {
        return IntStream.of(ActiveUsers.count(population.events(), users.toArray(), WHOLE))
                .asLongStream()
                .toArray();
    }
}

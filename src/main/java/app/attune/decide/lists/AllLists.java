package app.attune.decide.lists;

import app.attune.core.ItemId;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Sha256;
import app.attune.core.UserId;
import app.attune.decide.Consent;
import app.attune.decide.DecisionDesk;
import app.attune.decide.HistoryReader;
import app.attune.events.TableFile;
import app.attune.profiles.Population;
import app.attune.recommend.RecommenderModel;
import app.attune.recommend.RerankedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/// Lists for everybody who is known at a time and agreed to personalisation, by id, whole or not at all: the same data,
/// models and rules give the same bytes.
public final class AllLists {
    private static final int USERS_BETWEEN_REPORTS = 256;

    private final Population population;
    private final Instant asOf;
    private final IntFunction<List<UserList.Entry>> entries;
    private int users;
    private int without;
    private long items;
    private final Set<String> guarded = new HashSet<>();

    private AllLists(Population population, Instant asOf, IntFunction<List<UserList.Entry>> entries) {
        this.population = population;
        this.asOf = asOf;
        this.entries = entries;
    }

    /// What everybody gets: models, rules and fallbacks, in a request that says nothing.
    public static AllLists ofDecisions(DecisionDesk desk) {
        return new AllLists(
                desk.setup().population(),
                desk.setup().asOf(),
                userIdx -> desk.list(userIdx).stream()
                        .map(item -> new UserList.Entry(item.item(), item.score()))
                        .toList());
    }

    /// What one model alone gives everybody at the time of the desk, without rules and fallbacks.
    ///
    /// @param histories weighed as the model was trained
    public static AllLists ofModel(RecommenderModel model, HistoryReader histories, DecisionDesk desk) {
        Instant asOf = desk.setup().asOf();
        int length = desk.setup().length();
        return new AllLists(
                desk.setup().population(),
                asOf,
                userIdx -> model.rank(histories.history(userIdx, asOf), length, Set.<ItemId>of()).stream()
                        .map(found -> new UserList.Entry(found.item(), found.score()))
                        .toList());
    }

    /// What one model alone gives everybody, re-ranked; an item's score is that of its place, so scores never rise.
    ///
    /// @param histories weighed as the model was trained
    public static AllLists ofReranked(RerankedModel model, HistoryReader histories, DecisionDesk desk) {
        Instant asOf = desk.setup().asOf();
        int length = desk.setup().length();
        return new AllLists(
                desk.setup().population(),
                asOf,
                userIdx -> model.list(histories.history(userIdx, asOf), length).items().stream()
                        .map(placed -> new UserList.Entry(model.item(placed.itemIdx()), placed.carried()))
                        .toList());
    }

    /// Writes the file and its checksum beside it.
    ///
    /// @throws ProblemException `data.not-written`
    /// @throws java.util.concurrent.CancellationException if nobody wants it any more; no file is left
    public synchronized ListsFile write(ListsRequest request, Progress progress) {
        users = 0;
        items = 0;
        without = 0;
        guarded.clear();
        RoaringBitmap known = population.knownAt(asOf);
        RoaringBitmap agreed = RoaringBitmap.andNot(known, Consent.withheld(population, asOf));
        try (PartFile list = new PartFile(request.file());
                PartFile checksum = new PartFile(ListsFile.checksum(request.file()))) {
            ListWriters.of(request).write(list.part(), lists(known, agreed, progress));
            String sha256 = Sha256.of(list.part());
            Files.writeString(checksum.part(), sha256 + "  " + request.file().getFileName() + "\n");
            list.keep();
            checksum.keep();
            int withheld = known.getCardinality() - agreed.getCardinality();
            return new ListsFile(request, users, items, withheld, without, guarded.size(), sha256);
        } catch (IOException | UncheckedIOException e) {
            throw notWritten(request.file(), e);
        }
    }

    /// A file in the making, gone at the end unless it is kept.
    private record PartFile(Path file) implements AutoCloseable {
        Path part() {
            return file.resolveSibling(file.getFileName() + ".part");
        }

        void keep() throws IOException {
            Files.move(part(), file, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(part());
        }
    }

    /// Of everybody known, an empty one where there is nothing or must be nothing.
    private Stream<UserList> lists(RoaringBitmap known, RoaringBitmap agreed, Progress progress) {
        int[] order = byId(known);
        return IntStream.range(0, order.length).mapToObj(at -> {
            if (at % USERS_BETWEEN_REPORTS == 0) {
                progress.report("Writing lists", at, order.length);
            }
            progress.checkpoint();
            UserId user = new UserId(population.events().users().text(order[at]));
            return agreed.contains(order[at]) ? counted(user, order[at]) : new UserList(user, List.of());
        });
    }

    private int[] byId(RoaringBitmap known) {
        return Arrays.stream(known.toArray())
                .boxed()
                .sorted((a, b) -> population
                        .events()
                        .users()
                        .text(a)
                        .compareTo(population.events().users().text(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private UserList counted(UserId user, int userIdx) {
        List<UserList.Entry> list = entries.apply(userIdx);
        users += list.isEmpty() ? 0 : 1;
        without += list.isEmpty() ? 1 : 0;
        items += list.size();
        if (!list.isEmpty() && TableFile.isGuarded(user.value())) {
            guarded.add(user.value());
        }
        list.stream()
                .map(entry -> entry.item().value())
                .filter(TableFile::isGuarded)
                .forEach(guarded::add);
        return new UserList(user, list);
    }

    private static ProblemException notWritten(Path target, Exception cause) {
        return new ProblemException(
                new Problem(
                        "data.not-written",
                        "Can't write " + target + ": " + cause.getMessage() + ".",
                        "Choose a folder you may write to, with space on its disk."),
                cause);
    }
}

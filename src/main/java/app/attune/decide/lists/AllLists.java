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
import app.attune.profiles.Population;
import app.attune.recommend.RecommenderModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
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
                userIdx -> desk.decide(userIdx).items().stream()
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

    /// Writes the file and its checksum beside it.
    ///
    /// @throws ProblemException `data.not-written`
    /// @throws java.util.concurrent.CancellationException if nobody wants it any more; no file is left
    public synchronized ListsFile write(ListsRequest request, Progress progress) {
        users = 0;
        items = 0;
        without = 0;
        RoaringBitmap known = population.knownAt(asOf);
        RoaringBitmap agreed = RoaringBitmap.andNot(known, Consent.withheld(population, asOf));
        Path part = request.file().resolveSibling(request.file().getFileName() + ".part");
        try {
            try {
                ListWriters.of(request).write(part, lists(agreed, progress));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(part);
                throw e;
            }
            String sha256 = Sha256.of(part);
            Files.move(part, request.file(), StandardCopyOption.REPLACE_EXISTING);
            int withheld = known.getCardinality() - agreed.getCardinality();
            ListsFile written = new ListsFile(request, users, items, withheld, without, sha256);
            Files.writeString(written.checksum(), sha256 + "  " + request.file().getFileName() + "\n");
            return written;
        } catch (IOException | UncheckedIOException e) {
            throw notWritten(request.file(), e);
        }
    }

    private Stream<UserList> lists(RoaringBitmap agreed, Progress progress) {
        int[] order = byId(agreed);
        return IntStream.range(0, order.length)
                .mapToObj(at -> {
                    if (at % USERS_BETWEEN_REPORTS == 0) {
                        progress.report("Writing lists", at, order.length);
                    }
                    progress.checkpoint();
                    return counted(order[at]);
                })
                .filter(list -> !list.items().isEmpty());
    }

    private int[] byId(RoaringBitmap agreed) {
        return Arrays.stream(agreed.toArray())
                .boxed()
                .sorted((a, b) -> population
                        .events()
                        .users()
                        .text(a)
                        .compareTo(population.events().users().text(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private UserList counted(int userIdx) {
        List<UserList.Entry> list = entries.apply(userIdx);
        users += list.isEmpty() ? 0 : 1;
        without += list.isEmpty() ? 1 : 0;
        items += list.size();
        return new UserList(new UserId(population.events().users().text(userIdx)), list);
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

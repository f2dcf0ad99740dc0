package app.attune.recommend.store;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.recommend.tune.Search;
import app.attune.recommend.tune.SearchId;
import app.attune.recommend.tune.SearchRequest;
import app.attune.recommend.tune.SearchStore;
import app.attune.recommend.tune.TestLook;
import app.attune.recommend.tune.Trial;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Searches as files of lines, `models/searches/ease-search-1.jsonl`: what is searched, then a line for each trial and
/// look, on the disk before the next trial begins. A line that was cut off while it was written never counted.
public final class SearchFiles implements SearchStore {
    private static final String ENDING = ".jsonl";
    private static final byte LINE_FEED = '\n';

    private final Path folder;

    /// @param models the workspace's folder of models
    public SearchFiles(Path models) {
        this.folder = models.resolve("searches");
    }

    @Override
    public synchronized Search add(SearchRequest request, Search.Ground ground) {
        String kind = request.plan().space().algorithm().kind();
        int highest = list().stream()
                .filter(id -> id.kind().equals(kind))
                .mapToInt(SearchId::number)
                .max()
                .orElse(0);
        Search search = new Search(new SearchId(kind, highest + 1), request, ground, List.of(), List.of());
        try {
            write(search.id(), SearchJson.header(search));
        } catch (ProblemException e) {
            remove(search.id(), e);
            throw e;
        }
        return search;
    }

    /// What was begun and could not be written.
    private void remove(SearchId id, ProblemException cause) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public synchronized void append(SearchId id, Trial trial) {
        write(id, SearchJson.trial(trial));
    }

    @Override
    public synchronized void append(SearchId id, TestLook look) {
        write(id, SearchJson.look(look));
    }

    @Override
    public List<SearchId> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z][a-z0-9-]*-search-[1-9][0-9]{0,8}\\.jsonl"))
                    .map(name -> SearchId.of(name.substring(0, name.length() - ENDING.length())))
                    .sorted(Comparator.comparing(SearchId::kind)
                            .thenComparing(SearchId::number, Comparator.reverseOrder()))
                    .toList();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    @Override
    public synchronized Optional<Search> find(SearchId id) {
        Path file = file(id);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(read(id, whole(bytes)));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private Path file(SearchId id) {
        return folder.resolve(id + ENDING);
    }

    /// Without a line that was cut off.
    private static List<String> whole(byte[] bytes) {
        String text = new String(bytes, 0, endOfLines(bytes), StandardCharsets.UTF_8);
        return text.lines().toList();
    }

    private static int endOfLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != LINE_FEED) {
            end--;
        }
        return end;
    }

    private Search read(SearchId id, List<String> lines) {
        List<Trial> trials = new ArrayList<>();
        List<TestLook> looks = new ArrayList<>();
        Optional<Search> search = Optional.empty();
        for (int line = 0; line < lines.size(); line++) {
            try {
                JsonNode value = SummedLine.read(lines.get(line));
                if (line == 0) {
                    search = Optional.of(SearchJson.search(id, value));
                } else {
                    add(value, search.orElseThrow(), trials, looks);
                }
            } catch (IllegalArgumentException | DateTimeException | ProblemException e) {
                throw damaged(id, line + 1, trials.size(), e);
            }
        }
        Search header = search.orElseThrow(
                () -> damaged(id, 1, 0, new IllegalArgumentException("there is no whole line in it")));
        return new Search(id, header.request(), header.ground(), trials, looks);
    }

    private static void add(JsonNode value, Search search, List<Trial> trials, List<TestLook> looks) {
        if (value.has("afterTrials")) {
            TestLook look = SearchJson.look(value);
            requireBefore(look.afterTrials(), trials);
            looks.add(look);
            return;
        }
        Trial trial = SearchJson.trial(search.request(), value);
        requireBefore(trial.number() - 1, trials);
        trials.add(trial);
    }

    private static void requireBefore(int count, List<Trial> trials) {
        if (trials.size() != count) {
            throw new IllegalArgumentException(count + " trials belong before it, " + trials.size() + " are there");
        }
    }

    private void write(SearchId id, JsonNode value) {
        Path file = file(id);
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.position(endOfLines(channel));
                channel.truncate(channel.position());
                ByteBuffer bytes = ByteBuffer.wrap((SummedLine.of(value) + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static long endOfLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == LINE_FEED) {
                break;
            }
            end--;
        }
        return end;
    }

    private ProblemException damaged(SearchId id, int line, int before, Exception cause) {
        return new ProblemException(
                new Problem(
                        "tune.damaged",
                        "The search " + id + " cannot be read: line " + line + " of " + file(id) + " is damaged ("
                                + cause.getMessage() + ").",
                        "Put the file back from an archive, or begin a new search; the file stays as it is, with "
                                + before + " trials before that line."),
                cause);
    }

    private static ProblemException failed(Path file, IOException cause) {
        return new ProblemException(
                new Problem(
                        "tune.file-failed",
                        "The searches could not be read or written: " + file + " (" + cause.getMessage() + ").",
                        "Check that the disk is there, has space, and lets you write in this folder."),
                cause);
    }
}

package app.attune.prove;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An engine that was started: contexts go in as lines, answers come out as lines.
///
/// Texts beyond ASCII go as escapes, so that halves of letters arrive as they are.
final class EngineProcess implements AutoCloseable {
    private static final ObjectWriter LINES = Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private static final int TOLD = 300;
    private static final int COMPLAINTS = 5;
    private static final int AHEAD = 4096;

    private final Engine engine;
    private final Duration patience;
    private final Process process;
    private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(AHEAD);
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /// What came out; the end is one without text.
    private record Line(String text, boolean end) {}

    private EngineProcess(Engine engine, Duration patience, Process process) {
        this.engine = engine;
        this.patience = patience;
        this.process = process;
    }

    /// @param patience how long an engine may say nothing
    /// @throws ProblemException `prove.engine-start`
    static EngineProcess start(Engine engine, List<String> command, Duration patience) {
        try {
            EngineProcess started = new EngineProcess(engine, patience, new ProcessBuilder(command).start());
            started.tasks.execute(started::read);
            started.tasks.execute(started::complain);
            return started;
        } catch (IOException e) {
            throw ProblemException.of(
                    "prove.engine-start",
                    "Can't start " + engine.name() + ": " + e.getMessage() + ".",
                    "Install it: " + engine.install());
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String text = out.readLine(); text != null; text = out.readLine()) {
                lines.put(new Line(text, false));
            }
        } catch (IOException e) {
            complaints.add(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Thread.currentThread().isInterrupted()) {
            putEnd();
        }
    }

    private void putEnd() {
        try {
            lines.put(new Line("", true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complain() {
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            err.lines().forEach(line -> {
                if (complaints.size() < COMPLAINTS) {
                    complaints.add(line);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
    }

    /// Sends in a task of its own, as an engine may answer while it still reads.
    void send(Stream<JsonNode> contexts) {
        tasks.execute(() -> {
            try (BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8)) {
                for (Iterator<JsonNode> each = contexts.iterator(); each.hasNext(); ) {
                    in.write(LINES.writeValueAsString(each.next()));
                    in.write('\n');
                }
            } catch (IOException e) {
                // An engine that no longer listens is found by what it does not answer.
                complaints.add(String.valueOf(e.getMessage()));
            }
        });
    }

    /// The next line.
    ///
    /// @throws ProblemException `prove.engine-silent`, `prove.engine-ended`, `prove.engine-words`
    JsonNode next(Progress progress) {
        long waited = 0;
        while (true) {
            progress.checkpoint();
            Line line = poll();
            if (line != null) {
                return node(line);
            }
            waited += 50;
            if (waited > patience.toMillis()) {
                throw ProblemException.of(
                        "prove.engine-silent",
                        engine.name() + " has said nothing for " + patience.toSeconds() + " seconds.",
                        "Try it again when the machine is less busy, or with fewer --cases.");
            }
        }
    }

    @org.jspecify.annotations.Nullable
    private Line poll() {
        try {
            return lines.poll(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("Interrupted");
        }
    }

    private JsonNode node(Line line) {
        if (line.end()) {
            throw ProblemException.of(
                    "prove.engine-ended",
                    engine.name() + " ended before it answered everything" + said() + ".",
                    "Install it again: " + engine.install());
        }
        try {
            JsonNode node = Json.mapper().readTree(line.text());
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // Told below, with what it said.
        }
        throw ProblemException.of(
                "prove.engine-words",
                engine.name() + " said what is no answer: "
                        + line.text().substring(0, Math.min(TOLD, line.text().length())) + ".",
                "A runner prints JSON objects only, one a line.");
    }

    private String said() {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                return "";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String words = String.join(" ", complaints).strip();
        return " (exit code " + process.exitValue() + (words.isEmpty() ? "" : ": " + words) + ")";
    }

    /// Stops it, whatever it is doing.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        tasks.shutdownNow();
        tasks.close();
    }
}

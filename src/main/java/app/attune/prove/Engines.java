package app.attune.prove;

import app.attune.core.NearNames;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The engines that are known, and those that a folder of engines names of its own.
public final class Engines {
    private static final String FILE = "engines.json";

    private Engines() {}

    /// A folder may have an `engines.json` with engines of its own; one with a known name takes its place.
    ///
    /// @throws ProblemException `prove.engines`, `json.unreadable`
    public static List<Engine> in(Path folder) {
        Map<String, Engine> engines = new LinkedHashMap<>();
        known().forEach(engine -> engines.put(engine.name(), engine));
        Path own = folder.resolve(FILE);
        if (Files.isRegularFile(own)) {
            read(text(own), own.toString()).forEach(engine -> engines.put(engine.name(), engine));
        }
        return List.copyOf(engines.values());
    }

    /// @throws ProblemException `prove.unknown-engine` with those that are known
    public static Engine named(String name, List<Engine> engines) {
        List<String> names = engines.stream().map(Engine::name).toList();
        return engines.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "prove.unknown-engine",
                        "The engine " + name + " is not known; known are " + String.join(", ", names) + ".",
                        NearNames.question(name, names).orElse("Choose one of them.")));
    }

    static List<Engine> known() {
        try (InputStream in = Objects.requireNonNull(Engines.class.getResourceAsStream("/prove/" + FILE))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "prove.engines",
                            "Can't read " + file + ": " + e.getMessage() + ".",
                            "Check that it is UTF-8 text that you may read."),
                    e);
        }
    }

    private static List<Engine> read(String text, String place) {
        List<Engine> engines = new ArrayList<>();
        for (JsonNode node : Json.read(text, place).path("engines")) {
            List<String> run = new ArrayList<>();
            node.path("run").forEach(part -> run.add(part.asText()));
            Engine engine = new Engine(
                    node.path("engine").asText(),
                    node.path("target").asText(),
                    run,
                    node.path("needs").asText(),
                    node.path("install").asText());
            if (engine.name().isEmpty() || engine.target().isEmpty() || run.isEmpty()) {
                throw ProblemException.of(
                        "prove.engines",
                        place + " has an engine without a name, a target or a command to run.",
                        "Give each \"engine\", \"target\" and \"run\".");
            }
            engines.add(engine);
        }
        return engines;
    }
}

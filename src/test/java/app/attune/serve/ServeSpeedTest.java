package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.export.BundlesToServe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long answers take from a server in another process, with a kill and a reload in the middle. Latencies count from
/// when a question was due, not from when a busy client got round to it. Bundles other than the generated shop's are
/// named by `-Dattune.serve.bundle=DIR`, and what they are swapped for by `-Dattune.serve.other=DIR` beside it.
@Tag("bench")
final class ServeSpeedTest {
    private static final int CONNECTIONS = 8;
    private static final int[] RATES = {200, 500, 1000, 2000};
    private static final int SECONDS = 12;
    private static final int WARM = 20_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private Path bundle() {
        String named = System.getProperty("attune.serve.bundle", "");
        return named.isEmpty() ? BundlesToServe.shop(folder.resolve("shop")) : Path.of(named);
    }

    private Path other() {
        String named = System.getProperty("attune.serve.other", "");
        return named.isEmpty() ? BundlesToServe.other(folder.resolve("other")) : Path.of(named);
    }

    private static Map<String, List<String>> expected(List<String> questions, Path... bundles) {
        Map<String, List<String>> decisions = new HashMap<>();
        RequestReader reader = new RequestReader(Asking.CLOCK);
        for (Path bundle : bundles) {
            ServedBundle served = new VerifiedBundles().load(bundle);
            for (boolean pulled : new boolean[] {false, true}) {
                KillSwitch killSwitch = new KillSwitch(pulled, "", Asking.CLOCK.instant());
                decisions.put(
                        served.facts().sha256() + pulled,
                        questions.stream()
                                .map(question -> "\"decision\":"
                                        + DecisionJson.of(served.decide(reader.read(Call.parse(question)), killSwitch))
                                        + ",\"bundle\"")
                                .toList());
            }
        }
        return decisions;
    }

    private static List<String> questions(Path bundle) throws IOException {
        return Files.readAllLines(bundle.resolve("golden.jsonl")).stream()
                .map(line -> BundlesToServe.question(Call.parse(line)).toString())
                .toList();
    }

    @Test
    void answersUnderLoadWithAKillAndAReload() throws Exception {
        Path bundle = bundle();
        Path other = other();
        List<String> questions = questions(bundle);
        Map<String, List<String>> expected = expected(questions, bundle, other);
        Path token = Files.writeString(folder.resolve("token"), Asking.TOKEN);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.attune.cli.CliChild",
                        "serve",
                        bundle.toString(),
                        "--port",
                        "0",
                        "--token-file",
                        token.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(server.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = String.valueOf(err.readLine());
            int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            ServeLoad load = new ServeLoad(port, questions, expected);
            load.flatOut(CONNECTIONS, WARM);
            ServeLoad.Result most = load.flatOut(CONNECTIONS, WARM);
            System.out.println(
                    "questions " + questions.size() + ", connections " + CONNECTIONS + ", at most " + most.row());
            for (int rate : RATES) {
                assertEquals(expected.keySet(), run(load, rate, bundle, other).deciders());
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static ServeLoad.Result run(ServeLoad load, int rate, Path bundle, Path other) throws InterruptedException {
        System.out.println("floor " + rate + "/s: "
                + load.floor(CONNECTIONS, rate, SECONDS / 3).row());
        Thread controls = Thread.ofPlatform().start(() -> {
            for (String control : IntStream.of(0, 1, 2, 3)
                    .mapToObj(step -> switch (step) {
                        case 0 -> "/v1/kill-switch {\"pulled\":true}";
                        case 1 -> "/v1/reload {\"path\":\"" + other.getFileName() + "\"}";
                        case 2 -> "/v1/kill-switch {\"pulled\":false}";
                        default -> "/v1/reload {\"path\":\"" + bundle.getFileName() + "\"}";
                    })
                    .toList()) {
                LockSupport.parkNanos(2_000_000_000L);
                String[] words = control.split(" ", 2);
                load.control(words[0], words[1]);
            }
        });
        ServeLoad.Result result = load.paced(CONNECTIONS, rate, SECONDS);
        controls.join();
        System.out.println("asked " + rate + "/s: " + result.row());
        assertEquals(0, result.wrong());
        assertEquals(0, result.lost());
        assertEquals(rate * SECONDS, result.answered());
        return result;
    }
}

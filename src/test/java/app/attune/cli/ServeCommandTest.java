package app.attune.cli;

import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.export.BundlesToServe;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// A server until its thread is interrupted, and what it says on standard error.
    private record Serving(Thread thread, FutureTask<Integer> code, BufferedReader err) {
        /// The rest of the line that begins so.
        String told(String begin) throws IOException {
            String line = err.readLine();
            while (line != null && !line.startsWith(begin)) {
                line = err.readLine();
            }
            return String.valueOf(line).substring(begin.length());
        }

        int stop() throws Exception {
            thread.interrupt();
            return code.get();
        }
    }

    private Serving serve(Object... words) throws IOException {
        PipedInputStream told = new PipedInputStream(1 << 16);
        PrintStream err = new PrintStream(new PipedOutputStream(told), true, StandardCharsets.UTF_8);
        List<String> all = java.util.Arrays.stream(words).map(String::valueOf).toList();
        FutureTask<Integer> code = new FutureTask<>(() -> {
            try (err) {
                PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
                return Cli.run(
                        all, new Surroundings(results, err, new RecordingCharts(), Terminal.CLOCK, Progress.none()));
            }
        });
        Thread thread = Thread.ofPlatform().start(code);
        return new Serving(thread, code, new BufferedReader(new InputStreamReader(told, StandardCharsets.UTF_8)));
    }

    private static int status(String address, String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void itServesUntilItIsStopped() throws Exception {
        Path bundle = BundlesToServe.shop(folder.resolve("shop"));
        Serving serving = serve("serve", bundle, "--port", "0", "--access-log");
        String address = serving.told("Serving rules version 3 at ");
        String token = serving.told("Token ");
        assertTrue(address.startsWith("http://127.0.0.1:"), address);
        assertTrue(token.length() >= 40, "256 bits");
        assertEquals(200, status(address, "/v1/bundle", token));
        assertTrue(serving.told("GET ").startsWith("/v1/bundle 200 "));
        assertEquals(401, status(address, "/v1/bundle", "wrong"));
        assertEquals(404, status(address, "/who/is/u1", token));
        assertTrue(serving.told("GET - ").startsWith("404 "), "paths of others are not told");
        assertEquals(ExitCode.OK, serving.stop());
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Stopped"), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theTokenOfAFileIsNeverPrinted() throws Exception {
        Path bundle = BundlesToServe.shop(folder.resolve("shop"));
        Path token = Files.writeString(folder.resolve("token"), "0123456789-abcdef-0123\n");
        Serving serving = serve("serve", bundle, "--port", "0", "--token-file", token, "--rules-off");
        String address = serving.told("Serving rules version 3 at ");
        assertEquals(200, status(address, "/readyz", "0123456789-abcdef-0123"));
        assertEquals(ExitCode.OK, serving.stop());
        assertFalse(String.join("\n", serving.err().lines().toList()).contains("0123456789"));
    }

    @Test
    void aStartWithThePulledSwitchSaysSo() throws Exception {
        Path bundle = BundlesToServe.shop(folder.resolve("shop"));
        Files.writeString(
                folder.resolve("shop.kill-switch.json"),
                "{\"pulled\":true,\"reason\":\"wrong\\noffers\",\"since\":\"2026-11-01T10:00:00Z\"}");
        String off = "RULES ARE OFF but Exclude, since 2026-11-01T10:00:00Z: wrong offers (shop.kill-switch.json).";
        assertTrue(text("serve", bundle, "--check", "--port", "0").contains(off));
        Serving serving = serve("serve", bundle, "--port", "0");
        assertTrue(serving.told("RULES ARE OFF").contains("POST /v1/kill-switch"));
        assertEquals(ExitCode.OK, serving.stop());
    }

    @Test
    void checkVerifiesAndEnds() {
        Path bundle = BundlesToServe.shop(folder.resolve("shop"));
        String said = text("serve", bundle, "--check", "--port", "0");
        assertTrue(said.startsWith("Sound, and can be served rules version 3 at http://127.0.0.1:"), said);
        assertTrue(said.contains("\nSHA-256 "), said);
        Path packed = BundlesToServe.packedShop(folder.resolve("shop.zip"));
        assertTrue(text("serve", packed, "--check", "--port", "0").startsWith("Sound, and can be served"));
        assertTrue(Terminal.problem("serve", folder.resolve("none")).getFirst().startsWith("There is no bundle"));
    }

    @Test
    void aBundleThatWasChangedIsNotServed() {
        String rules = BundlesToServe.text("rules.json").replace("active", "paused");
        Path bundle = BundlesToServe.changed(folder.resolve("changed"), "rules.json", rules);
        Terminal.Ran ran = run("serve", bundle, "--port", "0");
        assertEquals(ExitCode.DIFFERENT, ran.code(), ran::err);
        assertTrue(ran.err().startsWith("The bundle is not served: rules.json is not the file"), ran.err());
    }

    @Test
    void tokensTooShortAndAddressesTakenAreToldInTwoLines() throws Exception {
        Path bundle = BundlesToServe.shop(folder.resolve("shop"));
        Path token = Files.writeString(folder.resolve("token"), "short");
        String said = Terminal.refused(ExitCode.USAGE, "serve", bundle, "--token-file", token)
                .getFirst();
        assertTrue(said.contains("16 or more"), said);
        Serving serving = serve("serve", bundle, "--port", "0");
        String address = serving.told("Serving rules version 3 at ");
        String port = address.substring(address.lastIndexOf(':') + 1);
        assertTrue(Terminal.problem("serve", bundle, "--port", port).getFirst().contains(port));
        assertEquals(ExitCode.OK, serving.stop());
    }
}

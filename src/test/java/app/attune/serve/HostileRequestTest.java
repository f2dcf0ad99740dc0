package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import app.attune.export.BundlesToServe;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileRequestTest {
    private static final int MUTATIONS = 2000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private static Asking asking;

    @BeforeAll
    static void serve() {
        asking = Asking.of(BundlesToServe.shop(folder.resolve("shop")));
    }

    @AfterAll
    static void stop() {
        asking.close();
    }

    private static void refused(int status, String code, Asking.Got got) {
        assertEquals(status, got.status(), got.body());
        assertEquals(code, got.code());
        assertEquals("application/problem+json", got.type());
        assertEquals(status, got.json().path("status").asInt());
        assertFalse(got.json().path("remedy").asText().isBlank());
        assertFalse(got.body().contains("Exception") || got.body().contains("at app."), got.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nul",
                "{\"user\":\"a\"} {}",
                "{\"user\":\"a\",\"user\":\"b\"}",
                "{\"user\":\"\\ud800\"}",
                "{'user':'a'}",
                "{\"user\":\"a\",}",
                "\u0000",
                "{\"user\":\"a\"}//x"
            })
    void whatIsNoJsonIsRefused(String body) {
        refused(400, "serve.bad-json", asking.post("/v1/decisions", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "\"a\"",
                "{}",
                "{\"user\":7}",
                "{\"user\":null}",
                "{\"user\":\"\"}",
                "{\"user\":\"a\",\"atributes\":{}}",
                "{\"user\":\"a\",\"@class\":\"java.lang.ProcessBuilder\"}",
                "{\"user\":\"a\",\"at\":\"tomorrow\"}",
                "{\"user\":\"a\",\"at\":1}",
                "{\"user\":\"a\",\"at\":\"+1000000001-01-01T00:00:00Z\"}",
                "{\"user\":\"a\",\"attributes\":[]}",
                "{\"user\":\"a\",\"attributes\":{\"x\":true}}",
                "{\"user\":\"a\",\"attributes\":{\"x\":{}}}",
                "{\"user\":\"a\",\"attributes\":{\"x\":1e999}}",
                "{\"user\":\"a\",\"features\":{\"x\":\"1\"}}",
                "{\"user\":\"a\",\"features\":{\"x\":-1e999}}",
                "{\"user\":\"a\",\"features\":{\"view_item_with_most_all_time\":5}}",
                "{\"user\":\"a\",\"history\":{}}",
                "{\"user\":\"a\",\"history\":[[]]}",
                "{\"user\":\"a\",\"history\":[[\"i\"]]}",
                "{\"user\":\"a\",\"history\":[[1,1]]}",
                "{\"user\":\"a\",\"history\":[[\"i\",\"1\"]]}",
                "{\"user\":\"a\",\"history\":[[\"i\",1],[\"i\",2]]}",
                "{\"user\":\"a\",\"context\":null}",
                "{\"user\":\"a\",\"context\":{\"plcement\":\"x\"}}",
                "{\"user\":\"a\",\"context\":{\"device\":1}}",
                "{\"user\":\"a\",\"context\":{\"basket\":{}}}",
                "{\"user\":\"a\",\"context\":{\"basket\":{\"items\":[1]}}}",
                "{\"user\":\"a\",\"context\":{\"basket\":{\"items\":[],\"total\":\"1\"}}}"
            })
    void whatIsNoRequestIsRefused(String body) {
        refused(400, "serve.bad-request", asking.post("/v1/decisions", body));
    }

    @Test
    void depthLengthAndNumberHaveLimits() {
        for (String deep : List.of("[".repeat(100_000), "{\"a\":".repeat(30_000), "9".repeat(100_000))) {
            refused(400, "serve.bad-json", asking.post("/v1/decisions", deep));
        }
        String huge = "{\"user\":\"" + "x".repeat(256 << 10) + "\"}";
        refused(413, "serve.too-large", asking.post("/v1/decisions", huge));
        String many = "{\"user\":\"a\"}\n".repeat(1001);
        refused(413, "serve.too-many", asking.post("/v1/decisions:batch", "application/x-ndjson", many));
        refused(400, "serve.bad-request", asking.post("/v1/decisions:batch", "{\"user\":\"a\"}"));
        refused(400, "serve.bad-request", asking.post("/v1/decisions", "{\"user\":\"" + "x".repeat(1025) + "\"}"));
    }

    @Test
    void aBodyWithoutALengthHasTheSameLimit() {
        HttpRequest chunked = HttpRequest.newBuilder(asking.uri("/v1/decisions"))
                .header("Authorization", "Bearer " + Asking.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString(" ".repeat((256 << 10) + 1))))
                .build();
        refused(413, "serve.too-large", asking.send(chunked));
    }

    @Test
    void onlyTheTokenOpens() {
        for (String header : List.of(
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Basic " + Asking.TOKEN,
                Asking.TOKEN,
                "Bearer " + Asking.TOKEN + "x",
                "Bearer " + Asking.TOKEN.substring(1))) {
            for (String path : List.of("/v1/bundle", "/metrics", "/readyz", "/openapi.json", "/nowhere")) {
                HttpRequest.Builder request = HttpRequest.newBuilder(asking.uri(path));
                HttpRequest asked = header.isEmpty()
                        ? request.build()
                        : request.header("Authorization", header).build();
                refused(401, "serve.unauthorized", asking.send(asked));
            }
        }
        assertEquals(
                200,
                asking.send(HttpRequest.newBuilder(asking.uri("/healthz")).build())
                        .status());
    }

    @Test
    void onlyItsOwnNameIsTheServers() throws IOException {
        for (String host :
                List.of("evil.example", "evil.example:8787", "127.0.0.1.evil.example", "0.0.0.0", "[::2]", "")) {
            String said = asking.raw("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertTrue(said.startsWith("HTTP/1.1 421 "), host + ": " + said);
            assertTrue(said.contains("serve.wrong-host"), said);
            assertFalse(said.toLowerCase(java.util.Locale.ROOT).contains("access-control"), said);
        }
        String twice =
                asking.raw("GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\nConnection: close\r\n\r\n");
        assertTrue(twice.startsWith("HTTP/1.1 4"), twice);
        for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]:9", "[::1]")) {
            String said = asking.raw("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertTrue(said.startsWith("HTTP/1.1 200 "), host + ": " + said);
        }
    }

    @Test
    void brokenHttpIsRefusedAndHarmsNobody() throws IOException {
        for (String broken : List.of(
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET %%% HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET mailto:x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nA: " + "x".repeat(100_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n" + "A: b\r\n".repeat(1000) + "\r\n",
                "POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999\r\n\r\n",
                "POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Asking.TOKEN
                        + "\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"user\"")) {
            String said;
            try {
                said = asking.raw(broken);
            } catch (IOException e) {
                said = "";
            }
            assertFalse(said.startsWith("HTTP/1.1 2") || said.startsWith("HTTP/1.1 5"), broken + " gave " + said);
            assertEquals(200, asking.get("/healthz").status());
        }
    }

    @Test
    void otherMethodsPathsAndTypesAreRefused() {
        refused(405, "serve.method", asking.get("/v1/decisions"));
        refused(405, "serve.method", asking.post("/v1/bundle", "{}"));
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")) {
            HttpRequest request = HttpRequest.newBuilder(asking.uri("/v1/decisions"))
                    .header("Authorization", "Bearer " + Asking.TOKEN)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            refused(405, "serve.method", asking.send(request));
        }
        for (String path :
                List.of("/", "/v1", "/v1/decisions/", "/v1/../etc/passwd", "/%2e%2e/x", "//v1/bundle", "/V1/bundle")) {
            refused(404, "serve.not-found", asking.get(path));
        }
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/jsonp")) {
            refused(415, "serve.media-type", asking.post("/v1/decisions", type, "{\"user\":\"a\"}"));
        }
        assertEquals(
                200,
                asking.post("/v1/decisions", "Application/JSON; charset=utf-8", "{\"user\":\"a\"}")
                        .status());
    }

    @Test
    void aReloadReachesOnlyFoldersBesideTheBundle() {
        for (String path : List.of(
                "..",
                ".",
                "",
                "/etc",
                "../shop",
                "shop/recommendations",
                "shop/../..",
                "a/../shop/..",
                "nowhere",
                "\\u0000",
                "~",
                "file:///etc",
                folder.getParent() + "")) {
            refused(400, "serve.bad-path", asking.post("/v1/reload", "{\"path\":\"" + path + "\"}"));
        }
        for (String body : List.of("[]", "{\"path\":1}", "{\"pth\":\"shop\"}")) {
            refused(400, "serve.bad-request", asking.post("/v1/reload", body));
        }
        assertEquals(200, asking.post("/v1/reload", "{\"path\":\"shop\"}").status());
    }

    @Test
    void theKillSwitchTakesNothingElse() {
        for (String body : List.of(
                "[]",
                "{}",
                "{\"pulled\":1}",
                "{\"pulled\":\"true\"}",
                "{\"pulled\":true,\"reason\":1}",
                "{\"pulled\":true,\"why\":\"x\"}",
                "{\"pulled\":true,\"reason\":\"" + "x".repeat(501) + "\"}")) {
            refused(400, "serve.bad-request", asking.post("/v1/kill-switch", body));
        }
        assertFalse(
                asking.get("/readyz").json().path("killSwitch").path("pulled").asBoolean());
    }

    @Test
    void randomDamageIsAnsweredOrRefusedAndNeverFails() {
        SplittableRandom random = Seeds.stream(20261122, "damaged requests");
        List<String> questions = BundlesToServe.golden().stream()
                .map(golden -> BundlesToServe.question(golden).toString())
                .toList();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = questions.get(random.nextInt(questions.size())).getBytes(StandardCharsets.UTF_8);
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            HttpRequest request = HttpRequest.newBuilder(asking.uri("/v1/decisions"))
                    .header("Authorization", "Bearer " + Asking.TOKEN)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .build();
            statuses.merge(asking.send(request).status(), 1, Integer::sum);
        }
        System.out.println("damaged requests by status, seed 20261122: " + statuses);
        assertEquals(List.of(200, 400), List.copyOf(statuses.keySet()));
        assertEquals(200, asking.get("/healthz").status());
    }
}

package app.attune.serve;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One request as its endpoint reads it, within limits.
record Call(HttpExchange exchange, RequestBody body) {
    /// Of the largest body there can be.
    private static final int DIGITS = 10;

    /// @throws Refusal 408, 413, 415, 400
    JsonNode json(int limit) {
        mediaType(Set.of(Answer.JSON));
        return parse(text(limit));
    }

    static JsonNode parse(String text) {
        try {
            return Json.read(text, "the request");
        } catch (ProblemException e) {
            throw Refusal.of(
                    400,
                    new Problem(
                            "serve.bad-json", e.problem().message(), e.problem().remedy()));
        }
    }

    /// The kind of body, one of those that are known.
    ///
    /// @throws Refusal 415
    String mediaType(Set<String> known) {
        List<String> said = exchange.getRequestHeaders().getOrDefault("Content-Type", List.of());
        String type =
                said.size() == 1 ? said.getFirst().split(";", 2)[0].strip().toLowerCase(Locale.ROOT) : "";
        if (!known.contains(type)) {
            throw Refusal.of(
                    415,
                    new Problem(
                            "serve.media-type",
                            "The request's Content-Type is not one that is read here.",
                            "Send Content-Type: "
                                    + String.join(
                                            " or ", known.stream().sorted().toList()) + "."));
        }
        return type;
    }

    /// @throws Refusal 408, 413, 400
    String text(int limit) {
        try {
            String length = exchange.getRequestHeaders().getFirst("Content-Length");
            boolean tooLong = length != null && isAbove(length, limit);
            byte[] bytes = tooLong ? new byte[0] : body.read(limit + 1);
            if (tooLong || bytes.length > limit) {
                throw new Refusal(
                        413,
                        new Problem(
                                "serve.too-large",
                                "The request has more than " + limit + " bytes.",
                                "Send less at once, or start the server with a larger --max-request-kb."),
                        RequestBody.CLOSE);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(400, new Problem("serve.bad-json", "The request is not UTF-8 text.", "Send UTF-8."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The server of the JDK has made sure that it is a whole number.
    private static boolean isAbove(String length, int limit) {
        return length.length() > DIGITS || Long.parseLong(length) > limit;
    }
}

package app.attune.serve;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/// What goes back over HTTP.
///
/// @param code of the problem it tells; empty when all is well
record Answer(int status, String type, String body, Map<String, String> headers, Optional<String> code) {
    static final String JSON = "application/json";
    static final String JSON_LINES = "application/x-ndjson";
    private static final String PROBLEM = "application/problem+json";
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    static Answer json(int status, JsonNode body) {
        return new Answer(status, JSON, Json.write(body), Map.of(), Optional.empty());
    }

    static Answer text(String type, String body) {
        return new Answer(200, type, body, Map.of(), Optional.empty());
    }

    /// As RFC 9457 has it.
    static Answer problem(int status, Problem problem, Map<String, String> headers) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("type", "urn:attune:problem:" + problem.code())
                .put("title", TITLES.getOrDefault(status, "Problem"))
                .put("status", status)
                .put("detail", problem.message())
                .put("code", problem.code())
                .put("remedy", problem.remedy());
        return new Answer(status, PROBLEM, Json.write(node), headers, Optional.of(problem.code()));
    }

    /// A problem inside an answer.
    static ObjectNode node(Problem problem) {
        return Json.mapper()
                .createObjectNode()
                .put("code", problem.code())
                .put("message", problem.message())
                .put("remedy", problem.remedy());
    }
}

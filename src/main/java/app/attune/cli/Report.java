package app.attune.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What a command found: lines for people, a value for programs, and the exit code.
record Report(List<String> lines, JsonNode json, int exitCode) {
    Report {
        lines = List.copyOf(lines);
    }

    static Report of(List<String> lines, JsonNode json) {
        return new Report(lines, json, ExitCode.OK);
    }
}

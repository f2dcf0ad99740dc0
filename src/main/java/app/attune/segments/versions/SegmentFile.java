package app.attune.segments.versions;

import app.attune.core.ProblemException;
import app.attune.core.Sha256;
import app.attune.core.json.Json;
import app.attune.segments.Condition;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.text.ConditionText;
import app.attune.segments.text.TextPlace;
import app.attune.segments.text.TextReading;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A segment as a text file that Git can keep: format `attune.segment` version 1, JSON with one line of the condition a
/// line. The same content gives the same bytes in every workspace; there is no time and no number of a version in it.
///
/// @param draft what the file says
/// @param base  what the segment said when the file was written, see [#fingerprint]; empty where nobody said it
record SegmentFile(SegmentDraft draft, String base) {
    static final String ENDING = ".segment.json";
    private static final String FORMAT = "attune.segment";
    private static final int DIGITS = 12;
    private static final long MOST_BYTES = 10_000_000;
    private static final Set<String> KEYS =
            Set.of("format", "version", "id", "name", "goal", "figure", "target", "owner", "note", "base", "condition");

    static String name(SegmentId id) {
        return id + ENDING;
    }

    static String write(SegmentDraft draft) {
        ObjectNode node = content(draft).put("base", fingerprint(draft));
        ArrayNode lines = node.putArray("condition");
        ConditionText.write(draft.condition()).lines().forEach(lines::add);
        return pretty(node);
    }

    private static ObjectNode content(SegmentDraft draft) {
        SegmentAbout about = draft.about();
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("format", FORMAT)
                .put("version", 1)
                .put("id", draft.id().value())
                .put("name", draft.name())
                .put("goal", about.goal())
                .put("figure", about.figure().name().toLowerCase(Locale.ROOT));
        if (!Double.isNaN(about.target())) {
            node.put("target", about.target());
        }
        return node.put("owner", about.owner()).put("note", about.note());
    }

    /// Twelve hexadecimal digits of what a segment says, whatever its id.
    static String fingerprint(SegmentDraft draft) {
        String said = pretty(content(draft).without("id")) + ConditionText.write(draft.condition());
        return Sha256.of(said.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private static String pretty(JsonNode node) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        try {
            return Json.mapper().writer(printer).writeValueAsString(node) + "\n";
        } catch (JacksonException e) {
            throw new IllegalStateException("A segment that cannot be written", e);
        }
    }

    /// What stands in a file, with line feeds only.
    ///
    /// @throws ProblemException `segments.file-unreadable`
    static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw unread(file, "this is larger than 10 MB", "Restore it, or move it away and export again.");
            }
            return Files.readString(file).replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            throw unread(file, "this is no UTF-8 text", "Save it as UTF-8, or move it away and export again.");
        } catch (IOException e) {
            throw unread(file, "this is no file you may read", "Give yourself the right to, or move it elsewhere.");
        }
    }

    private static ProblemException unread(Path file, String why, String remedy) {
        return ProblemException.of("segments.file-unreadable", file.getFileName() + ", line 1: " + why + ".", remedy);
    }

    /// @param file its name, for problems
    /// @throws ProblemException naming file and line: `segments.file-conflict`, `json.unreadable` or
    ///                          `segments.file-unreadable`
    static SegmentFile read(String file, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("<<<<<<<") || lines.get(i).startsWith(">>>>>>>")) {
                throw ProblemException.of(
                        "segments.file-conflict",
                        file + ", line " + (i + 1) + ": Git has left a conflict here.",
                        "Keep one of the two sides, delete the lines with <<<<<<<, ======= and >>>>>>>, and import again.");
            }
        }
        JsonNode node = Json.read(ConditionText.withoutMark(text), file);
        return new Reading(file, lines, node).whole();
    }

    /// One file being read.
    private record Reading(String file, List<String> lines, JsonNode node) {
        SegmentFile whole() {
            if (!node.isObject() || !FORMAT.equals(node.path("format").asText())) {
                throw bad("format", "it does not say \"format\" : \"" + FORMAT + "\"");
            }
            if (node.path("version").asInt() != 1) {
                throw bad("version", "its version is not 1; a newer Attune wrote it");
            }
            node.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    throw bad(key, "\"" + key + "\" is not known here");
                }
            });
            String id = text("id");
            if (!(id + ENDING).equals(file)) {
                throw bad("id", "the id is \"" + id + "\", but the file is called " + file);
            }
            try {
                return new SegmentFile(
                        new SegmentDraft(new SegmentId(id), text("name"), condition(), about()), optional("base"));
            } catch (IllegalArgumentException e) {
                throw bad("id", String.valueOf(e.getMessage()));
            }
        }

        private SegmentAbout about() {
            String figure = optional("figure");
            JsonNode target = node.path("target");
            if (!target.isMissingNode() && !target.isNumber()) {
                throw bad("target", "the target is no number");
            }
            if (target.isNumber() && !Double.isFinite(target.doubleValue())) {
                throw bad("target", "the target is too large a number");
            }
            for (SegmentAbout.Figure one : SegmentAbout.Figure.values()) {
                if (figure.isEmpty() || one.name().toLowerCase(Locale.ROOT).equals(figure)) {
                    double number = target.isNumber() ? target.doubleValue() : Double.NaN;
                    return new SegmentAbout(optional("goal"), one, number, optional("owner"), optional("note"));
                }
            }
            throw bad("figure", "\"" + figure + "\" is no key figure; use none, conversion, revenue or events");
        }

        private Condition condition() {
            JsonNode array = node.path("condition");
            List<String> rows = new ArrayList<>();
            array.forEach(row -> rows.add(row.asText()));
            if (!array.isArray() || rows.isEmpty()) {
                throw bad("condition", "the condition is no list of lines");
            }
            return switch (ConditionText.reading(String.join("\n", rows) + "\n")) {
                case TextReading.Read read -> read.condition();
                case TextReading.Unreadable unreadable -> throw unread(unreadable);
            };
        }

        /// Each line of the condition stands on a line of its own, below its key.
        private ProblemException unread(TextReading.Unreadable unreadable) {
            TextPlace place = unreadable.place();
            return ProblemException.of(
                    "segments.file-unreadable",
                    file + ", line " + (line("condition") + place.line()) + ", column " + place.column() + ": "
                            + unreadable.why() + ".",
                    unreadable.remedyAndForms());
        }

        private String text(String key) {
            String text = optional(key);
            if (text.isBlank()) {
                throw bad(key, "\"" + key + "\" is missing");
            }
            return text;
        }

        private String optional(String key) {
            JsonNode text = node.path(key);
            if (!text.isMissingNode() && !text.isTextual()) {
                throw bad(key, "\"" + key + "\" is no text");
            }
            return text.asText();
        }

        private ProblemException bad(String key, String why) {
            return ProblemException.of(
                    "segments.file-unreadable",
                    file + ", line " + Math.max(1, line(key)) + ": " + why + ".",
                    "Correct it there, or move the file away and export again.");
        }

        /// Where a key stands; 0 where it does not.
        private int line(String key) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).stripLeading().startsWith("\"" + key + "\"")) {
                    return i + 1;
                }
            }
            return 0;
        }
    }

    /// The line of a reference to a segment, for problems.
    static int lineOf(SegmentId reference, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches(".*\\bsegment \\W*" + Pattern.quote(reference.value()) + "(?![a-z0-9-]).*")) {
                return i + 1;
            }
        }
        return 1;
    }

    /// The line that a key stands on.
    static int lineOfKey(String key, String text) {
        return (int) text.lines()
                        .takeWhile(line -> !line.stripLeading().startsWith("\"" + key + "\""))
                        .count()
                + 1;
    }
}

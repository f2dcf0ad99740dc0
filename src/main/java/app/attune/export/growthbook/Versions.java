package app.attune.export.growthbook;

import app.attune.export.javascript.Coercion;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Versions as texts that order as versions do.
final class Versions {
    private static final Pattern BESIDE = Pattern.compile("^v|\\+.*$");
    private static final Pattern BETWEEN = Pattern.compile("[-.]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int RELEASE = 3;
    private static final int WIDTH = 5;

    private Versions() {}

    static String padded(JsonNode version) {
        String text = version.isNumber() || version.isTextual() ? Coercion.text(version) : "";
        String bare = BESIDE.matcher(text.isEmpty() ? "0" : text).replaceAll("");
        List<String> parts = new ArrayList<>(List.of(BETWEEN.split(bare, -1)));
        if (parts.size() == RELEASE) {
            parts.add("~");
        }
        return String.join("-", parts.stream().map(Versions::padded).toList());
    }

    private static String padded(String part) {
        return DIGITS.matcher(part).matches() ? " ".repeat(Math.max(0, WIDTH - part.length())) + part : part;
    }
}

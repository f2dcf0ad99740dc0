package app.attune.events.read;

import java.util.List;
import java.util.Optional;

/// Tells JSON from other text, and one object a line from documents over many lines.
final class JsonDetection {
    private static final int LINES = 100;

    private JsonDetection() {}

    /// @param text the start of a file
    static Optional<FileFormat> detect(String text) {
        String start = text.stripLeading();
        boolean object = start.startsWith("{") && start.indexOf('"') > 0 && start.indexOf(':') > 0;
        boolean array =
                start.startsWith("[") && start.substring(1).stripLeading().startsWith("{");
        if (!object && !array) {
            return Optional.empty();
        }
        return Optional.of(object && isByLine(start) ? FileFormat.jsonLines() : FileFormat.json(""));
    }

    /// The first line is an object, or most are. The last line may be cut off.
    private static boolean isByLine(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .toList();
        if (lines.size() == 1) {
            return true;
        }
        long objects = lines.stream()
                .filter(line -> line.startsWith("{") && line.endsWith("}") && line.length() > 1)
                .count();
        return isWhole(lines.getFirst()) || objects * 2 > lines.size();
    }

    private static boolean isWhole(String line) {
        return line.endsWith("}") && line.indexOf(':') > 0;
    }
}

package app.attune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One word for rows that cannot be used, wherever a person reads: rejected.
final class RowWordsTest {
    private static final Pattern OTHER_WORDS =
            Pattern.compile("(?i)quarantine|\\b(kept|set|stays?|rows?|row) aside\\b|keeps? \\w+ \\w+ aside");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    @Test
    void rowsThatCannotBeUsedAreCalledRejectedAndNothingElse() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/resources/i18n", ".properties")) {
            Files.readAllLines(file).stream()
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .filter(words -> OTHER_WORDS.matcher(words).find())
                    .forEach(found::add);
        }
        for (Path file : files("src/main/java", ".java")) {
            for (String line : Files.readAllLines(file)) {
                Matcher literal = LITERAL.matcher(line);
                while (literal.find()) {
                    // Keys and codes for programs have no blanks.
                    if (literal.group().contains(" ")
                            && OTHER_WORDS.matcher(literal.group()).find()) {
                        found.add(literal.group());
                    }
                }
            }
        }
        Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> OTHER_WORDS.matcher(line).find())
                .forEach(found::add);
        assertEquals(List.of(), found);
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            List<Path> files = all.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertFalse(files.isEmpty(), folder);
            return files;
        }
    }
}

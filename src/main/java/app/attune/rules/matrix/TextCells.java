package app.attune.rules.matrix;

import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Texts such that every text there is answers all rows as one of these does.
///
/// A text that is not named itself is told apart only by which of the contained texts it has and by the longest of the
/// beginnings it begins with. For each such choice one text is made of exactly these, with a letter between them that
/// none of the texts has: what lies across it is none of them.
final class TextCells {
    private static final int MOST_CONTAINED = 8;
    private static final String SEPARATORS = " -|~#_/";

    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> contained = new TreeSet<>();
    private final Set<String> beginnings = new TreeSet<>();

    /// What a row compares texts with.
    void add(Comparison comparison, List<String> values) {
        switch (comparison) {
            case CONTAINS -> contained.addAll(values);
            case STARTS_WITH -> beginnings.addAll(values);
            case IS, IS_NOT -> named.addAll(values);
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, BETWEEN, IS_MISSING, IS_PRESENT -> {}
        }
    }

    void add(AttributeCondition row) {
        add(row.comparison(), row.values());
    }

    void name(String text) {
        named.add(text);
    }

    /// Empty when there are too many to be told apart.
    Optional<List<Cell>> cells() {
        Optional<String> separator = separator();
        if (contained.size() > MOST_CONTAINED || separator.isEmpty()) {
            return Optional.empty();
        }
        Set<String> texts = new LinkedHashSet<>(named);
        List<String> firsts = new ArrayList<>(List.of(""));
        beginnings.stream().filter(first -> !first.isEmpty()).forEach(firsts::add);
        for (String first : firsts) {
            for (int choice = 0; choice < 1 << contained.size(); choice++) {
                texts.add(made(first, chosen(choice), separator.get()));
            }
        }
        return Optional.of(texts.stream().<Cell>map(Cell.Text::new).toList());
    }

    private List<String> chosen(int choice) {
        List<String> all = List.copyOf(contained);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((choice >> i & 1) == 1) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    private static String made(String first, List<String> chosen, String separator) {
        StringBuilder text = new StringBuilder(first).append(separator);
        chosen.forEach(part -> text.append(part).append(separator));
        return text.toString();
    }

    private Optional<String> separator() {
        List<String> all = new ArrayList<>(named);
        all.addAll(contained);
        all.addAll(beginnings);
        return java.util.stream.IntStream.concat(SEPARATORS.chars(), java.util.stream.IntStream.range('!', 0xD7FF))
                .mapToObj(Character::toString)
                .filter(letter -> all.stream().noneMatch(text -> text.contains(letter)))
                .findFirst();
    }
}

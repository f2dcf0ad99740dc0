package app.attune.events.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Tells what the values of a column look like: a type is named when at least nine of ten present values are of it.
final class TypeDetection {
    private static final int EXAMPLES = 5;
    private static final int EXAMPLE_LENGTH = 80;

    private TypeDetection() {}

    static ColumnProfile profile(String name, List<String> column, DecimalMark mark) {
        List<String> present = column.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        Optional<TimeFormat> time = TimeGuess.of(present);
        ColumnType type = type(present, mark, time);
        Predicate<String> fits = fits(type, mark, time);
        int unparseable = (int) present.stream().filter(fits.negate()).count();
        LinkedHashSet<String> examples = new LinkedHashSet<>();
        present.stream()
                .map(value -> value.length() > EXAMPLE_LENGTH ? value.substring(0, EXAMPLE_LENGTH) : value)
                .takeWhile(value -> examples.size() < EXAMPLES)
                .forEach(examples::add);
        return new ColumnProfile(
                name, type, time, present.size(), column.size() - present.size(), unparseable, List.copyOf(examples));
    }

    private static ColumnType type(List<String> present, DecimalMark mark, Optional<TimeFormat> time) {
        boolean epoch = time.isPresent()
                && time.get().kind() != TimeKind.ISO
                && time.get().kind() != TimeKind.PATTERN;
        if (time.isPresent() && !epoch && mostly(present, fits(ColumnType.DATE_TIME, mark, time))) {
            return ColumnType.DATE_TIME;
        }
        List<ColumnType> numbers = List.of(ColumnType.WHOLE_NUMBER, ColumnType.WHOLE_WITH_POINT, ColumnType.DECIMAL);
        return numbers.stream()
                .filter(type -> epoch || present.stream().noneMatch(NumberText::isCode))
                .filter(type -> mostly(present, fits(type, mark, time)))
                .findFirst()
                .orElse(ColumnType.TEXT);
    }

    private static Predicate<String> fits(ColumnType type, DecimalMark mark, Optional<TimeFormat> time) {
        return switch (type) {
            case TEXT -> value -> true;
            case WHOLE_NUMBER -> NumberText::isWhole;
            case WHOLE_WITH_POINT -> value -> NumberText.isWhole(value) || NumberText.isWholeWithPoint(value);
            case DECIMAL -> value -> NumberText.parse(value, mark).isPresent();
            case DATE_TIME ->
                time.map(TimeReader::new)
                        .<Predicate<String>>map(
                                reader -> value -> reader.millis(value).isPresent())
                        .orElse(value -> false);
        };
    }

    private static boolean mostly(List<String> present, Predicate<String> fits) {
        return holds(present, fits, present.size() / 10);
    }

    static boolean holds(List<String> present, Predicate<String> fits, int allowed) {
        int misses = 0;
        for (String value : present) {
            if (!fits.test(value) && ++misses > allowed) {
                return false;
            }
        }
        return !present.isEmpty();
    }
}

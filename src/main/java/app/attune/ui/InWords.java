package app.attune.ui;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows what can be chosen in words; nothing for none. Nothing is typed.
public final class InWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    private InWords(Function<T, String> words) {
        this.words = words;
    }

    public static <T> StringConverter<T> of(Function<T, String> words) {
        return new InWords<>(words);
    }

    @Override
    public String toString(@Nullable T item) {
        return item == null ? "" : words.apply(item);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("Nothing is typed here");
    }
}

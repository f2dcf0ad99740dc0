package app.attune.segments.ui;

import app.attune.segments.Condition;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;

/// One thing of a row that controls show and change.
///
/// @param place where the controls are
/// @param found how it is found in the row; empty where the row has no such thing any more
/// @param put   the row with another one in its place
record Spot<T>(Place place, Function<Condition, Optional<T>> found, BiFunction<Condition, T, Condition> put) {
    /// Where the controls of something are: which part they belong to and what tells them from others there.
    ///
    /// @param prefix of their names within the part; empty for the row itself
    /// @param words  as in "step 2"; empty for the row itself
    record Place(Part part, String prefix, String words) {
        /// A place within this one.
        Place in(String inner, String innerWords) {
            return new Place(part, prefix + inner + "-", words.isEmpty() ? innerWords : innerWords + ", " + words);
        }

        String id(String control) {
            return part.id(prefix + control);
        }

        Choices.Name name(String control, String key) {
            return new Choices.Name(id(control), spoken(key));
        }

        /// Says in the field and at the row why what the field says is not taken; nothing when it is.
        void mark(TextField field, String why) {
            Choices.mark(field, why);
            part.pane().untaken(part.path(), field, why);
        }

        String spoken(String key) {
            String what = text(key);
            return part.said(words.isEmpty() ? what : what + ", " + words);
        }

        String text(String key, Object... values) {
            return part.texts().get(key, values);
        }
    }

    /// The row itself.
    static <C extends Condition> Spot<C> row(Part part, Class<C> kind) {
        return new Spot<>(
                new Place(part, "", ""),
                row -> kind.isInstance(row) ? Optional.of(kind.cast(row)) : Optional.empty(),
                (row, other) -> other);
    }

    /// Something of this thing.
    <S> Spot<S> of(Function<T, S> get, BiFunction<T, S, T> with) {
        return new Spot<>(
                place,
                row -> found.apply(row).map(get),
                (row, other) -> found.apply(row)
                        .map(thing -> put.apply(row, with.apply(thing, other)))
                        .orElse(row));
    }

    /// The same at another place.
    Spot<T> at(Place other) {
        return new Spot<>(other, found, put);
    }

    /// One of several.
    static <S> Spot<S> one(Spot<List<S>> all, int position, Place place) {
        return new Spot<>(
                place,
                row -> all.found
                        .apply(row)
                        .filter(list -> position < list.size())
                        .map(list -> list.get(position)),
                (row, other) -> all.found
                        .apply(row)
                        .map(list -> all.put.apply(row, Lists.with(list, position, other)))
                        .orElse(row));
    }

    /// As it is.
    T now() {
        return found.apply(place.part().now()).orElseThrow(() -> new IllegalStateException("Not in this row"));
    }

    void change(UnaryOperator<T> edit) {
        place.part().change(row -> edited(row, edit));
    }

    /// As [#change]; the control named so has the keyboard after it.
    void change(String control, UnaryOperator<T> edit) {
        place.part().pane().focusing(control, () -> change(edit));
    }

    /// The control already shows the result.
    void typed(UnaryOperator<T> edit) {
        place.part().typed(row -> edited(row, edit));
    }

    private Condition edited(Condition row, UnaryOperator<T> edit) {
        return found.apply(row).map(now -> put.apply(row, edit.apply(now))).orElse(row);
    }
}

package app.attune.decide;

import app.attune.core.ItemId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says what a deletion test found.
public final class DeletionWords {
    private final Function<ItemId, String> names;

    /// @param names of items
    public DeletionWords(Function<ItemId, String> names) {
        this.names = names;
    }

    /// A sentence for each case, as in "Without “Trail shoe” it falls from 2 to 9."
    public List<String> of(DeletionTest test) {
        return test.cases().stream()
                .map(one -> "Without " + removed(one, test) + " " + end(one, test) + ".")
                .toList();
    }

    private String removed(DeletionTest.Without one, DeletionTest test) {
        boolean all = one.removed().size() > 1 && one.equals(test.cases().getLast());
        String named = one.removed().stream()
                .map(item -> "\u201c" + names.apply(item) + "\u201d")
                .collect(Collectors.joining(", "));
        return all
                ? (one.removed().size() == 2 ? "both" : "all " + one.removed().size())
                : named;
    }

    private static String end(DeletionTest.Without one, DeletionTest test) {
        if (one.place().isEmpty()) {
            return "it leaves the list: " + model(one.rank());
        }
        int place = one.place().getAsInt();
        if (place == test.place()) {
            return "it stays at " + place
                    + (one.rank().equals(test.rank()) ? "" : "; for the model it goes " + moved(one, test));
        }
        return "it " + (place > test.place() ? "falls" : "rises") + " from " + test.place() + " to " + place;
    }

    private static String moved(DeletionTest.Without one, DeletionTest test) {
        String from = "from " + number(test.rank());
        return one.rank().isEmpty() ? from + " to no score" : from + " to " + number(one.rank());
    }

    private static String model(OptionalInt rank) {
        return rank.isEmpty() ? "the model has no score for it then" : "the model has it at " + number(rank) + " then";
    }

    private static String number(OptionalInt rank) {
        return String.format(Locale.ENGLISH, "%,d", rank.orElse(0));
    }
}

package app.attune.profiles;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is known of consent, in words.
public final class ConsentWords {
    private ConsentWords() {}

    /// Why nobody is known to have agreed to personalisation, without a full stop.
    ///
    /// @param purposes those of which files say who agreed; personalisation is none of them
    public static String missing(Set<String> purposes) {
        return purposes.isEmpty()
                ? "No file says who agreed to personalisation"
                : "Files say who agreed to " + joined(purposes) + ", but none says who agreed to personalisation";
    }

    /// "marketing, profiling and email".
    private static String joined(Set<String> purposes) {
        List<String> names = purposes.stream().sorted().toList();
        int last = names.size() - 1;
        return last == 0 ? names.getFirst() : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /// What may be declared as it is typed, such as "all-agreed".
    public static String word(ConsentBasis basis) {
        return basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package app.attune.events;

import app.attune.core.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// What the values of a column of consent mean. Letter case and room around a value mean nothing.
///
/// @param granted values that say yes
/// @param denied  values that say no
/// @param revoked values that say that a yes was taken back
/// @param unknown what any other value means
public record ConsentValues(List<String> granted, List<String> denied, List<String> revoked, Unknown unknown) {
    /// What a value means that is listed nowhere. An empty one says nothing.
    public enum Unknown {
        /// The whole row is kept aside, to be mended.
        KEEP_ASIDE,
        /// The user has not agreed.
        NOT_GRANTED
    }

    /// How most files say it.
    public static final ConsentValues USUAL = new ConsentValues(
            List.of("granted", "true", "yes", "y", "1", "t", "opt-in", "opted in"),
            List.of("denied", "false", "no", "n", "0", "f", "opt-out", "opted out"),
            List.of("revoked", "withdrawn"),
            Unknown.KEEP_ASIDE);

    public ConsentValues {
        granted = listed(granted);
        denied = listed(denied);
        revoked = listed(revoked);
        // Files may leave it out.
        unknown = unknown == null ? Unknown.KEEP_ASIDE : unknown;
        List<String> all = new ArrayList<>(granted);
        all.addAll(denied);
        all.addAll(revoked);
        if (all.stream().distinct().count() < all.size()) {
            throw ProblemException.of(
                    "mapping.consent-twice",
                    "A value of consent has two meanings.",
                    "List every value once: under granted, denied or revoked.");
        }
    }

    private static List<String> listed(Collection<String> values) {
        TreeSet<String> sorted = new TreeSet<>();
        if (values != null) {
            values.forEach(value -> sorted.add(plain(value)));
        }
        return List.copyOf(sorted);
    }

    static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /// What is listed, by value.
    Map<String, ConsentStatus> meanings() {
        Map<String, ConsentStatus> meanings = new HashMap<>();
        granted.forEach(value -> meanings.put(value, ConsentStatus.GRANTED));
        denied.forEach(value -> meanings.put(value, ConsentStatus.DENIED));
        revoked.forEach(value -> meanings.put(value, ConsentStatus.REVOKED));
        return meanings;
    }

    /// What a value means; UNCLEAR if it is listed nowhere.
    public ConsentStatus of(String value) {
        return meanings().getOrDefault(plain(value), ConsentStatus.UNCLEAR);
    }

    /// The same with another meaning for one value; UNCLEAR takes it off the lists.
    public ConsentValues with(String value, ConsentStatus status) {
        String text = plain(value);
        List<String> yes = without(granted, text);
        List<String> no = without(denied, text);
        List<String> back = without(revoked, text);
        switch (status) {
            case GRANTED -> yes.add(text);
            case DENIED -> no.add(text);
            case REVOKED -> back.add(text);
            case UNCLEAR -> {}
        }
        return new ConsentValues(yes, no, back, unknown);
    }

    public ConsentValues with(Unknown other) {
        return new ConsentValues(granted, denied, revoked, other);
    }

    private static List<String> without(List<String> values, String value) {
        List<String> rest = new ArrayList<>(values);
        rest.remove(value);
        return rest;
    }
}

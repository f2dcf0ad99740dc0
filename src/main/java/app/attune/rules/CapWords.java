package app.attune.rules;

/// Caps in words.
public final class CapWords {
    private CapWords() {}

    /// "at most 3 times in 7 days per user".
    public static String of(FrequencyCap cap) {
        return "at most " + times(cap.times())
                + switch (cap.per()) {
                    case FrequencyCap.Last last -> " in " + last.length() + " " + unit(last) + " per user";
                    case FrequencyCap.CalendarDay day -> " on one day per user (" + day.zone() + ")";
                    case FrequencyCap.Visit ignored -> " per visit";
                };
    }

    private static String times(int times) {
        return times == 1 ? "once" : times + " times";
    }

    private static String unit(FrequencyCap.Last last) {
        String unit = switch (last.unit()) {
            case DAYS -> "day";
            case HOURS -> "hour";
        };
        return last.length() == 1 ? unit : unit + "s";
    }

    /// "nothing shown before" or "shown before: offer-a 2 times, pin-b once".
    static String of(Shown shown) {
        StringBuilder words = new StringBuilder();
        shown.sorted()
                .forEach((rule, times) -> words.append(words.isEmpty() ? "shown before: " : ", ")
                        .append(rule)
                        .append(' ')
                        .append(times(times.size())));
        shown.visitStart()
                .ifPresent(start -> words.append(words.isEmpty() ? "" : ", ")
                        .append("visit since ")
                        .append(start));
        return words.isEmpty() ? "nothing shown before" : words.toString();
    }
}

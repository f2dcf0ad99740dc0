package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.WrittenTime;
import app.attune.events.EventFrame;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What would be otherwise of one user.
///
/// @param attributes with their new values as written; an empty text takes one away
/// @param events     that would have happened, each a second before the time that is looked at
/// @param asOf       the time that would be looked at; the one of the preview if empty
public record WhatIf(Map<String, String> attributes, List<Event> events, Optional<Instant> asOf) {
    /// An event that would have happened.
    public record Event(String type, Optional<ItemId> item, OptionalDouble value) {}

    public WhatIf {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        events = List.copyOf(events);
    }

    public boolean isNothing() {
        return attributes.isEmpty() && events.isEmpty() && asOf.isEmpty();
    }

    /// As an analyst writes it.
    ///
    /// @param attributes each as `name=value`
    /// @param events     each as `type`, `type:item` or `type:item=value`
    /// @param asOf       a date or a time; nothing if blank
    /// @param data       of which types and items are
    /// @throws ProblemException `decide.bad-what-if`
    static WhatIf of(List<String> attributes, List<String> events, String asOf, EventFrame data) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String one : attributes) {
            int at = one.indexOf('=');
            if (at < 1) {
                throw bad("\u201c" + one + "\u201d does not say what the attribute would be.", "country=Norway");
            }
            changed.put(one.substring(0, at).strip(), one.substring(at + 1).strip());
        }
        List<Event> added = new ArrayList<>();
        events.forEach(one -> added.add(new WrittenEvent(one, data).read()));
        return new WhatIf(changed, added, time(asOf));
    }

    private static Optional<Instant> time(String written) {
        try {
            return written.isBlank() ? Optional.empty() : Optional.of(WrittenTime.instant(written.strip()));
        } catch (DateTimeException e) {
            throw bad(
                    "\u201c" + written + "\u201d is not a date or time of the years 1 to 9999.",
                    "2026-11-24 or 2026-11-24T09:30:00Z");
        }
    }

    static ProblemException bad(String message, String example) {
        return ProblemException.of("decide.bad-what-if", message, "Write it as in " + example + ".");
    }

    /// As in "What if country = Norway, purchase of 31".
    public String title() {
        List<String> parts = new ArrayList<>();
        attributes.forEach((name, value) -> parts.add(value.isEmpty() ? "no " + name : name + " = " + value));
        events.forEach(event ->
                parts.add(event.type() + event.item().map(item -> " of " + item).orElse("")));
        asOf.ifPresent(time -> parts.add("at " + time));
        return parts.stream().collect(Collectors.joining(", ", "What if ", ""));
    }
}

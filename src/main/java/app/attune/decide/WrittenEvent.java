package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.WrittenNumber;
import app.attune.events.EventFrame;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/// An event as an analyst writes it: `type`, `type:item` or `type:item=value`. Types and items may have colons and
/// equals signs of their own, so what the data has decides where they end.
record WrittenEvent(String written, EventFrame data) {
    /// What is not in the data is read up to the first colon and the last equals sign.
    ///
    /// @throws ProblemException `decide.bad-what-if`
    WhatIf.Event read() {
        String text = written.strip();
        Optional<String> known = data.types().texts().stream()
                .filter(type -> text.equals(type) || text.startsWith(type + ":"))
                .max(Comparator.comparingInt(String::length));
        int end = known.map(String::length).orElseGet(() -> text.indexOf(':'));
        String type = end < 0 ? text : text.substring(0, end).strip();
        String rest =
                end < 0 || end == text.length() ? "" : text.substring(end + 1).strip();
        if (type.isEmpty()) {
            throw WhatIf.bad("\u201c" + text + "\u201d does not say what kind of event it would be.", "purchase:31");
        }
        return event(type, rest);
    }

    private WhatIf.Event event(String type, String rest) {
        int equals = rest.lastIndexOf('=');
        if (equals < 0 || isItem(rest)) {
            return new WhatIf.Event(type, item(rest), OptionalDouble.empty());
        }
        String item = rest.substring(0, equals).strip();
        String value = rest.substring(equals + 1).strip();
        OptionalDouble number = WrittenNumber.of(value);
        if (number.isEmpty() && (item.isEmpty() || isItem(item))) {
            throw WhatIf.bad(
                    "\u201c" + value + "\u201d is not a number, which the value of an event is.", "purchase:31=49.90");
        }
        return new WhatIf.Event(type, item(number.isEmpty() ? rest : item), number);
    }

    private boolean isItem(String text) {
        return data.items().find(text).isPresent();
    }

    private static Optional<ItemId> item(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new ItemId(text));
    }
}

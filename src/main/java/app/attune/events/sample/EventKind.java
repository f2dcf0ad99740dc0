package app.attune.events.sample;

import java.util.Locale;

/// What a shopper did.
enum EventKind {
    VIEW,
    SEARCH,
    CART,
    PURCHASE,
    RATING,
    EXPOSURE;

    /// As in the file.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

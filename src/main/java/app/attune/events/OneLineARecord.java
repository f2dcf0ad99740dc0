package app.attune.events;

import app.attune.core.Counted;
import app.attune.events.read.Rejection;
import java.util.Optional;
import java.util.function.Consumer;

/// Passes rejected rows on, all of one record as one: it is mended once, and it may have a million rows too many.
final class OneLineARecord {
    private final Consumer<KeptRow> into;
    private Optional<KeptRow> first = Optional.empty();
    private long more;

    OneLineARecord(Consumer<KeptRow> into) {
        this.into = into;
    }

    void take(KeptRow row) {
        if (first.filter(one -> one.record() == row.record()).isPresent()) {
            more++;
            return;
        }
        finish();
        first = Optional.of(row);
    }

    /// To be called after the last one.
    void finish() {
        first.map(this::together).ifPresent(into);
        first = Optional.empty();
        more = 0;
    }

    private KeptRow together(KeptRow row) {
        Rejection one = row.rejection();
        String detail = more == 0 ? one.detail() : one.detail() + ", and " + Counted.of(more, "row") + " after it";
        return new KeptRow(row.record(), new Rejection(one.line(), one.column(), one.reason(), detail, one.raw()));
    }
}

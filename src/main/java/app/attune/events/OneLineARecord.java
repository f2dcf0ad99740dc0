package app.attune.events;

import app.attune.core.Counted;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Rejection;
import java.util.Optional;
import java.util.function.Consumer;

/// Passes rejections on, all rows that one record has too many as one: there may be a million of them, and none has a
/// text that could be mended.
final class OneLineARecord {
    private final Consumer<Rejection> into;
    private Optional<Rejection> first = Optional.empty();
    private long more;

    OneLineARecord(Consumer<Rejection> into) {
        this.into = into;
    }

    void take(Rejection rejection) {
        boolean tooMany = rejection.reason() == RejectReason.TOO_MANY_ROWS;
        if (tooMany && first.filter(one -> one.line() == rejection.line()).isPresent()) {
            more++;
            return;
        }
        finish();
        if (tooMany) {
            first = Optional.of(rejection);
        } else {
            into.accept(rejection);
        }
    }

    /// To be called after the last one.
    void finish() {
        first.map(this::together).ifPresent(into);
        first = Optional.empty();
        more = 0;
    }

    private Rejection together(Rejection one) {
        String detail = more == 0 ? one.detail() : one.detail() + ", and " + Counted.of(more, "row") + " after it";
        return new Rejection(one.line(), one.column(), one.reason(), detail, one.raw());
    }
}

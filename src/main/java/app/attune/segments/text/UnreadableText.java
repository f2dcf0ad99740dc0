package app.attune.segments.text;

/// That a text cannot be read: where, why, and what to do.
final class UnreadableText extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TextReading.Unreadable reading;

    UnreadableText(TextReading.Unreadable reading) {
        super(reading.why());
        this.reading = reading;
    }

    TextReading.Unreadable reading() {
        return reading;
    }
}

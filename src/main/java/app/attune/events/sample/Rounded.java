package app.attune.events.sample;

/// Rounds figures for `expected.json` to six places.
final class Rounded {
    private Rounded() {}

    static double of(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}

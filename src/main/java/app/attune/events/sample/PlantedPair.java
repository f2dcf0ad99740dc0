package app.attune.events.sample;

/// Two articles bought together far more often than chance: an order with `anchor` adds `partner` with `confidence`.
///
/// `alone` is the share of its buyers' orders that begin with the partner.
record PlantedPair(int anchor, int partner, double confidence, double alone) {}

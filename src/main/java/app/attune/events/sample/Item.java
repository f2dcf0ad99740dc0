package app.attune.events.sample;

/// One article of the shop; `taste` is the hidden leaning that its buyers share.
record Item(String id, String name, Shelf shelf, String brand, int cents, int taste) {}

package app.attune.events.sample;

/// One event as it stands in `events.csv.gz`; `loadedAt` is epoch milliseconds.
record Row(String id, ShopEvent event, String orderId, long loadedAt) {}

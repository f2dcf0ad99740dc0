package app.attune.recommend;

import app.attune.core.ItemId;

/// An item a user interacted with and how much that counts (weights of the event types; 1 for plain interactions).
public record HistoryItem(ItemId item, double weight) {}

package app.attune.recommend;

/// An event type of the data and what it is good for.
///
/// @param events          of this type that come with an item
/// @param takenBack       of these, the events with a value or quantity below zero, which never count
/// @param suggestedWeight 0 if the name says that it tells nothing about liking an item, or if all its events
///                        are taken back
public record EventTypeUse(String type, long events, long takenBack, double suggestedWeight) {}

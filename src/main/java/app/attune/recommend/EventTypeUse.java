package app.attune.recommend;

/// An event type of the data and what it is good for.
///
/// @param events          of this type that come with an item
/// @param suggestedWeight 0 if the name says that it tells nothing about liking an item
public record EventTypeUse(String type, long events, double suggestedWeight) {}

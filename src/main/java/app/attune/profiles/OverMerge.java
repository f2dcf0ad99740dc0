package app.attune.profiles;

/// An identifier that would have made one person of too many.
///
/// @param identifier seen with too many users, or on the link that was refused
/// @param state      SHARED or REFUSED
/// @param kind       of what there were too many: users, or identifiers of this kind
/// @param count      of them there would have been
/// @param limit      that the rule sets
/// @param userIdx    a user it was seen with
public record OverMerge(Identifier identifier, LinkState state, String kind, int count, int limit, int userIdx) {}

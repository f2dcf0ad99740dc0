package app.attune.recommend.rerank;

import java.util.function.Supplier;

/// What steps work with.
///
/// @param items        that can be ranked
/// @param users        of each item in the training data
/// @param byUsers      how unlike items are by who took them
/// @param byAttributes how unlike items are by what they are; made when first asked for
/// @param kinds        the attribute whose mix is calibrated unless a step names one; empty text if there is none
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
public record Material(
        RerankItems items, int[] users, Unlikeness byUsers, Supplier<Unlikeness> byAttributes, String kinds) {}

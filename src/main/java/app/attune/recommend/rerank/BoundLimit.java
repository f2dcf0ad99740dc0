package app.attune.recommend.rerank;

import app.attune.recommend.rerank.RerankItems.Attribute;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A limit with the items it is about.
///
/// @param code      of the value in the attribute; -1 for each of them
/// @param deadlines of a limit from below: by which place, counted from 1, the first, second … member stands; ascending
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
record BoundLimit(Step.Limit limit, Attribute attribute, int code, int[] deadlines) {
    /// @param n places of the list
    static BoundLimit of(Step.Limit limit, Attribute attribute, int n) {
        return switch (limit) {
            case Step.AtMost most ->
                new BoundLimit(
                        limit, attribute, most.value().isEmpty() ? -1 : codeOf(attribute, most.value()), new int[0]);
            case Step.AtLeast least ->
                new BoundLimit(
                        limit,
                        attribute,
                        codeOf(attribute, least.value()),
                        IntStream.range(0, Math.min(n, least.least()))
                                .map(ignored -> n)
                                .toArray());
            case Step.Share share ->
                new BoundLimit(limit, attribute, codeOf(attribute, share.value()), FairShare.deadlines(share, n));
        };
    }

    /// A value that no item has is none of the codes.
    private static int codeOf(Attribute attribute, String value) {
        int code = attribute.code(value);
        return code < 0 ? Integer.MAX_VALUE : code;
    }

    boolean isCap() {
        return limit instanceof Step.AtMost;
    }

    /// How many are allowed of each value.
    int most() {
        return limit instanceof Step.AtMost most ? most.most() : Integer.MAX_VALUE;
    }

    /// The values of an item that this is about.
    int[] groups(int itemIdx) {
        return code < 0
                ? attribute.ofItem()[itemIdx]
                : Arrays.stream(attribute.ofItem()[itemIdx])
                        .filter(value -> value == code)
                        .toArray();
    }

    /// The same for fewer members, the last of them left out.
    BoundLimit atMostMembers(int members) {
        return members >= deadlines.length
                ? this
                : new BoundLimit(limit, attribute, code, Arrays.copyOf(deadlines, members));
    }
}

package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.recommend.rerank.Material;
import app.attune.recommend.rerank.RerankItems;
import app.attune.recommend.rerank.Unlikeness;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// What re-rankings work with, made of training data or of a saved model.
final class RerankMaterial {
    private static final double WORD_WEIGHT = 0.5;

    private RerankMaterial() {}

    /// Positions are those of the training data.
    static Material of(Interactions train, Progress progress) {
        EventFrame frame = train.log().frame();
        return new Material(
                new RerankItems(frame, train.catalogue().items()),
                train.usersByItem(),
                new SharedUsers(train)::between,
                new Once(() -> byTraits(frame, train.catalogue(), progress)),
                ItemKinds.of(train).map(ItemKinds::attribute).orElse(""));
    }

    /// Positions are those of the model; who took what is as the data is now.
    static Material of(CatalogueModel model, Interactions now, Progress progress) {
        EventFrame frame = now.log().frame();
        Catalogue catalogue = model.catalogue();
        int[] columns = catalogue.items().stream()
                .mapToInt(item -> now.catalogue().position(item))
                .toArray();
        SharedUsers users = new SharedUsers(now);
        return new Material(
                new RerankItems(frame, catalogue.items()),
                model.supports(),
                (one, other) ->
                        columns[one] < 0 || columns[other] < 0 ? 1 : users.between(columns[one], columns[other]),
                new Once(() -> byTraits(frame, catalogue, progress)),
                ItemKinds.of(now).map(ItemKinds::attribute).orElse(""));
    }

    /// 1 minus the cosine of attributes and words; items the frame does not have are unlike all others.
    private static Unlikeness byTraits(EventFrame frame, Catalogue catalogue, Progress progress) {
        int[] known = IntStream.range(0, catalogue.size())
                .filter(item -> frame.items().find(catalogue.item(item).value()).isPresent())
                .toArray();
        Catalogue inFrame =
                new Catalogue(IntStream.of(known).mapToObj(catalogue::item).toList());
        SparseTable rows = ItemTraits.of(frame, progress).rows(inFrame, WORD_WEIGHT);
        int[] rowOf = new int[catalogue.size()];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < known.length; row++) {
            rowOf[known[row]] = row;
        }
        return (one, other) ->
                rowOf[one] < 0 || rowOf[other] < 0 ? 1 : Math.clamp(1 - cosine(rows, rowOf[one], rowOf[other]), 0, 1);
    }

    /// Made when it is first asked for, then kept. Thread-safe.
    private static final class Once implements Supplier<Unlikeness> {
        private final Supplier<Unlikeness> make;
        private Optional<Unlikeness> made = Optional.empty();

        Once(Supplier<Unlikeness> make) {
            this.make = make;
        }

        @Override
        public synchronized Unlikeness get() {
            if (made.isEmpty()) {
                made = Optional.of(make.get());
            }
            return made.get();
        }
    }

    /// Of two rows of length 1.
    private static double cosine(SparseTable rows, int one, int other) {
        double sum = 0;
        int at = rows.from(one);
        int beside = rows.from(other);
        while (at < rows.to(one) && beside < rows.to(other)) {
            if (rows.other(at) == rows.other(beside)) {
                sum += rows.weight(at++) * rows.weight(beside++);
            } else if (rows.other(at) < rows.other(beside)) {
                at++;
            } else {
                beside++;
            }
        }
        return sum;
    }
}

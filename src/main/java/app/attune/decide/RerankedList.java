package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.UserId;
import app.attune.profiles.Population;
import app.attune.recommend.ModelId;
import app.attune.recommend.RerankedModel;
import app.attune.recommend.rerank.Reranked;
import java.time.Instant;
import java.util.List;

/// What one user gets by one model alone, re-ranked, with what moved and what is gone.
///
/// @param steps in words
/// @param items by place
/// @param gone  what the model alone would have shown, in its order
/// @param taken how many more of its candidates conditions and limits left out
/// @param notes wishes that could not be met
public record RerankedList(
        UserId user,
        ModelId model,
        Instant asOf,
        String steps,
        List<Line> items,
        List<Line> gone,
        int taken,
        List<String> notes) {
    /// @param place  from 1; 0 where it is gone
    /// @param from   its place on the model's list
    /// @param score  the model's; 0 where it is gone
    /// @param reason where it came from and by which step, or why it is gone; empty text where it stands as before
    public record Line(ItemId item, String name, int place, int from, double score, String reason) {}

    public RerankedList {
        items = List.copyOf(items);
        gone = List.copyOf(gone);
        notes = List.copyOf(notes);
    }

    /// Of a user of the desk's data at its time.
    ///
    /// @throws app.attune.core.ProblemException `decide.unknown-user`
    public static RerankedList of(RerankedModel model, UserId user, DecisionDesk desk) {
        Population population = desk.setup().population();
        int userIdx = population
                .events()
                .users()
                .find(user.value())
                .orElseThrow(
                        () -> UnknownUser.of(user.value(), population.events().users()));
        Instant asOf = desk.setup().asOf();
        WeighedHistories histories =
                new WeighedHistories(population, model.card().interactions());
        Reranked list =
                model.list(histories.history(userIdx, asOf), desk.setup().length());
        FrameCatalogue names = desk.catalogue();
        return new RerankedList(
                user,
                model.card().id(),
                asOf,
                model.reranking().words(),
                list.items().stream().map(one -> line(model, one, names)).toList(),
                list.missed().stream().map(one -> line(model, one, names)).toList(),
                list.dropped().size() - list.missed().size(),
                list.notes());
    }

    private static Line line(RerankedModel model, Reranked.Placed placed, FrameCatalogue names) {
        ItemId item = model.item(placed.itemIdx());
        return new Line(item, names.name(item), placed.place(), placed.from(), placed.score(), placed.words());
    }

    private static Line line(RerankedModel model, Reranked.Dropped dropped, FrameCatalogue names) {
        ItemId item = model.item(dropped.itemIdx());
        return new Line(item, names.name(item), 0, dropped.from(), 0, dropped.why());
    }
}

package app.attune.decide;

/// Where an item of a decision ended.
public sealed interface ItemFate {
    /// It is on the list.
    ///
    /// @param place 1 is the top
    record Listed(int place) implements ItemFate {}

    /// It is not on the list.
    ///
    /// @param of items that came to the stage
    record Fell(Stage.Name stage, int of, Stage.Dropped dropped) implements ItemFate {}

    /// Neither catalogue nor models nor rules know it.
    record Unknown() implements ItemFate {}
}

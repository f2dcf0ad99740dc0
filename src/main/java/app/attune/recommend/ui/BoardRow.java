package app.attune.recommend.ui;

import app.attune.recommend.EvaluationRow;
import app.attune.recommend.Leaderboard;
import app.attune.recommend.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row of the leaderboard.
///
/// @param card empty for the baselines
record BoardRow(EvaluationRow result, Optional<ModelCard> card) {
    /// The saved models, best first, then the baselines that no saved model repeats.
    static List<BoardRow> of(Leaderboard board) {
        List<BoardRow> rows = new ArrayList<>();
        List<EvaluationRow> results = board.evaluation().rows();
        int baselines = results.size() - board.models().size();
        for (int i = 0; i < board.models().size(); i++) {
            rows.add(new BoardRow(
                    results.get(baselines + i), Optional.of(board.models().get(i))));
        }
        for (int i = baselines - 1; i >= 0; i--) {
            if (board.evaluation().distinctRows().contains(results.get(i))) {
                rows.add(new BoardRow(results.get(i), Optional.empty()));
            }
        }
        return List.copyOf(rows);
    }
}

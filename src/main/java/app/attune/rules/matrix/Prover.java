package app.attune.rules.matrix;

import app.attune.core.Progress;

/// Proves whether anybody can be meant by a statement about users.
///
/// Nobody is proved by going through all values that rows can tell apart; that values exclude one another is only used
/// where it always holds ([Relations]), so that more users are thought possible than there are. Somebody is proved by
/// making that user, events included, and asking the evaluator of segments about them. Anything else is not proved.
final class Prover {
    /// Which values there are.
    record Domain(Schema schema, CellCut cells, RequestCells requests) {
        /// Of users alone.
        Domain(Schema schema, CellCut cells) {
            this(schema, cells, RequestCells.none());
        }
    }

    private final Domain domain;
    private final WitnessMaker maker;

    Prover(Schema schema) {
        this(new Domain(schema, new Cells(schema)));
    }

    Prover(Schema schema, RequestCells requests) {
        this(new Domain(schema, new Cells(schema), requests));
    }

    Prover(Domain domain) {
        this.domain = domain;
        this.maker = new WitnessMaker(domain.schema(), domain.requests());
    }

    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    Proof prove(Formula statement, Progress progress) {
        Question question = new Question(statement, domain.schema());
        return new Search(question, domain, values -> maker.make(values, question), progress).run();
    }
}

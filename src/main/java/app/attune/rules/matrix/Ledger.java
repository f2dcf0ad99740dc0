package app.attune.rules.matrix;

import app.attune.core.Progress;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Settles claims, each different one once. A real user proves that there can be somebody; only where there is none the
/// prover is asked.
final class Ledger {
    private final Prover prover;
    private final RuleReading reading;
    private final Progress progress;
    private final Map<Integer, Proof> proofs = new HashMap<>();

    Ledger(Prover prover, RuleReading reading, Progress progress) {
        this.prover = prover;
        this.reading = reading;
        this.progress = progress;
    }

    /// @param users those of the population for whom it holds
    Claim claim(Formula statement, RoaringBitmap users) {
        Proof proof = users.isEmpty() ? proof(statement) : new Proof.Somebody(Witness.real(reading.id(users.first())));
        return new Claim(proof, users.getCardinality());
    }

    Proof proof(Formula statement) {
        progress.checkpoint();
        Proof known = proofs.get(statement.id());
        if (known == null) {
            known = prover.prove(statement, progress);
            proofs.put(statement.id(), known);
        }
        return known;
    }
}

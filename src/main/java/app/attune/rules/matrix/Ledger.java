package app.attune.rules.matrix;

import app.attune.core.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// Users of the population for whom a statement holds in some requests now.
    ///
    /// @param requests which
    record Case(RoaringBitmap users, Formula requests) {}

    /// Counts the users of the cases for which a request is found.
    Claim claim(Formula statement, List<Case> cases) {
        RoaringBitmap users = new RoaringBitmap();
        Optional<Proof> real = Optional.empty();
        for (Case one : cases) {
            if (!one.users().isEmpty() && proof(one.requests()) instanceof Proof.Somebody found) {
                users.or(one.users());
                real = real.or(() -> Optional.of(
                        new Proof.Somebody(Witness.real(reading.id(one.users().first()), facts(statement, found)))));
            }
        }
        return new Claim(real.orElseGet(() -> proof(statement)), users.getCardinality());
    }

    /// Of the request.
    private List<Witness.Fact> facts(Formula statement, Proof.Somebody found) {
        return reading.facts(statement, found.witness());
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

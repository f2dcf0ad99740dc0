package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.profiles.Population;
import app.attune.recommend.FoundWeights;
import app.attune.recommend.ModelCard;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "train",
        description = "Trains a recommender, measures it on later events and keeps it.",
        footer = {
            "",
            "Options of each kind (-o NAME=VALUE), with their usual values:",
            "  popularity        count=users (or events)",
            "  recent-popularity half-life=30 (days) count=users (or events)",
            "  item-knn          neighbours=50 shrink=20 weighting=none (or tf-idf, bm25)",
            "  rp3beta           neighbours=100 alpha=1 beta=0.6",
            "  ease              lambda=300 neighbours=200 (0 keeps all)",
            "  slim              l1=1 l2=20 candidates=300 (0 tries all)",
            "  graph-filter      tastes=128 taste-weight=0.2 sharpening=2.5 neighbours=200",
            "  content           neighbours=200 word-weight=0.5",
            "  complements       basket=order (or session, day) min-support=3 neighbours=50",
            "                    measure=log-likelihood (or lift, confidence)",
            "  markov            sequence=session (or day, user) shrink=5 neighbours=100",
            "  user-knn          neighbours=100 shrink=10; only here, not in bundles",
            "  session-knn       sequence=session (or day) neighbours=200 shrink=0;",
            "                    only here, not in bundles",
            "  ials              factors=64 iterations=15 unobserved=0.1 lambda=0.003 nu=1",
            "                    solver=cholesky (or conjugate-gradient)",
            "  bpr               factors=64 epochs=50 rate=0.02 lambda=0.01",
            "  hybrid            method=stacked (or weighted) first=item-knn",
            "                    second=rp3beta third=none fourth=none first-weight=1",
            "                    second-weight=1 third-weight=1 fourth-weight=1",
            "  switching         threshold=5 few=recent-popularity many=item-knn; only here",
            "",
            "Examples:",
            "  attune train shop item-knn --neighbours 100",
            "  attune train shop ease --option lambda=500",
            "  attune train shop ials --option factors=128 --option unobserved=0.3",
            "  attune train shop item-knn --types purchase,add_to_cart",
            "  attune train shop complements --types purchase",
            "  attune train shop hybrid -o second=content -o third=markov",
            "  attune train shop popularity --weight purchase=3 --weight view=1"
        })
final class TrainCommand extends WorkspaceCommand {
    @Parameters(
            index = "1",
            paramLabel = "KIND",
            description =
                    "popularity, recent-popularity, item-knn, rp3beta, ease, slim, graph-filter, content, complements, markov, user-knn, session-knn, ials, bpr, hybrid or switching.")
    @Nullable
    private String kind;

    @Mixin
    private final RecommenderArguments options = new RecommenderArguments();

    TrainCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Population population = services.populations().current(progress());
        ModelCard card = services.models()
                .train(population, options.request(Words.given(kind, "KIND"), population.events()), progress());
        List<String> lines = new ArrayList<>();
        lines.add("Trained " + card.id() + " on " + Words.number(card.size().pairs()) + " pairs of "
                + Counted.of(card.size().users(), "user") + " and "
                + Counted.of(card.size().items(), "item") + ".");
        FoundWeights.of(card).ifPresent(weights -> lines.add("Weights found on later interactions: " + weights + "."));
        lines.addAll(InterestWords.lines(card.interactions(), population.events()));
        lines.addAll(Evaluations.lines(card.evaluation()));
        ObjectNode node =
                Json.mapper().createObjectNode().put("model", card.id().toString());
        FoundWeights.of(card).ifPresent(weights -> node.put("weightsFound", weights));
        node.set("interest", InterestWords.json(card.interactions()));
        node.set("evaluation", Evaluations.json(card.evaluation()));
        return Report.of(lines, node);
    }
}

package app.attune.cli;

import app.attune.profiles.Population;
import app.attune.recommend.tune.Search;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "tune",
        description = "Searches for good settings of a recommender and keeps every trial.",
        footer = {
            "",
            "Trials learn from the first 80 %% of the training part (--split) and are judged",
            "on the users of its last 20 %%. The test part is read once, at the end, for the",
            "best settings only. The best of many trials looks better than it is.",
            "",
            "Ways to search (--search):",
            "  tpe      where good trials are dense and bad ones are not (usual)",
            "  random   each trial on its own",
            "  halving  --trials settings learn from a ninth of the users, the best third",
            "           of them from a third, the best third of those from all users",
            "",
            "Settings are searched around what is usual (attune train --help lists them);",
            "-o NAME=VALUE keeps one as it is, --range NAME=LOW..HIGH narrows or widens it.",
            "A search that was stopped goes on with --resume; only --trials and --seconds",
            "count then. Searches are kept in the workspace's models/searches.",
            "",
            "Examples:",
            "  attune tune shop ease --trials 30",
            "  attune tune shop item-knn --search random --by recall@20 --seconds 120",
            "  attune tune shop ials --search halving --trials 27 -o solver=cholesky",
            "  attune tune shop ease --range lambda=50..5000 -o neighbours=200",
            "  attune tune shop ease --resume --trials 60"
        })
final class TuneCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "KIND", description = "A recommender such as ease or ials.")
    private String kind = "";

    @Mixin
    private final SearchArguments search = new SearchArguments();

    @Mixin
    private final RecommenderArguments options = new RecommenderArguments();

    TuneCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        RecommenderArguments.algorithm(kind);
        Population population = services.populations().current(progress());
        Search found = search.isResumed()
                ? services.tuning()
                        .resume(population, search.resumed(kind, services.tuning()), search.course(), progress())
                : services.tuning()
                        .start(
                                population,
                                search.request(kind, options, population.events()),
                                search.course(),
                                progress());
        int code = progress().isCancelled() ? ExitCode.CANCELLED : ExitCode.OK;
        return new Report(new SearchLines(found, folder()).all(), SearchReport.json(found), code);
    }
}

package app.attune.workbench;

import app.attune.cli.Services;
import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// An open workspace with its services.
final class ServiceWorkspace implements OpenWorkspace {
    private static final String AUTHOR = "analyst";

    private final Services services;

    ServiceWorkspace(Services services) {
        this.services = services;
    }

    @Override
    public Services services() {
        return services;
    }

    @Override
    public Path folder() {
        return services.workspace().folder();
    }

    @Override
    public String name() {
        return services.workspace().name();
    }

    @Override
    public List<Problem> findings() {
        return services.workspace().findings();
    }

    @Override
    public void whenAskedFor(Runnable answer) {
        services.workspace().whenAskedFor(answer);
    }

    @Override
    public Standing standing(Progress progress) {
        Population population = services.populations().current(progress);
        Optional<LocalDate> to = population
                .events()
                .span()
                .map(span -> LocalDate.ofInstant(span.to().minusMillis(1), ZoneOffset.UTC));
        return new Standing(
                population.events().eventCount(),
                population.size(),
                to,
                consent(population),
                agreement(population),
                population.consents().purposes());
    }

    private static Agreement agreement(Population population) {
        if (population.consents().basis().allows()) {
            return Agreement.DECLARED;
        }
        return population.consents().isKnown() || population.size() == 0 ? Agreement.TOLD : Agreement.MISSING;
    }

    @Override
    public void declare(ConsentBasis basis, String reason) {
        services.consents().declare(basis, reason, AUTHOR);
    }

    private static String consent(Population population) {
        Texts texts = Texts.of("workbench");
        if (!population.consents().isKnown()) {
            return population.size() == 0 ? "" : texts.get("status.no-consent");
        }
        long withheld = population
                .consents()
                .withheld(Consents.PERSONALISATION, population.defaultAsOf())
                .getLongCardinality();
        return texts.get("status.consent", Numbers.percent(population.size() - withheld, population.size()));
    }

    @Override
    public HomeCharts homeCharts() {
        return new ServiceCharts(services);
    }

    @Override
    public Keeping keeping() {
        return new ServiceKeeping(services);
    }

    @Override
    public void close() {
        services.close();
    }
}

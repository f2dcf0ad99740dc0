package app.attune.workbench;

import app.attune.cli.Services;
import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

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
        Instant asOf = services.segments().asOf(progress);
        long before = asOf.toEpochMilli();
        EventFrame events = population.events();
        Optional<LocalDate> to =
                events.span(before).map(span -> LocalDate.ofInstant(span.to().minusMillis(1), ZoneOffset.UTC));
        return new Standing(
                IntStream.range(0, events.userCount())
                        .mapToLong(user -> events.to(user, before) - events.from(user))
                        .sum(),
                population.knownAt(asOf).getCardinality(),
                to,
                consent(population, asOf),
                agreement(population),
                population.consents().purposes(),
                new Moment(asOf, population.defaultAsOf()));
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

    private static String consent(Population population, Instant asOf) {
        Texts texts = Texts.of("workbench");
        if (!population.consents().isKnown()) {
            return population.size() == 0 ? "" : texts.get("status.no-consent");
        }
        RoaringBitmap known = population.knownAt(asOf);
        long users = known.getLongCardinality();
        long withheld = population.consents().withheldAmong(known, Consents.PERSONALISATION, asOf);
        return texts.get("status.consent", Numbers.percent(users - withheld, users));
    }

    @Override
    public void lookAt(Instant asOf) {
        services.asOf().choose(asOf);
    }

    @Override
    public void lookAtLatest() {
        services.asOf().latest();
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

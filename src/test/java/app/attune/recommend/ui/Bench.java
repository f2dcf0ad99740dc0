package app.attune.recommend.ui;

import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.FakeModelStore;
import app.attune.recommend.RecommendService;
import app.attune.recommend.RerankChoice;
import app.attune.recommend.Shop;
import app.attune.recommend.UserGroups;
import app.attune.recommend.tune.FakeSearchStore;
import app.attune.recommend.tune.TuningService;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.Tasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// A models screen with a shop behind it, in memory.
final class Bench {
    final FakeDialogs dialogs = new FakeDialogs();
    final List<Destination> visited = new ArrayList<>();
    final FakeModelStore store = new FakeModelStore();
    final RecommendService service = new RecommendService(store, Shop.CLOCK);
    final TuningService tuning = new TuningService(service, new FakeSearchStore(), Shop.CLOCK);
    final RerankChoice rerank = new RerankChoice();
    final Map<String, UserGroups.Members> segments = new LinkedHashMap<>();
    private final ModelsContext.People people;

    Bench(Population population) {
        this(progress -> population);
    }

    Bench(ModelsContext.People people) {
        this.people = people;
        segments.put("Few", (population, asOf, progress) -> RoaringBitmap.bitmapOf(0, 1, 2));
    }

    static Bench ofTastes() {
        return new Bench(Shop.withTastes(400, 15, 9));
    }

    static Bench withoutEvents() {
        return new Bench(Shop.population(new EventFrameBuilder().build()));
    }

    ModelsContext context(Tasks tasks) {
        return new ModelsContext(service, tuning, people, () -> segments, rerank, tasks, visited::add, dialogs);
    }
}

package app.attune.events.sample;

import app.attune.core.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/// The shop's 2,000 articles, how popular each is, which hidden taste it serves, and the planted pairs.
final class Catalogue {
    static final int TASTES = 40;

    private static final int PER_SHELF = 40;
    private static final List<String> BRANDS = List.of(
            "Talvikko",
            "Norrgrat",
            "Kestrelfen",
            "Marrowdale",
            "Oskefell",
            "Birkholt Trail",
            "Fjellrune",
            "Quillmoor",
            "Steinlauf",
            "Ventisca Norte",
            "Hollowpine",
            "Sarnvik",
            "Eltbach",
            "Gratwind",
            "Moosalm",
            "Tarnwick",
            "Varnsoe",
            "Wildmarken");
    private static final List<String> MODELS = List.of(
            "Ridge", "Lynx", "Cairn", "Drift", "Heath", "Larch", "Otter", "Plover", "Scree", "Tundra", "Vale", "Wren",
            "Ember", "Fjord", "Glade", "Juniper", "Kite", "Mallow", "Nimbus", "Oriole", "Pebble", "Quarry", "Rill",
            "Sorrel", "Thistle", "Umbra", "Vesper", "Willow", "Yarrow", "Zephyr");
    private static final String[][] PAIRS = {
        {"Stoves", "Gas cartridges"},
        {"Family tents", "Groundsheets"},
        {"Ropes", "Belay devices"},
        {"Hiking boots", "Shoe care"},
        {"GPS devices", "Batteries"},
        {"Kayaks", "Paddles"},
        {"Touring skis", "Climbing skins"},
        {"Trekking backpacks", "Rain covers"},
        {"Climbing shoes", "Chalk"},
        {"Trail running shoes", "Socks"},
    };
    private static final double[] CONFIDENCE = {.50, .45, .45, .40, .40, .35, .30, .30, .25, .20};
    private static final double[] ALONE = {.16, .12, .16, .14, .18, .12, .16, .20, .18, .20};

    private final List<Item> items;
    private final List<PlantedPair> pairs;
    private final WeightedDraw everything;
    private final List<WeightedDraw> byTaste;

    private Catalogue(List<Item> items, double[] popularity) {
        this.items = List.copyOf(items);
        this.pairs = plantPairs(items);
        this.everything = new WeightedDraw(popularity);
        List<WeightedDraw> draws = new ArrayList<>();
        for (int taste = 0; taste < TASTES; taste++) {
            draws.add(new WeightedDraw(onlyTaste(popularity, taste)));
        }
        this.byTaste = draws;
    }

    static Catalogue of(long seed) {
        SplittableRandom random = Seeds.stream(seed, "sample.catalogue");
        List<Shelf> shelves = Shelf.all();
        List<Item> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int shelf = 0; shelf < shelves.size(); shelf++) {
            for (int place = 0; place < PER_SHELF; place++) {
                items.add(article(shelves.get(shelf), new Place(items.size(), shelf, place), names, random));
            }
        }
        return new Catalogue(items, longTail(items.size(), random));
    }

    List<Item> items() {
        return items;
    }

    Item item(int itemIdx) {
        return items.get(itemIdx);
    }

    List<PlantedPair> pairs() {
        return pairs;
    }

    int drawAny(SplittableRandom random) {
        return everything.draw(random);
    }

    int drawOf(int taste, SplittableRandom random) {
        return byTaste.get(taste).draw(random);
    }

    private record Place(int itemIdx, int shelf, int place) {}

    private static Item article(Shelf shelf, Place place, Set<String> names, SplittableRandom random) {
        String brand = BRANDS.get(random.nextInt(BRANDS.size()));
        String stem = brand + " " + MODELS.get(random.nextInt(MODELS.size()));
        String name = stem + " " + shelf.noun();
        for (int edition = 2; !names.add(name); edition++) {
            name = stem + " " + edition + " " + shelf.noun();
        }
        int taste = (place.shelf() * 3 + place.place() % 3 * 13) % TASTES;
        String id = String.format(Locale.ROOT, "i%04d", place.itemIdx() + 1);
        return new Item(id, name, shelf, brand, price(shelf, random), taste);
    }

    private static int price(Shelf shelf, SplittableRandom random) {
        double r = random.nextDouble();
        long euros = Math.max(3, Math.round(shelf.euros() * (.65 + 1.1 * r * r)));
        return (int) euros * 100 - (random.nextInt(3) == 0 ? 10 : 5);
    }

    private static double[] longTail(int count, SplittableRandom random) {
        int[] rank = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            rank[i] = rank[other];
            rank[other] = i;
        }
        double[] weight = new double[count];
        for (int i = 0; i < count; i++) {
            weight[i] = 1 / StrictMath.pow(rank[i] + 12.0, .85);
        }
        return weight;
    }

    private double[] onlyTaste(double[] popularity, int taste) {
        double[] weight = new double[popularity.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = items.get(i).taste() == taste ? popularity[i] : 0;
        }
        return weight;
    }

    private static List<PlantedPair> plantPairs(List<Item> items) {
        List<PlantedPair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS.length; i++) {
            int anchor = firstOn(PAIRS[i][0], items);
            pairs.add(new PlantedPair(anchor, firstOn(PAIRS[i][1], items), CONFIDENCE[i], ALONE[i]));
        }
        return List.copyOf(pairs);
    }

    private static int firstOn(String leaf, List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).shelf().leaf().equals(leaf)) {
                return i;
            }
        }
        throw new IllegalStateException("No shelf called " + leaf);
    }
}

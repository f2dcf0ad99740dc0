package app.attune.events.sample;

import java.util.List;

/// One leaf of the category tree: what stands on it and about what it costs.
record Shelf(String top, String leaf, String noun, int euros) {
    private static final String ALL = """
            Tents;Family tents;family tent;420
            Tents;Trekking tents;trekking tent;310
            Tents;Tarps;tarp;75
            Tents;Groundsheets;groundsheet;35
            Tents;Pegs and lines;peg set;14
            Sleeping;Down sleeping bags;down sleeping bag;280
            Sleeping;Synthetic sleeping bags;sleeping bag;110
            Sleeping;Sleeping mats;sleeping mat;80
            Sleeping;Pillows;travel pillow;22
            Sleeping;Hammocks;hammock;65
            Camp kitchen;Stoves;camping stove;70
            Camp kitchen;Gas cartridges;gas cartridge;9
            Camp kitchen;Cookware;pot set;48
            Camp kitchen;Water filters;water filter;45
            Camp kitchen;Bottles;bottle;19
            Camp kitchen;Trail food;trail meal;8
            Backpacks;Trekking backpacks;trekking backpack;190
            Backpacks;Day packs;day pack;75
            Backpacks;Child carriers;child carrier;240
            Backpacks;Rain covers;rain cover;21
            Clothing;Rain jackets;rain jacket;160
            Clothing;Down jackets;down jacket;210
            Clothing;Fleeces;fleece;70
            Clothing;Trekking trousers;trekking trousers;85
            Clothing;Base layers;base layer;48
            Clothing;Socks;pair of socks;16
            Clothing;Hats and gloves;pair of gloves;29
            Shoes;Hiking boots;pair of hiking boots;180
            Shoes;Trail running shoes;pair of trail shoes;125
            Shoes;Sandals;pair of sandals;70
            Shoes;Shoe care;shoe wax;11
            Climbing;Ropes;climbing rope;150
            Climbing;Harnesses;harness;70
            Climbing;Belay devices;belay device;45
            Climbing;Climbing shoes;pair of climbing shoes;105
            Climbing;Chalk;chalk ball;8
            Navigation;GPS devices;GPS device;290
            Navigation;Head torches;head torch;49
            Navigation;Batteries;battery pack;24
            Navigation;Maps;hiking map;13
            Water;Kayaks;inflatable kayak;520
            Water;Paddles;paddle;65
            Water;Dry bags;dry bag;24
            Water;Swimwear;swim shirt;38
            Snow;Touring skis;pair of touring skis;490
            Snow;Climbing skins;pair of climbing skins;140
            Snow;Snowshoes;pair of snowshoes;150
            Snow;Goggles;pair of goggles;79
            Cycling;Bike bags;bike bag;72
            Cycling;Bike lights;bike light;34
            """;

    /// The fifty shelves of the shop.
    static List<Shelf> all() {
        return ALL.lines().map(Shelf::parse).toList();
    }

    private static Shelf parse(String line) {
        String[] part = line.split(";", -1);
        return new Shelf(part[0], part[1], part[2], Integer.parseInt(part[3]));
    }

    /// The path in the tree, from the top.
    String path() {
        return top + " > " + leaf;
    }
}

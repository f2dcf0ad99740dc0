package app.attune.segments.discover;

import java.util.List;

/// Items bought together, those in most orders first.
///
/// @param pairs  with somebody who bought the one and not the other
/// @param nobody how many pairs in as many orders were left out: everybody who bought the one bought the other too
public record BasketsFound(List<BoughtTogether> pairs, int nobody) {
    public BasketsFound {
        pairs = List.copyOf(pairs);
    }
}

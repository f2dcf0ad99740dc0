package app.attune.decider;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One line of `golden.jsonl`: a pseudonymised profile and what it must get.
///
/// @param why the line was chosen, such as "sampled" or "boundary of vip"
public record GoldenVector(String id, String why, ServerRequest request, ServerDecision expected) {
    /// In the order of the file.
    public static List<GoldenVector> readAll(BundleFolder folder) {
        List<GoldenVector> vectors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int line = 0;
        for (String text : (Iterable<String>) folder.text(BundleFormat.GOLDEN).lines()::iterator) {
            line++;
            String place = BundleFormat.GOLDEN + " line " + line;
            if (line > BundleFormat.MOST_VECTORS) {
                throw Fields.malformed(place, "there are more than " + BundleFormat.MOST_VECTORS + " golden decisions");
            }
            Fields fields = Fields.parse(text, place);
            if (!ids.add(fields.text("id"))) {
                throw fields.malformed("the id \"" + fields.text("id") + "\" is there twice");
            }
            vectors.add(new GoldenVector(
                    fields.text("id"),
                    fields.text("why"),
                    ServerRequest.read(fields),
                    ServerDecision.read(fields.object("expected"))));
        }
        return vectors;
    }
}

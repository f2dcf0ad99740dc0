package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.recommend.ItemItemModel.Neighbour;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Item-kNN by weights of TF-IDF and BM25 against NumPy 2.4.6, item by item.
final class WeightingTest {
    private static final String[] WEIGHED = {"20150", "11100", "10300", "01050", "01130", "21001", "00110", "51101"};

    private static final double[][] TF_IDF = {
        {0.0, 0.5394867299563525, 0.668225624592636, 0.23652039073027178, 0.7154301757293062},
        {0.5394867299563525, 0.0, 0.3643102005817182, 0.5532978648723051, 0.5628157439665147},
        {0.668225624592636, 0.3643102005817182, 0.0, 0.4155181620581274, 0.16488192041784294},
        {0.23652039073027178, 0.5532978648723051, 0.4155181620581274, 0.0, 0.0},
        {0.7154301757293062, 0.5628157439665147, 0.16488192041784294, 0.0, 0.0}
    };
    private static final double[][] BM25 = {
        {0.0, 0.4131562277742354, 0.6807636128388482, 0.21686218164869447, 0.5901420954200474},
        {0.4131562277742354, 0.0, 0.2662047239143932, 0.6430020252132226, 0.46575378747898744},
        {0.6807636128388482, 0.2662047239143932, 0.0, 0.39578388654785135, 0.07126080133592747},
        {0.21686218164869447, 0.6430020252132226, 0.39578388654785135, 0.0, 0.0},
        {0.5901420954200474, 0.46575378747898744, 0.07126080133592747, 0.0, 0.0}
    };
    private static final double[][] BM25_SHRUNK = {
        {0.0, 0.21410868595249255, 0.387283273825951, 0.12390847308760214, 0.22401982300323298},
        {0.21410868595249255, 0.0, 0.1585473054911472, 0.3845238700089959, 0.18898894396195892},
        {0.387283273825951, 0.1585473054911472, 0.0, 0.2556852404198825, 0.03248400883171375},
        {0.12390847308760214, 0.3845238700089959, 0.2556852404198825, 0.0, 0.0},
        {0.22401982300323298, 0.18898894396195892, 0.03248400883171375, 0.0, 0.0}
    };

    @Test
    void likenessMatchesNumPy() {
        assertLikeness(TF_IDF, "tf-idf", 0);
        assertLikeness(BM25, "bm25", 0);
        assertLikeness(BM25_SHRUNK, "bm25", 2);
    }

    private static void assertLikeness(double[][] expected, String weighting, double shrink) {
        RecommenderOptions options =
                Algorithm.ITEM_KNN.usual().with("weighting", weighting).with("shrink", shrink);
        ItemItemModel model =
                (ItemItemModel) Trainers.train(Shop.weighed(WEIGHED), options, 1, Shop.CLOCK, Progress.none());
        for (int item = 0; item < expected.length; item++) {
            List<Neighbour> found = model.neighbours(item);
            double[] row = new double[expected.length];
            found.forEach(one -> row[Integer.parseInt(one.item().value()) - 1] = one.similarity());
            for (int other = 0; other < row.length; other++) {
                assertEquals(expected[item][other], row[other], 1e-12, weighting + " " + item + " " + other);
            }
        }
    }
}

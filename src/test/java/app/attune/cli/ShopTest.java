package app.attune.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Tests of commands that share one small shop in a folder of their class.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShopTest {
    /// A condition on a country, as a file holds it.
    static final String GERMANS = """
            {"format":"attune.condition","version":1,"condition":{"attribute":"country","comparison":"is","values":["DE"]}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    static Path folder;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    SmallShop shop;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    Path workspace;

    @BeforeAll
    void makeTheShop() throws IOException {
        shop = new SmallShop(folder).filled();
        workspace = shop.workspace();
    }
}

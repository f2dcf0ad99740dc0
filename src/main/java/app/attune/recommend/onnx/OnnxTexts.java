package app.attune.recommend.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Texts that are written beside graphs, with places in braces to fill in.
final class OnnxTexts {
    private OnnxTexts() {}

    static String of(String name) {
        try (InputStream in = OnnxTexts.class.getResourceAsStream("/onnx/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The application lacks its file onnx/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the application could not be read", e);
        }
    }
}

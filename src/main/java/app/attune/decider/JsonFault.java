package app.attune.decider;

/// Says what is wrong with a JSON text, and where.
final class JsonFault {
    static final String CODE = "json.unreadable";
    static final String BEYOND = "No file of Attune is like that: check where it comes from.";

    private JsonFault() {}

    static BundleException at(String what, String text, int offset, String found, String remedy) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        String place = " at line " + line + ", column " + (offset - start + 1);
        return new BundleException(CODE, what + " cannot be read" + place + ": " + found + ".", remedy);
    }

    static BundleException end(String what, String text) {
        return at(
                what,
                text,
                text.length(),
                "it ends before it is complete",
                "Copy the whole file again; its end is missing.");
    }
}

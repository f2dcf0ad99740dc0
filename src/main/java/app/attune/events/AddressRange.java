package app.attune.events;

import app.attune.core.ProblemException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Internet addresses from one to another, written as `10.0.0.0/8`, `10.0.0.5-10.0.0.9`, `2001:db8::/32` or one
/// address; several with commas between. No name is ever looked up.
///
/// @param spans each with its first and last address
record AddressRange(List<Span> spans) {
    private static final int BITS = 8;

    AddressRange {
        spans = List.copyOf(spans);
    }

    /// @throws ProblemException `mapping.bad-filter` if it is written otherwise
    static AddressRange of(String text) {
        return new AddressRange(Stream.of(text.split(",", -1))
                .map(part -> span(part.strip()).orElseThrow(() -> bad(part.strip())))
                .toList());
    }

    private static ProblemException bad(String part) {
        return ProblemException.of(
                "mapping.bad-filter",
                "'" + part + "' is no range of addresses.",
                "Use one such as 10.0.0.0/8, 10.0.0.5-10.0.0.9 or 2001:db8::/32; several with commas between.");
    }

    private static Optional<Span> span(String part) {
        int slash = part.indexOf('/');
        int dash = part.indexOf('-');
        if (slash >= 0) {
            return masked(
                    part.substring(0, slash).strip(), part.substring(slash + 1).strip());
        }
        Optional<byte[]> first =
                address(dash < 0 ? part : part.substring(0, dash).strip());
        Optional<byte[]> last =
                dash < 0 ? first : address(part.substring(dash + 1).strip());
        return first.flatMap(low -> last.filter(high -> high.length == low.length && compare(low, high) <= 0)
                .map(high -> new Span(low, high)));
    }

    private static Optional<Span> masked(String address, String digits) {
        Optional<byte[]> start = address(address);
        boolean fits = start.isPresent() && digits.matches("\\d{1,3}");
        int kept = fits ? Integer.parseInt(digits) : 0;
        if (!fits || kept > start.get().length * BITS) {
            return Optional.empty();
        }
        byte[] low = start.get().clone();
        byte[] high = start.get().clone();
        for (int bit = kept; bit < low.length * BITS; bit++) {
            int mask = 0x80 >> bit % BITS;
            low[bit / BITS] = (byte) (low[bit / BITS] & ~mask);
            high[bit / BITS] = (byte) (high[bit / BITS] | mask);
        }
        return Optional.of(new Span(low, high));
    }

    /// Only what is written as an address; brackets and zones of links are none.
    private static Optional<byte[]> address(String text) {
        boolean written = text.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
        try {
            return written ? Optional.of(InetAddress.ofLiteral(text).getAddress()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean contains(String text) {
        return address(text)
                .filter(address -> spans.stream().anyMatch(span -> span.contains(address)))
                .isPresent();
    }

    private static int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    /// Both of one length.
    @SuppressWarnings("ArrayRecordComponent") // Looked at for every row, never compared.
    record Span(byte[] first, byte[] last) {
        boolean contains(byte[] address) {
            return address.length == first.length && compare(first, address) <= 0 && compare(address, last) <= 0;
        }
    }
}

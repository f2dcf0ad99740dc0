package app.attune.export.unleash;

import java.net.InetAddress;

/// Addresses of the internet in blocks such as `192.168.1.0/24`; a block that is none has no address.
final class Addresses {
    private Addresses() {}

    static boolean isIn(String address, String block) {
        try {
            int slash = block.indexOf('/');
            byte[] found = InetAddress.ofLiteral(address).getAddress();
            byte[] wanted = InetAddress.ofLiteral(slash < 0 ? block : block.substring(0, slash))
                    .getAddress();
            int bits = slash < 0 ? wanted.length * Byte.SIZE : Integer.parseInt(block.substring(slash + 1));
            return found.length == wanted.length
                    && bits >= 0
                    && bits <= wanted.length * Byte.SIZE
                    && isSame(found, wanted, bits);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSame(byte[] a, byte[] b, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((a[bit / Byte.SIZE] ^ b[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}

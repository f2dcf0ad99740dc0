import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Draws attune.svg's three sliders as the bitmaps the installers need: `java DrawIcon.java DIR` writes
/// attune-SIZE.png, attune.ico (Windows) and attune.icns (macOS).
final class DrawIcon {
    private DrawIcon() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        for (int size : new int[] {48, 128, 256, 512}) {
            Files.write(directory.resolve("attune-" + size + ".png"), png(size));
        }
        Files.write(directory.resolve("attune.ico"), ico(16, 32, 48, 256));
        Files.write(directory.resolve("attune.icns"), icns());
    }

    private static byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(size / 256.0, size / 256.0);
        pen.setColor(new Color(0x0f5f6b));
        pen.fill(new RoundRectangle2D.Double(8, 8, 240, 240, 104, 104));
        slider(pen, 72, 156, Color.WHITE);
        slider(pen, 128, 88, new Color(0xffc24b));
        slider(pen, 184, 132, Color.WHITE);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void slider(Graphics2D pen, double x, double y, Color knob) {
        pen.setColor(new Color(0x9fd3d6));
        pen.setStroke(new BasicStroke(16, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Double(x, 56, x, 200));
        pen.setColor(knob);
        pen.fill(new Ellipse2D.Double(x - 24, y - 24, 48, 48));
    }

    /// A Windows icon whose pictures are PNGs: a directory of 16 bytes a picture, then the pictures.
    private static byte[] ico(int... sizes) throws IOException {
        byte[][] pictures = new byte[sizes.length][];
        int total = 6 + 16 * sizes.length;
        int offset = total;
        for (int i = 0; i < sizes.length; i++) {
            pictures[i] = png(sizes[i]);
            total += pictures[i].length;
        }
        ByteBuffer file = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            file.put((byte) sizes[i]).put((byte) sizes[i]).putShort((short) 0);
            file.putShort((short) 1).putShort((short) 32).putInt(pictures[i].length).putInt(offset);
            offset += pictures[i].length;
        }
        for (byte[] picture : pictures) {
            file.put(picture);
        }
        return file.array();
    }

    /// A macOS icon: blocks of type, length and PNG.
    private static byte[] icns() throws IOException {
        String[] types = {"ic07", "ic08", "ic09", "ic10"};
        int[] sizes = {128, 256, 512, 1024};
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(blocks);
        for (int i = 0; i < types.length; i++) {
            byte[] picture = png(sizes[i]);
            out.write(types[i].getBytes(StandardCharsets.US_ASCII));
            out.writeInt(8 + picture.length);
            out.write(picture);
        }
        ByteBuffer head = ByteBuffer.allocate(8);
        head.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + blocks.size());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(head.array());
        blocks.writeTo(file);
        return file.toByteArray();
    }
}

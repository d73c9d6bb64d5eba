package org.geoanomaly.gam.pipeline.visual.report;

/** HTML text in the making. Texts and values of attributes are escaped, whatever they hold. */
final class Markup {
    private final StringBuilder out = new StringBuilder(1 << 20);

    /** Begins an element; attributes are names and values in turn, an empty value makes a flag. */
    Markup open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                out.append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    Markup close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** A whole element with text in it. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag).line();
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** Content of the program's own making, taken as it is. */
    Markup trusted(String content) {
        out.append(content);
        return this;
    }

    /** Base64 and the like in an attribute: letters, digits and a few signs, never escaped because never dangerous. */
    Markup image(String base64, String alt) {
        out.append("<img loading=\"lazy\" decoding=\"async\" alt=\"");
        escape(alt);
        out.append("\" src=\"data:image/png;base64,").append(base64).append("\">");
        return this;
    }

    private void escape(String text) {
        text.codePoints().forEach(this::escape);
    }

    private void escape(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t' -> out.append((char) c);
            default -> out.appendCodePoint(visible(c));
        }
    }

    /** The character, or a blank if it steers the text around it instead of being seen. */
    private static int visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> ' ';
            default -> c;
        };
    }

    /** A text as it is seen on the page. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(visible(c)));
        return out.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

package org.geoanomaly.gam.formats.pmtiles;

/** Tells a JSON object from other text, without a parser: brackets must match outside strings. Values themselves are not checked. */
final class JsonShape {
    private static final int MAX_DEPTH = 256;

    private JsonShape() {}

    static boolean isObject(String text) {
        char[] open = new char[MAX_DEPTH];
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                i += c == '\\' ? 1 : 0;
                inString = c != '"';
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                if (depth == MAX_DEPTH || (depth == 0 && (i > 0 || c != '{'))) {
                    return false;
                }
                open[depth++] = c == '{' ? '}' : ']';
            } else if ((c == '}' || c == ']') && (depth == 0 || open[--depth] != c)) {
                return false;
            } else if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return depth == 0 && !inString && text.endsWith("}");
    }
}

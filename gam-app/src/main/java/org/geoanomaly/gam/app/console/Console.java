package org.geoanomaly.gam.app.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The two streams of the program and what they can show. Results go to {@link #out}, everything else to {@link #err}.
 *
 * @param terminal whether {@code err} is a terminal, so that lines can be redrawn
 * @param unicode whether more than ASCII can be shown
 * @param columns width of the terminal
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, boolean unicode, int columns) {
    private static final int DEFAULT_COLUMNS = 100;

    /** The console of this process; the launcher says in system properties what it is connected to. */
    public static Console system() {
        boolean terminal = Boolean.getBoolean("gam.stderr.tty") && !"dumb".equals(System.getenv("TERM"));
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 14),
                false,
                StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int columns = Integer.getInteger("gam.columns", DEFAULT_COLUMNS);
        return new Console(out, err, terminal, localeIsUnicode(), columns < 40 ? DEFAULT_COLUMNS : columns);
    }

    private static boolean localeIsUnicode() {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(System::getenv)
                .filter(v -> v != null && !v.isEmpty())
                .findFirst()
                .map(v -> v.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
                .orElse(false);
    }

    /** A mark that shows on this console: the first if it can show Unicode, else the second. */
    public String mark(String unicodeMark, String asciiMark) {
        return unicode ? unicodeMark : asciiMark;
    }

    /** Text without control characters: file names and messages of servers must not steer the terminal. */
    public static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public void flush() {
        out.flush();
        err.flush();
    }
}

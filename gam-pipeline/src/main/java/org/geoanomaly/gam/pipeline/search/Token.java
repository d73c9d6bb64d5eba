package org.geoanomaly.gam.pipeline.search;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** A secret out of the environment. It shows itself to nobody but the header of a request. */
final class Token {
    private final String variable;
    private final String secret;

    private Token(String variable, String secret) {
        this.variable = variable;
        this.secret = secret;
    }

    static Token of(Map<String, String> environment, String variable) {
        return new Token(variable, environment.getOrDefault(variable, "").trim());
    }

    boolean present() {
        return !secret.isEmpty();
    }

    /** Whether it may travel to an address: only encrypted, or within this machine. */
    boolean mayGoTo(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        boolean here = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
        boolean plain = secret.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        return present() && plain && ("https".equalsIgnoreCase(url.getScheme()) || here);
    }

    String header() {
        return "Bearer " + secret;
    }

    /** A text without the secret, should a server have sent it back. */
    String removedFrom(String text) {
        return secret.isEmpty() ? text : text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return variable + (present() ? " (set)" : " (not set)");
    }
}

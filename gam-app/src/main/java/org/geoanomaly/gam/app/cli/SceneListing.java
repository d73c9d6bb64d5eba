package org.geoanomaly.gam.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.search.FoundScene;
import org.geoanomaly.gam.pipeline.search.SceneCatalogue;

/**
 * Scenes that were found, for people and for programs.
 *
 * @param credential whether the variable with the login is set; its content is never looked at here
 */
record SceneListing(SceneCatalogue catalogue, SceneCatalogue.Found found, boolean credential) {
    private record Answer(
            String catalogue, boolean more, String credential, boolean credentialSet, List<FoundScene> scenes) {}

    String json() {
        return CanonicalJson.of(
                new Answer(catalogue.id(), found.more(), catalogue.credential(), credential, found.scenes()));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-20s %5s %-10s %-9s %9s %-5s %s",
                "DATE",
                "TRACK",
                "DIRECTION",
                "PRODUCT",
                "SIZE",
                "LOGIN",
                "ID"));
        for (FoundScene s : found.scenes()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %5s %-10s %-9s %9s %-5s %s",
                    s.time().length() > 19 ? s.time().substring(0, 19) : s.time(),
                    s.track() == null ? "?" : s.track(),
                    s.direction().isEmpty() ? "?" : s.direction(),
                    s.product().isEmpty() ? "?" : s.product(),
                    s.bytes() < 0 ? "?" : String.format(Locale.ROOT, "%,d MB", (s.bytes() + 999_999) / 1_000_000),
                    s.needsLogin() ? "yes" : "no",
                    s.id()));
            if (!s.url().isEmpty()) {
                lines.add("    " + s.url());
            }
        }
        lines.add(found.scenes().size()
                + (found.scenes().size() == 1 ? " scene" : " scenes")
                + (found.more() ? ", and there are more: raise --limit or narrow the dates" : ""));
        if (found.skipped() > 0) {
            lines.add(found.skipped() + " entries of the catalogue could not be understood");
        }
        if (found.scenes().stream().anyMatch(FoundScene::needsLogin)) {
            lines.add("To fetch a scene takes a login; its token belongs into " + catalogue.credential() + ", which is "
                    + (credential ? "set" : "not set"));
        }
        return lines;
    }
}

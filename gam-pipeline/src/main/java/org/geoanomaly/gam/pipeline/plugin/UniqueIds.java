package org.geoanomaly.gam.pipeline.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps ids unique within a kind. What is part of the program stays. Of two jars that claim one id neither is used: whichever were taken, a
 * result could come from the other one than the user believes.
 */
final class UniqueIds {
    private UniqueIds() {}

    static List<LoadedPlugin> among(
            List<LoadedPlugin> program, List<LoadedPlugin> strangers, List<PluginProblem> problems) {
        List<LoadedPlugin> unique = new ArrayList<>();
        for (LoadedPlugin own : strangers) {
            LoadedPlugin other = twin(own, program);
            if (other == null) {
                other = twin(own, strangers);
            }
            if (other == null) {
                unique.add(own);
            } else {
                problems.add(new PluginProblem(
                        Objects.requireNonNull(own.origin().jar()), message(own, other), help(own, other)));
            }
        }
        return unique;
    }

    private static @Nullable LoadedPlugin twin(LoadedPlugin own, List<LoadedPlugin> others) {
        return others.stream()
                .filter(o -> !(o.type().equals(own.type()) && o.origin().equals(own.origin()))
                        && o.kind() == own.kind()
                        && o.plugin().id().equals(own.plugin().id()))
                .findFirst()
                .orElse(null);
    }

    private static String message(LoadedPlugin own, LoadedPlugin other) {
        Path jar = other.origin().jar();
        String both = own.type() + " and " + other.type() + (jar == null ? " of the program" : " of " + jar);
        return both + " are both called " + own.kind().word() + " '"
                + own.plugin().id() + "'; "
                + (jar == null ? "the program's own is used" : "neither is used");
    }

    private static String help(LoadedPlugin own, LoadedPlugin other) {
        return other.origin().isBuiltIn()
                ? "remove " + own.origin().shortName() + ", or ask its author for another id"
                : "remove one of the two jars";
    }
}

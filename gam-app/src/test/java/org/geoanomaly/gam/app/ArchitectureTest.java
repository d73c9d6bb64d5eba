package org.geoanomaly.gam.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** The dependency graph of docs/architecture.md, as rules. */
class ArchitectureTest {
    private static final String ROOT = "org.geoanomaly.gam";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packages_have_no_cycles() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void grid_needs_only_the_jdk() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".grid..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(ROOT + ".grid..", "java..", "org.jspecify.."));
    }

    @Test
    void geophysics_is_arrays_in_arrays_out() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".geophysics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".formats..",
                        ROOT + ".pipeline..",
                        ROOT + ".app..",
                        "org.slf4j..",
                        "java.nio.file..",
                        "java.net.."));
    }

    @Test
    void formats_know_only_grids() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".formats..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".geophysics..", ROOT + ".pipeline..", ROOT + ".app.."));
    }

    @Test
    void pipeline_does_not_know_the_program() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".pipeline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".app..", "picocli..", "ch.qos.logback.."));
    }

    @Test
    void formats_are_strangers() {
        SliceAssignment byFormat = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                String prefix = ROOT + ".formats.";
                if (!javaClass.getPackageName().startsWith(prefix)) {
                    return SliceIdentifier.ignore();
                }
                return SliceIdentifier.of(
                        javaClass.getPackageName().substring(prefix.length()).split("\\.", -1)[0]);
            }

            @Override
            public String getDescription() {
                return "file formats";
            }
        };
        check(slices().assignedFrom(byFormat)
                .should()
                .notDependOnEachOther()
                .ignoreDependency(inFormat("cog"), inFormat("tiff"))
                .ignoreDependency(inFormat("netcdf"), inFormat("hdf5")));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> inFormat(String name) {
        return JavaClass.Predicates.resideInAPackage(ROOT + ".formats." + name + "..");
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}

package dev.vitrine.experiments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.vitrine.engine.tensor.Tensor;
import org.jspecify.annotations.NullMarked;

/** The walls between modules and rooms, as rules; each one is shown to fail on the classes in {@code planted}. */
final class Walls {
    /** Tensor's methods that call an operation each: the one way up, so that calls can be chained. */
    private static final DescribedPredicate<JavaClass> TENSOR = JavaClass.Predicates.equivalentTo(Tensor.class);

    private static final DescribedPredicate<JavaClass> OPERATIONS =
            JavaClass.Predicates.resideInAPackage("dev.vitrine.engine.op..");

    private Walls() {}

    static ArchRule knowsNothingOf(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    /** A library is known in one room only, so that it can be exchanged there. */
    static ArchRule knownOnlyIn(String room, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    static ArchRule roomsOfFormNoCycle(String module) {
        return slices().matching(module + ".(*)..").should().beFreeOfCycles().ignoreDependency(TENSOR, OPERATIONS);
    }

    static ArchRule roomsStandAlone(String floor) {
        return slices().matching(floor + ".(*)..").should().notDependOnEachOther();
    }

    static ArchRule namesSayWhatAClassIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*\\.(utils?|common|helpers?|impl|base)\\..*")
                .orShould()
                .haveNameMatching(
                        ".*[.$](Abstract\\w*|Base[A-Z]\\w*|\\w*(Utils?|Helpers?|Manager|Impl|Base|Common))(\\$.*)?");
    }

    static ArchRule packagesAreNullMarked() {
        return classes().should(new ArchCondition<JavaClass>("be in a package with @NullMarked in package-info.java") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(item, item.getPackageName() + " is not @NullMarked"));
                }
            }
        });
    }
}

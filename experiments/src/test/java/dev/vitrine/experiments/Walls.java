package dev.vitrine.experiments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        return classes().that().resideInAPackage(module + "..").should(new ArchCondition<>("form no cycle of rooms") {
            private final Map<String, Set<String>> needs = new TreeMap<>();

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                between(module, item)
                        .filter(need -> !(TENSOR.test(need.getOriginClass()) && OPERATIONS.test(need.getTargetClass())))
                        .forEach(need -> needs.computeIfAbsent(room(module, item), from -> new TreeSet<>())
                                .add(room(module, need.getTargetClass())));
            }

            /** Rooms that need none of those left are taken away, again and again; what stays goes round in a cycle. */
            @Override
            public void finish(ConditionEvents events) {
                int before;
                do {
                    before = needs.size();
                    needs.values().forEach(rooms -> rooms.retainAll(Set.copyOf(needs.keySet())));
                    needs.values().removeIf(Set::isEmpty);
                } while (needs.size() < before);
                if (!needs.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(needs, module + ": rooms need one another: " + needs));
                }
            }
        });
    }

    static ArchRule roomsStandAlone(String floor) {
        return classes().that().resideInAPackage(floor + "..").should(new ArchCondition<>("need no other room") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                between(floor, item)
                        .forEach(need -> events.add(SimpleConditionEvent.violated(item, need.getDescription())));
            }
        });
    }

    /** What a class needs of other rooms of the same floor. */
    private static Stream<Dependency> between(String floor, JavaClass item) {
        return item.getDirectDependenciesFromSelf().stream()
                .filter(need -> !room(floor, item).isEmpty()
                        && !room(floor, need.getTargetClass()).isEmpty()
                        && !room(floor, need.getTargetClass()).equals(room(floor, item)));
    }

    /** The part of a package's name behind the floor's, up to the next point; empty if it is none of the floor's rooms. */
    private static String room(String floor, JavaClass item) {
        String name = item.getBaseComponentType().getPackageName();
        return name.startsWith(floor + ".") ? name.substring(floor.length() + 1).replaceFirst("[.].*", "") : "";
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

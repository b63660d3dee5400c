package dev.demarc.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.demarc.classify.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The arrows between modules and between the steps of the gateway, as `docs/design/modules.md`
/// draws them. Maven forbids some already; here each has its reason, and Maven cannot see the rest.
class ArchitectureTest {
  private static final String GATEWAY = "dev.demarc.gateway";

  /// What a step of the gateway may use beside `exchange`; one that is not named here uses that
  /// alone.
  private static final Map<String, Set<String>> STEP_ARROWS =
      Map.of(
          "exchange", Set.of(),
          // One file, one tree: the config names the settings of every step.
          "config", Set.of("http", "log", "meter", "record", "relay", "route"),
          // A record is a leaf and a sidecar in one frame, and the sidecar feeds the meters.
          "record", Set.of("log", "meter"));

  private static final String CLASSIFY = "dev.demarc.classify";

  /// What a layer of the classifier may use beside itself; a family of values uses no other family.
  private static final Map<String, Set<String>> CLASSIFY_ARROWS =
      Map.of(
          "text", Set.of(),
          "finding", Set.of("text"),
          "number", Set.of("text"),
          "scan", Set.of("finding", "number", "text"),
          "family", Set.of("scan", "finding", "number", "text"),
          "read", Set.of("family", "scan", "finding", "number", "text"),
          "", Set.of("read", "scan", "finding", "text"),
          // A word of a stand-in is a field's of a record.
          "pseudonym", Set.of("", "scan", "finding", "text"));

  /// What the rest of Demarc sees of the classifier: these layers, and how it is set up.
  private static final Set<String> OPEN_LAYERS = Set.of("", "finding", "text", "pseudonym");

  private static final Set<String> SETTINGS =
      Set.of("ClassifierSettings", "OperatorRules", "OperatorPattern");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.demarc");

  @ParameterizedTest
  @ValueSource(strings = {"evidence", "classify", "policy", "gateway", "simulator", "cli"})
  void the_rules_see_every_module(String module) {
    assertThat(OURS).anyMatch(type -> type.getPackageName().startsWith("dev.demarc." + module));
  }

  // --- modules ---------------------------------------------------------------------------------

  @Test
  void evidence_uses_the_jdk_only_so_that_any_auditor_can_run_it() {
    mayUse("evidence");
  }

  @Test
  void classify_uses_the_jdk_and_patterns_in_linear_time() {
    mayUse("classify", "com.google.re2j..");
  }

  @Test
  void policy_uses_classify_and_a_yaml_reader_and_not_evidence() {
    mayUse("policy", "dev.demarc.classify..", "tools.jackson..");
  }

  @Test
  void the_simulator_knows_nothing_of_the_gateway() {
    mayUse("simulator", "io.vertx..", "tools.jackson..");
  }

  @Test
  void the_gateway_knows_neither_the_simulator_nor_the_cli() {
    noClasses()
        .that()
        .resideInAPackage(GATEWAY + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.demarc.simulator..", "dev.demarc.cli..")
        .check(OURS);
  }

  /// The module uses itself, the JDK, compile-time annotations and `others`.
  private static void mayUse(String module, String... others) {
    String itself = "dev.demarc." + module + "..";
    var allowed =
        new ArrayList<>(List.of(itself, "java..", "javax.crypto..", "org.jspecify.annotations.."));
    allowed.addAll(List.of(others));
    classes()
        .that()
        .resideInAPackage(itself)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(OURS);
  }

  // --- steps of the gateway --------------------------------------------------------------------

  @Test
  void steps_do_not_know_one_another_but_by_the_arrows_above() {
    classes()
        .that()
        .resideInAPackage(GATEWAY + ".(*)..")
        .should(
            new ArchCondition<JavaClass>("use no step but those in STEP_ARROWS") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  if (!isAllowed(stepOf(type), stepOf(dependency.getTargetClass()))) {
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                  }
                }
              }
            })
        .check(OURS);
  }

  private static boolean isAllowed(String step, String target) {
    return target.isEmpty()
        || target.equals(step)
        || target.equals("exchange")
        || STEP_ARROWS.getOrDefault(step, Set.of()).contains(target);
  }

  /// The step that a class belongs to, or an empty string outside the steps.
  private static String stepOf(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith(GATEWAY + ".")
        ? name.substring(GATEWAY.length() + 1).split("\\.", 2)[0]
        : "";
  }

  @Test
  void a_step_does_not_know_the_pipeline_that_calls_it() {
    noClasses()
        .that()
        .resideInAPackage(GATEWAY + ".(*)..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(GATEWAY)
        .check(OURS);
  }

  @Test
  void text_is_out_of_reach_of_records_log_meters_and_evidence() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.demarc.evidence..",
            GATEWAY + ".record..",
            GATEWAY + ".log..",
            GATEWAY + ".meter..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Text.class)
        .check(OURS);
  }

  // --- layers of the classifier ----------------------------------------------------------------

  @Test
  void the_classifier_is_read_from_bytes_upwards_and_no_family_knows_another() {
    classes()
        .that()
        .resideInAPackage(CLASSIFY + "..")
        .should(
            new ArchCondition<JavaClass>("use only the layers in CLASSIFY_ARROWS") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                Set<String> mayUse = CLASSIFY_ARROWS.getOrDefault(layerOf(type), Set.of());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  JavaClass target = dependency.getTargetClass().getBaseComponentType();
                  boolean elsewhere = !target.getPackageName().startsWith(CLASSIFY);
                  boolean same = target.getPackageName().equals(type.getPackageName());
                  if (!elsewhere && !same && !mayUse.contains(layerOf(target))) {
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                  }
                }
              }
            })
        .check(OURS);
  }

  /// The layer that a class of the classifier belongs to: all families are one.
  private static String layerOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(CLASSIFY) ? "" : name.substring(CLASSIFY.length() + 1).split("\\.", 2)[0];
  }

  @Test
  void how_the_classifier_works_is_its_own_business() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CLASSIFY + "..", "dev.demarc.bench..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are inside the classifier",
                type ->
                    type.getPackageName().startsWith(CLASSIFY)
                        && !OPEN_LAYERS.contains(layerOf(type))
                        && !SETTINGS.contains(type.getSimpleName())))
        .check(OURS);
  }

  // --- what no class does ----------------------------------------------------------------------

  @Test
  void deciding_classifying_and_proving_take_no_clock_and_no_chance() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.demarc.policy..", "dev.demarc.classify..", "dev.demarc.evidence.tlog..")
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "asks for time, chance, a thread or the environment",
                ArchitectureTest::asksTheWorld))
        .check(OURS);
  }

  private static boolean asksTheWorld(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return Set.of(
                "java.util.Random",
                "java.security.SecureRandom",
                "java.util.concurrent.ThreadLocalRandom",
                "java.lang.Thread",
                "java.time.Clock",
                "java.time.InstantSource")
            .contains(owner)
        || (owner.startsWith("java.time.") && name.equals("now"))
        || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
        || (owner.equals("java.lang.System")
            && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty").contains(name));
  }

  @Test
  void objects_are_built_by_constructors_and_share_no_mutable_state() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ServiceLoader.class, ThreadLocal.class, InheritableThreadLocal.class)
        .check(OURS);
    noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..").check(OURS);
    fields().that().areStatic().should().beFinal().check(OURS);
  }
}

package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a tool can see of the style in CONTRIBUTING.md, over every file of the repository.
/// `-Dtidy.fix=true` rewrites the format of Java files.
class TidyTest {
  private static final Path ROOT = Checkout.root();
  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", ".git", ".idea", ".vscode", "demarc-data");

  private static final int MOST_LINES = 500;
  // A list of cases reads well at a length at which code does not.
  private static final int MOST_TEST_LINES = 700;
  private static final int MOST_README_LINES = 120;

  /// The last word of a type's name says what it is; these say nothing.
  private static final Set<String> EMPTY_NAMES =
      Set.of(
          "Manager",
          "Helper",
          "Helpers",
          "Util",
          "Utils",
          "Impl",
          "Base",
          "Service",
          "Processor",
          "Data",
          "Info",
          "Context");

  /// Words that the glossary replaces. Wire names and key tables are literals and not looked at.
  private static final Set<String> REPLACED_WORDS =
      Set.of(
          "ledger",
          "vendor",
          "tenant",
          "backend",
          "placeholder",
          "mask",
          "masks",
          "masked",
          "masking");

  /// What the banks did to a number before we saw it has no other word.
  private static final String STARRED_BY_BANKS = "AccountNumbers";

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|enum|record)\\s+([A-Z]\\w*)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  /// One rule broken at one place.
  private record Breach(String place, String what) {
    @Override
    public String toString() {
      return place + ": " + what;
    }
  }

  // --- Java ------------------------------------------------------------------------------------

  @Test
  void java_is_formatted() {
    boolean fix = Boolean.getBoolean("tidy.fix");
    List<Breach> breaches =
        javaFiles().stream()
            .filter(file -> !isFormatted(file, fix))
            .map(
                file -> new Breach(name(file), "run ./demarc test -Dtest=TidyTest -Dtidy.fix=true"))
            .toList();

    assertThat(breaches).isEmpty();
  }

  private static boolean isFormatted(Path file, boolean fix) {
    String source = read(file);
    try {
      String formatted = new Formatter().formatSourceAndFixImports(source);
      if (fix && !formatted.equals(source)) {
        Files.writeString(file, formatted);
        return true;
      }
      return formatted.equals(source);
    } catch (FormatterException e) {
      throw new AssertionError(name(file) + " cannot be read as Java: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void types_are_named_for_what_they_are() {
    assertThat(
            inJava((source, breaches) -> {
              for (var type : SourceText.find(TYPE, source.code())) {
                List<String> words = SourceText.words(type.text());
                if (EMPTY_NAMES.contains(words.getLast()) || words.getFirst().equals("Abstract")) {
                  breaches.accept(
                      type.line(), type.text() + " says nothing: name what is different");
                }
              }
            }))
        .isEmpty();
  }

  @Test
  void the_glossary_has_one_word_per_concept() {
    assertThat(
            inJava((source, breaches) -> {
              if (source.code().contains("class " + STARRED_BY_BANKS)) {
                return;
              }
              // A file that reads with Jackson's parser uses its word, which means one thing there.
              boolean speaksJackson = source.code().contains("tools.jackson");
              for (var identifier : source.identifiers()) {
                if (SourceText.words(identifier.text()).stream()
                    .anyMatch(word -> isReplaced(word, speaksJackson))) {
                  breaches.accept(identifier.line(), identifier.text() + ": see GLOSSARY.md");
                }
              }
              for (var word : SourceText.find(WORD, source.comments())) {
                if (REPLACED_WORDS.contains(word.text().toLowerCase(Locale.ROOT))) {
                  breaches.accept(word.line(), word.text() + ": see GLOSSARY.md");
                }
              }
            }))
        .isEmpty();
  }

  /// In a name of ours `token` could mean three things; in prose its neighbours tell.
  private static boolean isReplaced(String word, boolean speaksJackson) {
    String lower = word.toLowerCase(Locale.ROOT);
    return REPLACED_WORDS.contains(lower) || (!speaksJackson && lower.matches("tokens?"));
  }

  @Test
  void a_suppression_gives_its_reason() {
    Pattern suppression = Pattern.compile("@(?:SuppressWarnings|Disabled)\\b(?:\\s*\\([^)]*\\))?");
    List<Breach> breaches = new ArrayList<>();
    for (Path file : javaFiles()) {
      List<String> lines = read(file).lines().toList();
      for (var found : SourceText.find(suppression, SourceText.of(read(file)).code())) {
        int last = found.line() + (int) found.text().lines().count() - 1;
        String before = found.line() < 2 ? "" : lines.get(found.line() - 2).strip();
        boolean reason =
            lines.subList(found.line() - 1, last).stream().anyMatch(l -> l.contains("//"));
        if (!reason && !before.startsWith("//")) {
          breaches.add(new Breach(name(file) + ":" + found.line(), "no reason is given"));
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void tests_import_the_classes_that_they_name() {
    Pattern full =
        Pattern.compile(
            "(?m)^(?!import ).*\\bjava\\.(?:io|math|net|nio|time|util)\\b[a-z.]*\\.[A-Z]");
    List<Breach> breaches = new ArrayList<>();
    for (Path file : javaFiles()) {
      if (name(file).contains("src/test/")) {
        SourceText.find(full, SourceText.of(read(file)).code())
            .forEach(found ->
                breaches.add(new Breach(name(file) + ":" + found.line(), found.text().strip())));
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void files_stay_short_enough_to_read() {
    List<Breach> breaches = new ArrayList<>();
    for (Path file : javaFiles()) {
      long lines = read(file).lines().count();
      int most = name(file).contains("src/test/") ? MOST_TEST_LINES : MOST_LINES;
      if (lines > most) {
        breaches.add(new Breach(name(file), lines + " lines, split by idea at " + most));
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void every_package_is_null_marked() {
    List<Path> packages =
        javaFiles().stream()
            .filter(file -> name(file).contains("src/main/"))
            .map(Path::getParent)
            .distinct()
            .toList();

    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            dir -> assertThat(dir.resolve("package-info.java")).content().contains("@NullMarked"));
  }

  @Test
  void every_class_with_tests_has_a_name_that_the_build_runs() {
    Pattern test = Pattern.compile("@(?:Test|ParameterizedTest|Property)\\b");

    assertThat(
            javaFiles().stream()
                .filter(file -> test.matcher(SourceText.of(read(file)).code()).find()))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(name(file)).endsWith("Test.java"));
  }

  // --- every file ------------------------------------------------------------------------------

  @Test
  void no_file_names_a_machine_or_a_package_registry() {
    Pattern machine =
        Pattern.compile(
            "((?:^|[^\\w.-])/(?:work|farm|root|home/[a-z]+)/|/usr/lib/jvm/[a-z]+-[0-9]"
                + "|repo1?\\.maven\\.|registry\\.(?:npmjs|yarnpkg)|proxy\\.golang)",
            Pattern.MULTILINE);
    assertThat(inText(machine, _ -> true)).isEmpty();
  }

  @Test
  void no_file_holds_a_key_or_what_a_scanner_takes_for_one() {
    // Amazon's own example is no key.
    Pattern key =
        Pattern.compile(
            "(BEGIN [A-Z ]*PRIVATE[ ]KEY|AKIA(?!IOSFODNN7EXAMPLE)[0-9A-Z]{16}|glpat-[\\w-]{20}"
                + "|ghp_(?!x+)\\w{36}|xox[bp]-[0-9]{8,}|services/T\\w{8,}/B\\w{8,}/\\w{16,})");
    assertThat(inText(key, _ -> true)).isEmpty();
  }

  @Test
  void no_conflict_of_a_merge_was_left() {
    assertThat(inText(Pattern.compile("^((?:<{7}|>{7}) )", Pattern.MULTILINE), _ -> true))
        .isEmpty();
  }

  @Test
  void no_mark_says_that_something_is_unfinished() {
    // Spelled so that the pattern is no such mark itself.
    Pattern marks = Pattern.compile("\\b(TO[D]O|FIX[M]E|X{3})\\b");
    assertThat(inText(marks, _ -> true)).isEmpty();
  }

  // --- documents -------------------------------------------------------------------------------

  @Test
  void documents_use_the_words_of_the_glossary() {
    List<Breach> breaches = new ArrayList<>();
    for (Path file : documents()) {
      // Code keeps the spelling that it has; the glossary names the words it replaces.
      if (!file.endsWith("GLOSSARY.md")) {
        String prose = read(file).replaceAll("(?s)```.*?```|`[^`\\n]*`", "");
        for (var word : SourceText.find(WORD, prose)) {
          if (REPLACED_WORDS.contains(word.text().toLowerCase(Locale.ROOT))) {
            breaches.add(new Breach(name(file), word.text() + ": see GLOSSARY.md"));
          }
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void the_readme_can_be_read_in_a_minute() {
    Path readme = ROOT.resolve("README.md");

    assertThat(readme).exists();
    assertThat(read(readme).lines().count()).isLessThanOrEqualTo(MOST_README_LINES);
  }

  @Test
  void the_glossary_explains_every_word_that_the_code_is_built_of() {
    assertThat(read(ROOT.resolve("GLOSSARY.md")).toLowerCase(Locale.ROOT))
        .contains(
            "| attempt |",
            "| caller |",
            "| category |",
            "| finding |",
            "| market |",
            "| outcome |",
            "| receipt |",
            "| recipient |",
            "| refusal |",
            "| route |",
            "| treatment |",
            "| verdict |");
  }

  /// A fence below `<!-- file: PATH -->` shows that file, line by line.
  @Test
  void what_a_document_shows_of_a_file_is_that_file() {
    Pattern shown =
        Pattern.compile("<!-- file: (\\S+) -->\\s*\\n```[a-z]*\\n(.*?)```", Pattern.DOTALL);
    for (Path document : documents()) {
      Matcher matcher = shown.matcher(read(document));
      while (matcher.find()) {
        assertThat(matcher.group(2))
            .as("%s shows %s", name(document), matcher.group(1))
            .isEqualTo(read(ROOT.resolve(matcher.group(1))));
      }
    }
  }

  @Test
  void links_between_documents_lead_somewhere() {
    Pattern link = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");
    List<Breach> breaches = new ArrayList<>();
    for (Path document : documents()) {
      for (var target : SourceText.find(link, read(document))) {
        if (Files.notExists(document.resolveSibling(target.text()))) {
          breaches.add(
              new Breach(name(document) + ":" + target.line(), "no such file: " + target.text()));
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void every_dependency_says_what_it_saves() {
    Pattern maven =
        Pattern.compile(
            "<dependency>\\s*<groupId>(?!dev\\.demarc)[^<]+</groupId>\\s*<artifactId>([^<]+)<");
    Pattern npm = Pattern.compile("\"([@\\w/-]+)\": \"\\d+\\.");
    String document = read(ROOT.resolve("docs/design/dependencies.md"));
    List<Breach> breaches = new ArrayList<>();
    for (Path file : files()) {
      boolean module = file.endsWith("pom.xml");
      if (module || file.endsWith("package.json")) {
        String used =
            read(file).replaceAll("(?s)<dependencyManagement>.*</dependencyManagement>", "");
        for (var found : SourceText.find(module ? maven : npm, used)) {
          if (!document.contains("`" + found.text() + "`")) {
            breaches.add(new Breach(name(file), found.text() + " has no line in dependencies.md"));
          }
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  // --- files -----------------------------------------------------------------------------------

  private static List<Breach> inJava(BiConsumer<SourceText, BiConsumer<Integer, String>> rule) {
    List<Breach> breaches = new ArrayList<>();
    for (Path file : javaFiles()) {
      rule.accept(
          SourceText.of(read(file)),
          (line, what) -> breaches.add(new Breach(name(file) + ":" + line, what)));
    }
    return breaches;
  }

  private static List<Breach> inText(Pattern pattern, Predicate<Path> chosen) {
    List<Breach> breaches = new ArrayList<>();
    for (Path file : files()) {
      if (chosen.test(file)) {
        for (var found : SourceText.find(pattern, read(file))) {
          breaches.add(new Breach(name(file) + ":" + found.line(), found.text()));
        }
      }
    }
    return breaches;
  }

  private static List<Path> javaFiles() {
    return files().stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  private static List<Path> documents() {
    return files().stream().filter(file -> file.toString().endsWith(".md")).toList();
  }

  private static List<Path> files() {
    var files = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return NOT_OURS.contains(String.valueOf(dir.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()
                  && !NOT_OURS.contains(String.valueOf(file.getFileName()))) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(files).as("the repository at %s", ROOT).anyMatch(file -> file.endsWith("demarc"));
    return files.stream().sorted().toList();
  }

  /// The file's text; a file that is not UTF-8 has none to look at.
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}

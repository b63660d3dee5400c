package dev.demarc.policy;

import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The texts that law, routes and parties are read from, by file name. Case files are tests of the
/// packs, not part of them, and are left out.
public record Sources(
    SortedMap<String, String> packs,
    SortedMap<String, String> catalogue,
    SortedMap<String, String> parties) {
  private static final String HEAD = "### ";

  public Sources {
    packs = Copies.of(packs);
    catalogue = Copies.of(catalogue);
    parties = Copies.of(parties);
  }

  /// The `*.yaml` files of three folders.
  public static Sources read(Path packs, Path catalogue, Path parties) throws BadPolicy {
    return new Sources(folder(packs), folder(catalogue), folder(parties));
  }

  /// The same with one more file of parties, such as the operator's own companies.
  public Sources withParties(String name, String text) {
    TreeMap<String, String> more = new TreeMap<>(parties);
    more.put(name, text);
    return new Sources(packs, catalogue, more);
  }

  private static SortedMap<String, String> folder(Path folder) throws BadPolicy {
    TreeMap<String, String> texts = new TreeMap<>();
    Path name = folder.getFileName();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String own = String.valueOf(file.getFileName());
        if (own.endsWith(".yaml") && !own.endsWith(".cases.yaml")) {
          texts.put(name + "/" + own, Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new BadPolicy(new Mark(folder.toString(), 1, 1), "cannot be read: " + e);
    }
    return texts;
  }

  /// The `*.yaml` files of one folder as the one text that [Hashes] names.
  public static String bundleOf(Path folder) throws BadPolicy {
    return bundle(folder(folder));
  }

  /// The files of one set as one text: a head with name and length in characters before each, so
  /// that no file can look like two.
  static String bundle(Map<String, String> files) {
    StringBuilder bundle = new StringBuilder();
    new TreeMap<>(files)
        .forEach((name, text) ->
            bundle
                .append(HEAD)
                .append(name)
                .append(' ')
                .append(text.length())
                .append('\n')
                .append(text)
                .append('\n'));
    return bundle.toString();
  }

  /// The files that [#bundle] made one text of.
  static SortedMap<String, String> unbundle(String bundle) throws BadYaml {
    TreeMap<String, String> files = new TreeMap<>();
    int at = 0;
    while (at < bundle.length()) {
      int end = bundle.indexOf('\n', at);
      int space = end < 0 ? -1 : bundle.lastIndexOf(' ', end);
      if (space <= at + HEAD.length() || !bundle.startsWith(HEAD, at)) {
        throw new BadYaml(new Mark("(stored policy)", 1, at + 1), "a file's head is expected here");
      }
      int from = end + 1;
      int to = from + length(bundle, space + 1, end);
      if (to >= bundle.length() || bundle.charAt(to) != '\n') {
        throw new BadYaml(new Mark("(stored policy)", 1, at + 1), "a file has another length");
      }
      files.put(bundle.substring(at + HEAD.length(), space), bundle.substring(from, to));
      at = to + 1;
    }
    return files;
  }

  private static int length(String bundle, int from, int to) throws BadYaml {
    String digits = bundle.substring(from, to);
    if (!digits.matches("[0-9]{1,9}")) {
      throw new BadYaml(new Mark("(stored policy)", 1, from + 1), "a length is expected here");
    }
    return Integer.parseInt(digits);
  }
}

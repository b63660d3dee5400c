package dev.demarc.bench.scoring;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// Writes the scoring set: `java ScoringSet.java scoring` reads `scoring/bank` and writes
/// `cases.jsonl`, the same compressed, and the hashes.
public final class ScoringSet {
  private static final String SET = "cases.jsonl";

  private ScoringSet() {}

  /// Makes the set and prints what is in it.
  ///
  /// @param args the directory of the bank, where the set is written too
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("Usage: java ScoringSet.java DIRECTORY, in which `bank` stands");
      System.exit(2);
    }
    Path dir = Path.of(args[0]);
    Made made = made(dir);
    write(dir, made.set);
    print(made.cases, made.set.length);
  }

  /// The set, and its cases before carriers.
  @SuppressWarnings("ArrayRecordComponent") // made once and handed on
  record Made(List<MadeCase> cases, byte[] set) {}

  /// Makes the set from the bank of a directory, in memory.
  static Made made(Path dir) throws IOException {
    Path bank = dir.resolve("bank");
    BankWords words = BankWords.read(Files.readAllLines(bank.resolve("words.txt")));
    List<MadeCase> cases = new CaseMaker(words).make(families(bank));
    SetCheck.balance(cases);
    return new Made(cases, lines(cases, words).getBytes(StandardCharsets.UTF_8));
  }

  static List<TemplateFamily> families(Path bank) throws IOException {
    var families = new ArrayList<TemplateFamily>();
    try (var files = Files.list(bank)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith("words.txt")) {
          families.addAll(TemplateFamily.read(Files.readAllLines(file)));
        }
      }
    }
    return families;
  }

  private static String lines(List<MadeCase> cases, BankWords words) {
    var check = new SetCheck();
    var lines = new StringBuilder();
    for (MadeCase made : cases) {
      for (Carrier carrier : Carrier.values()) {
        MarkedText text = made.in(carrier, words);
        check.accept(made, carrier, text);
        lines.append(Lines.of(made, carrier, text)).append('\n');
      }
    }
    return lines.toString();
  }

  private static void write(Path dir, byte[] set) throws IOException {
    Files.write(dir.resolve(SET), set);
    Path packed = dir.resolve(SET + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(set);
    }
    Files.writeString(
        dir.resolve("SHA256SUMS"),
        sum(set) + "  " + SET + "\n" + sum(Files.readAllBytes(packed)) + "  " + SET + ".gz\n");
  }

  static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void print(List<MadeCase> cases, int bytes) {
    Map<String, Long> families =
        cases.stream()
            .filter(made -> made.lane() == Disguise.PLAIN)
            .collect(Collectors.groupingBy(MadeCase::family, TreeMap::new, Collectors.counting()));
    Map<String, Long> lanes =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    made -> made.lane().id(), TreeMap::new, Collectors.counting()));
    long none = cases.stream().filter(made -> made.family().startsWith("none.")).count();
    families.forEach((family, count) -> System.out.println(family + " " + count));
    lanes.forEach((lane, count) -> System.out.println("lane " + lane + " " + count));
    System.out.println(
        cases.size()
            + " cases, "
            + none
            + " of them negative; "
            + cases.size() * Carrier.values().length
            + " lines, "
            + bytes
            + " bytes");
  }
}

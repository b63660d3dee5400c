package dev.demarc.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The documents that were written by hand: they are those that were scored, marked within their
/// bounds, and the classifier reads them cut anywhere.
class DocumentsTest {
  private static final int CUTS = Integer.getInteger("prove.count", 20_000);
  private static final long SEED = Long.getLong("prove.seed", 20261123);
  private static final int LONGEST_EXAMPLE = 160;
  private static final Path DIRECTORY =
      Path.of(System.getProperty("demarc.root", "..")).resolve("scoring").resolve("documents");

  private static List<Case> documents(String half) throws IOException {
    Path set = DIRECTORY.resolve(half + ".jsonl.gz");
    return new SetReader(Names.read(Optional.empty())).read(set, Optional.empty());
  }

  @Test
  void they_are_those_whose_hashes_stand_beside_them()
      throws IOException, NoSuchAlgorithmException {
    StringBuilder sums = new StringBuilder();
    for (String half : List.of("held", "learned")) {
      Path packed = DIRECTORY.resolve(half + ".jsonl.gz");
      try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(packed))) {
        sums.append(sum(unpacked.readAllBytes())).append("  ").append(half).append(".jsonl\n");
      }
      sums.append(sum(Files.readAllBytes(packed))).append("  ").append(packed.getFileName());
      sums.append('\n');
    }
    assertThat(Files.readString(DIRECTORY.resolve("SHA256SUMS"))).isEqualTo(sums.toString());
  }

  private static String sum(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"held", "learned"})
  void each_mark_lies_in_its_text_and_names_a_category(String half) throws IOException {
    assertThat(documents(half))
        .hasSizeGreaterThan(800)
        .allSatisfy(text ->
            assertThat(text.gold())
                .allSatisfy(gold -> {
                  assertThat(gold.start()).isBetween(0, gold.end() - 1);
                  assertThat(gold.end()).isLessThanOrEqualTo(text.length());
                  assertThat(Category.of(gold.category())).isPresent();
                }));
  }

  /// A message may end anywhere, and its array ends with it: who reads beyond it throws.
  @Test
  void whatever_of_a_document_is_left_it_is_read() throws IOException {
    List<Case> documents = new ArrayList<>(documents("held"));
    documents.addAll(documents("learned"));
    Classifier classifier = new Classifier(ClassifierSettings.defaults());
    Random random = new Random(SEED);
    for (int k = 0; k < CUTS; k++) {
      String text = documents.get(random.nextInt(documents.size())).text();
      int length = text.codePointCount(0, text.length());
      int end = 1 + random.nextInt(length);
      int start = random.nextInt(4) == 0 ? random.nextInt(end) : 0;
      String cut =
          text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
      String last = cut.substring(Math.max(0, cut.length() - LONGEST_EXAMPLE));
      assertThatCode(() -> read(classifier, cut))
          .as("ends with: %s", last)
          .doesNotThrowAnyException();
    }
  }

  private static void read(Classifier classifier, String text) {
    try {
      assertThat(classifier.classifyText(Text.of(text.getBytes(StandardCharsets.UTF_8))))
          .isNotNull();
    } catch (Unreadable e) {
      // Half of a JSON value is refused, with a reason.
      assertThat(e.reason()).isNotNull();
    }
  }
}

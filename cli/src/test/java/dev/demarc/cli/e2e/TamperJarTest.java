package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A log made by real requests, changed afterwards by somebody who may write to its directory: what
/// a stranger finds out with the key alone, and what takes a receipt too.
class TamperJarTest {
  @RegisterExtension static final Site SITE = Site.twoMarkets();

  private static final int VERIFIED = 0;
  private static final int REFUTED = 1;
  private static final int CANNOT_TELL = 2;

  /// What was published after the first request, and the receipt of a later one.
  private static List<byte[]> earlier = List.of();

  private static String earlierCheckpoint = "";
  private static String receipt = "";

  @TempDir Path place;
  private List<byte[]> leaves = List.of();
  private LogForger forger = new LogForger(new PublishedLog(Path.of(".")));

  @BeforeAll
  static void requests() throws IOException {
    answered("the first request");
    earlier = SITE.gateway().log().leaves();
    earlierCheckpoint = Files.readString(SITE.gateway().data().resolve("log/checkpoint"));
    assertThat(new PublishedLog(SITE.gateway().data().resolve("log")).size())
        .as("nothing was published in between")
        .isEqualTo(earlier.size());
    receipt = answered("the second request");
    answered("the third request");
  }

  private static String answered(String text) {
    Answer answer = SITE.ask(Chat.saying(text).in("CN"));
    assertThat(answer.status()).isEqualTo(200);
    SITE.gateway().log().outcome(SimulatedProvider.attempt(SITE.cn().await(text)));
    return answer.receipt();
  }

  @BeforeEach
  void read() {
    PublishedLog log = SITE.gateway().log();
    leaves = log.leaves();
    forger = new LogForger(log);
  }

  // With the key alone.

  @Test
  void an_untouched_copy_is_verified() throws IOException {
    assertThat(verify(forger.copy(copy())).exit()).isEqualTo(VERIFIED);
  }

  @Test
  void every_altered_entry_is_found_at_its_place() throws IOException {
    for (int index : List.of(0, 1, leaves.size() - 1)) {
      List<byte[]> altered = LogForger.with(leaves, index, LogForger.altered(leaves.get(index)));

      refuted(forger.entries(copy("a" + index), altered), "" + index);
      refuted(forger.entriesAndTiles(copy("t" + index), altered), "root");
    }
  }

  @Test
  void a_deleted_entry_is_found() throws IOException {
    List<byte[]> fewer = LogForger.without(leaves, 1);
    List<byte[]> filled = new ArrayList<>(fewer);
    filled.add(leaves.getLast());

    refuted(forger.entries(copy("bundle"), fewer), "");
    refuted(forger.entries(copy("filled"), filled), "1");
    refuted(forger.entriesAndTiles(copy("tiles"), filled), "root");
  }

  @Test
  void a_deleted_entry_is_found_under_a_checkpoint_made_to_fit() throws IOException {
    List<byte[]> fewer = LogForger.without(leaves, 1);
    String[] lines =
        Files.readString(SITE.gateway().log().directory().resolve("checkpoint")).split("\n", -1);
    lines[1] = "" + fewer.size();
    lines[2] = Base64.getEncoder().encodeToString(LogForger.root(fewer));

    refuted(forger.state(copy(), fewer, String.join("\n", lines)), "signature");
  }

  @Test
  void entries_in_another_order_are_found() throws IOException {
    List<byte[]> swapped = LogForger.swapped(leaves, 1, 2);

    refuted(forger.entries(copy("bundle"), swapped), "1");
    refuted(forger.entriesAndTiles(copy("tiles"), swapped), "root");
  }

  @Test
  void a_log_rolled_back_to_what_was_published_before_is_verified_with_a_word_about_it()
      throws IOException {
    Finished verdict = verify(rolledBack());

    assertThat(verdict.exit()).as(verdict.output()).isEqualTo(VERIFIED);
    assertThat(verdict.output().toLowerCase(Locale.ROOT)).contains("receipt");
  }

  // With the key and a receipt.

  @Test
  void the_untouched_log_bears_the_receipt_out() throws IOException {
    assertThat(verify(forger.copy(copy()), receipt).exit()).isEqualTo(VERIFIED);
  }

  @Test
  void a_log_without_the_receipts_entry_cannot_be_judged_before_its_time() throws IOException {
    Finished verdict = verify(rolledBack(), receipt);

    assertThat(verdict.exit()).as(verdict.output()).isEqualTo(CANNOT_TELL);
  }

  @Test
  void a_log_without_the_receipts_entry_is_refuted_after_its_time() throws IOException {
    SITE.gateway().stop();
    SITE.startWith(config -> config.log("publish_within", "1s"));
    String promised = answered("soon to be published");

    Path rolledBack = rolledBack();
    Patience.until(
        "passing of the publish-by time", () -> verify(rolledBack, promised).exit() != CANNOT_TELL);
    refuted(rolledBack, promised, "");
    assertThat(verify(SITE.gateway().log().directory(), promised).exit()).isEqualTo(VERIFIED);
  }

  @Test
  void even_an_operator_who_signs_another_past_is_refuted_by_a_receipt() throws Exception {
    List<byte[]> altered = LogForger.with(leaves, 1, LogForger.altered(leaves.get(1)));
    String seed = Files.readString(SITE.gateway().data().resolve("keys/log.seed"));
    Path rewritten = forger.state(copy(), altered, LogForger.signed(altered, seed));
    Path same = forger.state(copy("same"), leaves, LogForger.signed(leaves, seed));

    assertThat(verify(same, receipt).exit()).as("the forger's own tools").isEqualTo(VERIFIED);
    refuted(rewritten, receipt, "");
  }

  private Path rolledBack() throws IOException {
    return forger.state(copy("rolled back"), earlier, earlierCheckpoint);
  }

  private Path copy() {
    return copy("copy");
  }

  private Path copy(String name) {
    return place.resolve(name);
  }

  private void refuted(Path log, String where) {
    refuted(verify(log), where);
  }

  private void refuted(Path log, String withReceipt, String where) {
    refuted(verify(log, withReceipt), where);
  }

  private static void refuted(Finished verdict, String where) {
    assertThat(verdict.exit()).as(verdict.output()).isEqualTo(REFUTED);
    assertThat(verdict.output()).contains(where);
  }

  private Finished verify(Path log) {
    return Finished.verify(log, SITE.gateway().verifierKey());
  }

  private Finished verify(Path log, String withReceipt) {
    try {
      Path file = place.resolve("receipt");
      Files.writeString(file, withReceipt);
      return Finished.verify(log, SITE.gateway().verifierKey(), "--receipt", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.Receipt;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A record submitted by a test, and the one answer it got.
final class Answer implements TransparencyLog.Appended {
  private record Durable(long index, String receipt) {}

  private final byte[] leaf;
  private final byte[] sidecar;
  private final CompletableFuture<Durable> answer = new CompletableFuture<>();
  private boolean signed;
  private final AtomicInteger answers = new AtomicInteger();

  private Answer(byte[] leaf, byte[] sidecar) {
    this.leaf = leaf;
    this.sidecar = sidecar;
    answer.orTimeout(2, TimeUnit.MINUTES);
  }

  /// An entry, of a type that only tests have, that holds this text.
  static byte[] leaf(String text) {
    return ("{\"v\":1,\"type\":\"test\",\"time_ms\":0,\"text\":\"" + text + "\"}").getBytes(UTF_8);
  }

  /// Submits a record with this text, and a sidecar made of it.
  static Answer append(TransparencyLog log, String text) {
    Answer answer = new Answer(leaf(text), ("sidecar of " + text).getBytes(UTF_8));
    log.append(answer.leaf, answer.sidecar, answer);
    return answer;
  }

  /// Submits a record that nobody waits for.
  static Answer appendBehind(TransparencyLog log, String text) {
    Answer answer = new Answer(leaf(text), new byte[0]);
    log.appendBehind(answer.leaf, answer);
    return answer;
  }

  @Override
  public void durable(long index, Supplier<String> receipt) {
    answers.incrementAndGet();
    answer.complete(new Durable(index, receipt.get()));
  }

  @Override
  public void failed(LogSealed why) {
    answers.incrementAndGet();
    answer.completeExceptionally(why);
  }

  boolean answered() {
    return answer.isDone();
  }

  /// Waits for the answer; says whether it was *durable*.
  boolean acknowledged() {
    Optional<Throwable> why = answer.handle((durable, e) -> Optional.ofNullable(e)).join();
    if (why.isPresent() && !(why.get() instanceof LogSealed)) {
      throw new AssertionError("no answer", why.get());
    }
    return why.isEmpty();
  }

  long index() {
    return answer.join().index();
  }

  String receiptHeader() {
    return answer.join().receipt();
  }

  /// Waits for the answer, which must be *failed*.
  LogSealed failure() {
    try {
      answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LogSealed why) {
        return why;
      }
      throw e;
    }
    throw new AssertionError("durable at " + index());
  }

  Receipt receipt() {
    try {
      return Receipt.parseHeader(receiptHeader());
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  /// Checks that the log holds what was acknowledged: the record where it was said to be, with its
  /// sidecar, and a signed receipt that leads to the root of the log's first records.
  void requireKept(LogCheck check) {
    assertThat(answers).hasValue(1);
    assertThat(check.records()).hasSizeGreaterThan((int) index());
    StoredRecord stored = check.records().get((int) index());
    assertThat(stored.leaf()).isEqualTo(leaf);
    assertThat(stored.sidecar()).isEqualTo(sidecar);
    Receipt receipt = receipt();
    assertThat(receipt.proof().index()).isEqualTo(index());
    assertThat(receipt.leafHash()).isEqualTo(check.leafHash(index()));
    assertThat(receipt.provesInclusion()).as("receipt proves inclusion").isTrue();
    if (!signed) {
      assertThat(check.signed(receipt.note())).as("receipt's signature").isTrue();
      signed = true;
    }
    assertThat(receipt.checkpoint().root()).isEqualTo(check.root(receipt.checkpoint().size()));
  }
}

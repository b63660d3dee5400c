package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.text.Text;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.gateway.exchange.Answer;
import dev.demarc.gateway.exchange.Attempt;
import dev.demarc.gateway.exchange.Ended;
import dev.demarc.gateway.exchange.Exchange;
import dev.demarc.gateway.exchange.Head;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.policy.Decision;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A bug between the record and the end of an attempt, struck by an exchange that throws.
class PipelineBugTest {
  @TempDir private Path dir;

  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private final List<Ended> ends = new CopyOnWriteArrayList<>();

  enum Where {
    NAMING_THE_RECORD,
    BEGINNING_TO_RELAY,
    AFTER_BYTES_REACHED_THE_CLIENT
  }

  @ParameterizedTest
  @EnumSource(
      value = Where.class,
      names = {"NAMING_THE_RECORD", "BEGINNING_TO_RELAY"})
  void an_attempt_that_a_bug_stops_has_its_outcome_and_nobody_is_told_that_nothing_was_sent(
      Where where) throws Exception {
    Broken client = new Broken(where);
    assertThatThrownBy(() -> ask(client))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.UpstreamFailed.class));
    assertThat(client.aborted).isFalse();
    assertStopped(false);
  }

  @Test
  void a_client_that_has_a_part_of_an_answer_sees_it_cut_off() throws Exception {
    Broken client = new Broken(Where.AFTER_BYTES_REACHED_THE_CLIENT);
    ask(client);
    assertThat(client.aborted).isTrue();
    assertStopped(true);
  }

  private void assertStopped(boolean reachedClient) throws Exception {
    assertThat(bugs).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(ends)
        .singleElement()
        .satisfies(ended -> {
          assertThat(ended.kind()).isEqualTo(Ended.Kind.UPSTREAM_ERROR);
          assertThat(ended.kind().nothingLeft()).isFalse();
          assertThat(ended.sentBytes()).isPositive();
          assertThat(ended.reachedClient()).isEqualTo(reachedClient);
        });
    assertThat(TestGateway.entries(dir.resolve("data"), OutcomeEntry.class))
        .extracting(OutcomeEntry::outcome)
        .containsExactly(OutcomeEntry.Outcome.UPSTREAM_ERROR);
  }

  private void ask(Exchange client) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (TestGateway gateway = TestGateway.start(dir, new FileDisk())) {
      Promise<Void> answered = Promise.promise();
      Pipeline pipeline = new Pipeline(gateway.steps(vertx), new Ends(), bugs::add);
      vertx.runOnContext(nothing -> pipeline.handle(client).onComplete(answered));
      answered.future().await(30, TimeUnit.SECONDS);
    } finally {
      vertx.close().await(30, TimeUnit.SECONDS);
    }
  }

  private final class Ends implements Pipeline.Observer {
    @Override
    public void decided(Attempt attempt, Decision decision) {}

    @Override
    public void ended(Attempt attempt, Ended ended) {
      ends.add(ended);
    }
  }

  /// A client's request whose answer throws at one place.
  private static final class Broken implements Exchange, Answer, Head {
    private final Where where;
    private boolean aborted;

    Broken(Where where) {
      this.where = where;
    }

    private void bug(Where at) {
      if (where == at) {
        throw new IllegalStateException("a bug");
      }
    }

    @Override
    public String requestId() {
      return "0".repeat(26);
    }

    @Override
    public Head head() {
      return this;
    }

    @Override
    public Future<Text> body() {
      return Future.succeededFuture(Text.of(TestGateway.ask("hello")));
    }

    @Override
    public Answer answer() {
      return this;
    }

    @Override
    public boolean clientLeft() {
      return false;
    }

    @Override
    public void onClientLeft(Runnable action) {
      bug(Where.BEGINNING_TO_RELAY);
      bug(Where.AFTER_BYTES_REACHED_THE_CLIENT);
    }

    @Override
    public boolean begun() {
      return where == Where.AFTER_BYTES_REACHED_THE_CLIENT;
    }

    @Override
    public void header(String name, String value) {
      bug(Where.NAMING_THE_RECORD);
    }

    @Override
    public void withoutHeader(String name) {}

    @Override
    public void begin(int status, Map<String, String> headers) {}

    @Override
    public boolean write(byte[] bytes) {
      return true;
    }

    @Override
    public void onDrained(Runnable action) {}

    @Override
    public void end() {}

    @Override
    public void whole(int status, Map<String, String> headers, byte[] body) {}

    @Override
    public void abort() {
      aborted = true;
    }

    @Override
    public Optional<String> pathMarket() {
      return Optional.empty();
    }

    @Override
    public Optional<String> header(String name) {
      return name.equalsIgnoreCase("authorization")
          ? Optional.of("Bearer " + TestGateway.KEY)
          : Optional.empty();
    }
  }
}

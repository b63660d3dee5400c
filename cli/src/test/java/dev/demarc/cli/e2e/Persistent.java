package dev.demarc.cli.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Clients that go on asking whichever gateway there is, keep each receipt as soon as its header
/// has come, and take it as it is when the gateway dies under them.
final class Persistent implements AutoCloseable {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final int LONGEST_PAUSE_MILLIS = 25;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<Random, Chat> chats;
  private final List<Kept> receipts = new ArrayList<>();
  private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
  private final AtomicInteger cutOff = new AtomicInteger();
  private final AtomicInteger whole = new AtomicInteger();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private @Nullable GatewayProcess gateway;
  private boolean over;

  /// A receipt, and the id of the request that it came with.
  record Kept(String receipt, String request) {}

  /// @param chats what to ask next
  Persistent(int clients, long seed, Function<Random, Chat> chats) {
    this.chats = chats;
    for (int client = 0; client < clients; client++) {
      Random random = new Random(seed * 1000 + client);
      var _ = threads.submit(() -> askOn(random));
    }
  }

  /// Lets the clients ask this gateway.
  void turnTo(GatewayProcess fresh) {
    lock.lock();
    try {
      gateway = fresh;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Keeps the clients from asking; what they have asked goes on.
  void hold() {
    lock.lock();
    try {
      gateway = null;
    } finally {
      lock.unlock();
    }
  }

  private void askOn(Random random) {
    try {
      while (true) {
        URI address = awaitGateway();
        if (address == null) {
          return;
        }
        ask(address, chats.apply(random));
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error bug) {
      bugs.add(bug);
    }
  }

  private @Nullable URI awaitGateway() throws InterruptedException {
    lock.lock();
    try {
      while (gateway == null && !over) {
        opened.await();
      }
      return over || gateway == null ? null : gateway.address();
    } finally {
      lock.unlock();
    }
  }

  /// Asks, and keeps the receipt even if the answer behind it never becomes whole.
  Optional<String> ask(URI address, Chat chat) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(chat.path()))
            .timeout(BOUND)
            .POST(HttpRequest.BodyPublishers.ofString(chat.json()));
    chat.headers().forEach(request::header);
    try {
      HttpResponse<InputStream> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      Optional<String> receipt = keep(answer);
      try (InputStream body = answer.body()) {
        body.transferTo(OutputStream.nullOutputStream());
      }
      whole.incrementAndGet();
      return receipt;
    } catch (IOException killed) {
      cutOff.incrementAndGet();
      return Optional.empty();
    }
  }

  private Optional<String> keep(HttpResponse<?> answer) {
    Optional<String> receipt = answer.headers().firstValue("demarc-receipt");
    if (receipt.isPresent()) {
      String request = answer.headers().firstValue("x-request-id").orElse("");
      synchronized (receipts) {
        receipts.add(new Kept(receipt.get(), request));
      }
    }
    return receipt;
  }

  /// Every receipt so far, in the order in which they came.
  List<Kept> receipts() {
    synchronized (receipts) {
      return List.copyOf(receipts);
    }
  }

  /// What ended a client before its time: faults of this class, which would make the load thinner.
  List<Throwable> bugs() {
    return List.copyOf(bugs);
  }

  /// Requests whose answer never came, or broke off.
  int cutOff() {
    return cutOff.get();
  }

  /// Requests that were answered to the end.
  int whole() {
    return whole.get();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      over = true;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
    threads.close();
    http.close();
  }
}

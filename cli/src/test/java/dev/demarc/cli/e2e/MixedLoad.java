package dev.demarc.cli.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Clients of every manner at once, good ones and bad ones, in front of providers that behave as
/// they do. It keeps the id of each request that must have an entry in the log.
final class MixedLoad {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final String CARD = "4539 1488 0343 6467";
  private static final String PROSE =
      "Li Na (li.na@post-haus.net) wrote from 203.0.113.7 that the parcel of the 12th never came. ";
  private static final Pattern REQUEST_ID = Pattern.compile("(?i)\r\nx-request-id: (\\w+)\r\n");

  /// Refusals that leave no entry: nobody known asked, or the gateway itself could not.
  private static final Set<String> WITHOUT_ENTRY =
      Set.of("invalid_api_key", "request_timeout", "overloaded", "no_record_no_egress");

  private final URI gateway;
  private final long longestMillis;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> statuses = new ConcurrentSkipListMap<>();

  /// One manner of asking.
  private record Manner(String name, int clients, int pauseMillis, Ask ask) {}

  private interface Ask {
    void once(Random random) throws IOException, InterruptedException;
  }

  /// @param longest how long a slow reader reads
  MixedLoad(URI gateway, Duration longest) {
    this.gateway = gateway;
    this.longestMillis = longest.toMillis();
  }

  private List<Manner> manners() {
    return List.of(
        new Manner("plain", 3, 40, r -> ask(personal(r))),
        new Manner("streamed", 3, 40, r -> ask(personal(r).streamed())),
        new Manner("large body", 1, 1500, r -> ask(large(r))),
        new Manner("refused", 2, 100, r -> ask(refused(r))),
        new Manner("provider's error", 1, 200, r -> ask(failing(r))),
        new Manner("provider cuts", 1, 200, r -> ask(faulty(r, "cut=2"))),
        new Manner("provider stalls", 2, 100, r -> ask(faulty(r, "stall=2"))),
        new Manner("provider late", 2, 100, r -> ask(faulty(r, "slow-head=700"))),
        new Manner("provider silent", 1, 100, r -> ask(faulty(r, "silent"))),
        new Manner("provider closes", 2, 20, r -> ask(faulty(r, "close-idle=" + r.nextInt(30)))),
        new Manner("reads slowly", 8, 500, this::readSlowly),
        new Manner("leaves upload", 1, 200, this::leaveUpload),
        new Manner("leaves silence", 1, 200, this::leaveSilence),
        new Manner("leaves stream", 1, 200, this::leaveStream));
  }

  /// Begins.
  void start(long seed) {
    for (Manner manner : manners()) {
      for (int client = 0; client < manner.clients(); client++) {
        Random random = new Random(seed++);
        var _ = threads.submit(() -> goOn(manner, random));
      }
    }
  }

  private void goOn(Manner manner, Random random) {
    try {
      do {
        try {
          count(counts, manner.name());
          manner.ask().once(random);
        } catch (IOException closed) {
          count(statuses, "connection closed");
        }
      } while (!over.await(random.nextInt(2 * manner.pauseMillis()), TimeUnit.MILLISECONDS));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error bug) {
      count(statuses, "bug of the load: " + bug);
    }
  }

  private static void count(Map<String, LongAdder> counters, String name) {
    counters.computeIfAbsent(name, fresh -> new LongAdder()).increment();
  }

  /// Asks nothing new, waits for what was asked, and closes its connections.
  void end() {
    over.countDown();
    threads.close();
    http.close();
  }

  /// Ids of the requests that were answered and must have an entry.
  Set<String> answered() {
    return answered;
  }

  /// Requests by manner.
  Map<String, Long> counts() {
    return sums(counts);
  }

  /// What came back: status, or the code of an error.
  Map<String, Long> statuses() {
    return sums(statuses);
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counters) {
    Map<String, Long> sums = new TreeMap<>();
    counters.forEach((name, counter) -> sums.put(name, counter.sum()));
    return sums;
  }

  // What is asked.

  private static Chat personal(Random random) {
    return random.nextBoolean()
        ? Chat.saying("to li.na@post-haus.net").in("US")
        : Chat.saying("[[simulator: pace=1]] pays with " + CARD)
            .in("CN")
            // Persons that come back, as those of a product do; each new one takes its place.
            .header("demarc-subject", "person-" + random.nextInt(500));
  }

  private static Chat large(Random random) {
    int bytes = 100_000 + random.nextInt(900_000);
    return Chat.saying(PROSE.repeat(bytes / PROSE.length())).in("US");
  }

  private static Chat refused(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Chat.saying("hi").model("no-such-model");
      case 1 -> Chat.saying("hi").in("FR");
      case 2 -> Chat.saying("hi").header("authorization", "Bearer nobody");
      default -> Chat.saying("refused").in("CN").header("demarc-subject-protection", "EU");
    };
  }

  private static Chat failing(Random random) {
    List<String> faults = List.of("429=1", "500", "status=400", "status=404", "wrong-json", "gzip");
    return faulty(random, faults.get(random.nextInt(faults.size())));
  }

  private static Chat faulty(Random random, String fault) {
    Chat chat = Chat.saying("[[simulator: " + fault + "]] " + PROSE);
    return (random.nextBoolean() ? chat.in("US") : chat.in("CN"))
        .with("stream", random.nextBoolean());
  }

  // Clients that wait for their answer.

  private void ask(Chat chat) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(chat.path()))
            .timeout(BOUND)
            .POST(HttpRequest.BodyPublishers.ofString(chat.json()));
    chat.headers().forEach(request::header);
    HttpResponse<InputStream> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    String id = answer.headers().firstValue("x-request-id").orElseThrow();
    try (InputStream body = answer.body()) {
      if (answer.statusCode() == 200) {
        count(statuses, "200");
        answered.add(id);
        body.transferTo(OutputStream.nullOutputStream());
      } else {
        String code = JSON.readTree(body).path("error").path("code").asString("");
        count(statuses, answer.statusCode() + " " + code);
        if (!WITHOUT_ENTRY.contains(code)) {
          answered.add(id);
        }
      }
    }
  }

  // Clients that do not.

  /// Reads 1 KB a second out of a small buffer, then leaves, or reads the rest.
  private void readSlowly(Random random) throws IOException, InterruptedException {
    Chat chat = Chat.saying("[[simulator: deltas=400 big=800000]] slow").in("US");
    long end = System.nanoTime() + longestMillis * (500_000 + random.nextInt(500_000));
    try (Socket socket = send(random.nextBoolean() ? chat.streamed() : chat, 4096)) {
      byte[] piece = new byte[1024];
      int read = socket.getInputStream().read(piece);
      noteHead(new String(piece, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
      while (read >= 0 && System.nanoTime() < end && !over.await(1, TimeUnit.SECONDS)) {
        read = socket.getInputStream().read(piece);
      }
      if (random.nextBoolean()) {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private void noteHead(String text) {
    Matcher id = REQUEST_ID.matcher(text);
    if (text.startsWith("HTTP/1.1 200 ") && id.find()) {
      count(statuses, "200");
      answered.add(id.group(1));
    }
  }

  private void leaveUpload(Random random) throws IOException, InterruptedException {
    byte[] json = large(random).json().getBytes(StandardCharsets.UTF_8);
    try (Socket socket = connect(65_536)) {
      socket.getOutputStream().write(ascii(RawClient.head(Chat.saying(""), json.length)));
      socket.getOutputStream().write(json, 0, random.nextInt(json.length));
      pauseAndLeave(socket, random);
    }
  }

  private void leaveSilence(Random random) throws IOException, InterruptedException {
    try (Socket socket = send(faulty(random, "silent"), 65_536)) {
      pauseAndLeave(socket, random);
    }
  }

  private void leaveStream(Random random) throws IOException, InterruptedException {
    Chat chat = Chat.saying("[[simulator: pace=1 deltas=800]] flood").in("CN").streamed();
    try (Socket socket = send(chat, 65_536)) {
      byte[] piece = new byte[4096];
      int read = socket.getInputStream().read(piece);
      noteHead(new String(piece, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
      pauseAndLeave(socket, random);
    }
  }

  /// Leaves after a while, half of the time by a reset.
  private void pauseAndLeave(Socket socket, Random random)
      throws IOException, InterruptedException {
    var _ = over.await(random.nextInt(600), TimeUnit.MILLISECONDS);
    if (random.nextBoolean()) {
      socket.setSoLinger(true, 0);
    }
  }

  private Socket send(Chat chat, int receiveBuffer) throws IOException {
    Socket socket = connect(receiveBuffer);
    byte[] json = chat.json().getBytes(StandardCharsets.UTF_8);
    socket.getOutputStream().write(ascii(RawClient.head(chat, json.length)));
    socket.getOutputStream().write(json);
    return socket;
  }

  private Socket connect(int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(receiveBuffer);
    socket.setSoTimeout((int) BOUND.toMillis());
    socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
    return socket;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

package dev.demarc.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// A provider that speaks the chat completions protocol, writes down exactly what it received and
/// misbehaves when told to. It says in every answer that it is a simulator.
///
/// It speaks HTTP/1.1 by itself over TCP: a server library would give back neither the case and
/// order of the header lines nor the bytes of a request that never became complete.
public final class Simulator implements AutoCloseable {
  private static final int START_SECONDS = 10;

  private final Vertx vertx;
  private final NetServer server;
  private final Provider provider;
  private final Capture capture;

  private Simulator(Vertx vertx, NetServer server, Provider provider, Capture capture) {
    this.vertx = vertx;
    this.server = server;
    this.provider = provider;
    this.capture = capture;
  }

  /// Starts one; when this returns it accepts connections.
  public static Simulator start(SimulatorSettings settings) throws IOException {
    var capture = new Capture(settings.capture());
    var provider = new Provider(settings);
    var numbers = new AtomicInteger();
    Vertx vertx = Vertx.vertx(options());
    NetServer server =
        vertx
            .createNetServer(new NetServerOptions().setTcpNoDelay(true))
            .connectHandler(socket ->
                new Connection(vertx, socket, provider, capture, numbers::incrementAndGet));
    var simulator = new Simulator(vertx, server, provider, capture);
    try {
      await(server.listen(settings.port(), settings.host()));
      return simulator;
    } catch (IOException e) {
      simulator.close();
      throw new IOException(
          "cannot listen on %s:%d: %s".formatted(settings.host(), settings.port(), e.getMessage()),
          e);
    }
  }

  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static <T> T await(io.vertx.core.Future<T> future) throws IOException {
    try {
      return future.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// The port it listens on.
  public int port() {
    return server.actualPort();
  }

  /// Misbehaves like this from the next answer on.
  public void misbehave(Misbehaviour misbehaviour) {
    provider.misbehave(misbehaviour);
  }

  /// Closes every connection and the capture.
  @Override
  public void close() throws IOException {
    capture.endEvents();
    await(vertx.close());
    capture.close();
  }
}

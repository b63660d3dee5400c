package dev.demarc.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The gateways that are measured beside one another, each with one worker, pinned to one core.
final class Hops {
  private static final int PATIENCE_SECONDS = 60;

  private final Path home;
  private final Path directory;
  private final int provider;
  private final List<String> pinned;

  /// @param directory where configs, logs and what is installed for a run are kept
  /// @param provider the port of the one provider behind all
  /// @param pinned the words of a command that pins what follows to a core
  Hops(Path home, Path directory, int provider, List<String> pinned) {
    this.home = home;
    this.directory = directory;
    this.provider = provider;
    this.pinned = pinned;
  }

  /// The provider itself.
  Hop direct(Process process) {
    return new Hop("direct", provider, new ProcessTree(process.toHandle()), List.of(), () -> {});
  }

  Hop demarc(Path data) throws IOException {
    GatewayProcess gateway = GatewayProcess.start(home, data, provider, pinned);
    return new Hop(
        "demarc",
        gateway.port(),
        gateway.tree(),
        List.of("authorization: Bearer " + GatewayProcess.KEY),
        gateway::close);
  }

  Hop nginx() throws IOException, InterruptedException {
    int port = freePort();
    Path config = directory.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        daemon off; worker_processes 1; pid %1$s/nginx.pid; error_log stderr;
        events { worker_connections 4096; }
        http {
          access_log off; client_body_buffer_size 256k; client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u;
          scgi_temp_path %1$s/s; keepalive_requests 100000000;
          upstream provider {
            server 127.0.0.1:%2$d; keepalive 512; keepalive_requests 100000000;
          }
          server {
            listen 127.0.0.1:%3$d;
            location / {
              proxy_pass http://provider; proxy_http_version 1.1; proxy_set_header Connection "";
              proxy_buffering off;
            }
          }
        }
        """
            .formatted(directory, provider, port));
    return started("nginx", port, List.of(), List.of("nginx", "-c", config.toString()));
  }

  /// The least that this HTTP stack can do: [BareHop].
  Hop bare() throws IOException, InterruptedException {
    int port = freePort();
    return started(
        "bare Vert.x",
        port,
        List.of(),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            BareHop.class.getName(),
            Integer.toString(port),
            Integer.toString(provider)));
  }

  /// Portkey's gateway from npm. `@hono/node-server` is pinned: with the release that its range
  /// resolves to, streams fail.
  Optional<Hop> portkey() throws IOException, InterruptedException {
    if (!Wire.installed("npm")) {
      return skipped("Portkey", "there is no npm");
    }
    Path at = Files.createDirectories(directory.resolve("portkey"));
    Path server = at.resolve("node_modules/@portkey-ai/gateway/build/start-server.js");
    if (!Files.exists(server)) {
      Files.writeString(
          at.resolve("package.json"),
          """
          {"private":true,"dependencies":{"@portkey-ai/gateway":"1.15.2"},
           "overrides":{"@hono/node-server":"1.13.5"}}
          """);
      if (!Install.done(
          at, List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"))) {
        return skipped("Portkey", "npm could not install it");
      }
    }
    int port = freePort();
    return Optional.of(
        started(
            "portkey",
            port,
            List.of(
                "authorization: Bearer bench",
                "x-portkey-provider: openai",
                "x-portkey-custom-host: http://127.0.0.1:" + provider + "/v1"),
            List.of("node", server.toString(), "--headless", "--port=" + port)));
  }

  /// LiteLLM's proxy from PyPI, in a virtual environment.
  Optional<Hop> litellm() throws IOException, InterruptedException {
    if (!Wire.installed("python3")) {
      return skipped("LiteLLM", "there is no python3");
    }
    Path at = directory.resolve("litellm");
    Path program = at.resolve("bin/litellm");
    if (!Files.exists(program)
        && !(Install.done(directory, List.of("python3", "-m", "venv", at.toString()))
            && Install.done(
                directory,
                List.of(at.resolve("bin/pip").toString(), "install", "-q", "litellm[proxy]")))) {
      return skipped("LiteLLM", "pip could not install it");
    }
    int port = freePort();
    Path config = directory.resolve("litellm.yaml");
    Files.writeString(
        config,
        """
        model_list:
          - model_name: assistant
            litellm_params:
              {model: openai/bench, api_base: "http://127.0.0.1:%d/v1", api_key: bench}
        general_settings: {dangerously_permit_weak_or_unset_master_key: true}
        """
            .formatted(provider));
    return Optional.of(
        started(
            "litellm",
            port,
            List.of("authorization: Bearer bench"),
            List.of(
                program.toString(),
                "--config",
                config.toString(),
                "--port",
                "" + port,
                "--host",
                "127.0.0.1",
                "--num_workers",
                "1",
                "--telemetry",
                "False")));
  }

  private static Optional<Hop> skipped(String peer, String why) {
    System.out.println(peer + " is left out: " + why + ".");
    return Optional.empty();
  }

  private Hop started(String name, int port, List<String> headers, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(pinned);
    command.addAll(words);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".log").toFile())
            .start();
    awaitPort(name, port, process);
    return new Hop(name, port, new ProcessTree(process.toHandle()), headers, () -> end(process));
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }

  private void awaitPort(String name, int port, Process process)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (process.isAlive() && System.nanoTime() < until) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    end(process);
    throw new IOException(name + " did not start: see " + directory.resolve(name + ".log"));
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

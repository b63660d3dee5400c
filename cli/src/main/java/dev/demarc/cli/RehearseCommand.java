package dev.demarc.cli;

import dev.demarc.gateway.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// A short service to itself and an orderly end: what a JVM has to see once to write the cache from
/// which later starts take their classes.
@Command(name = "rehearse", hidden = true, description = "Serve a few chats to itself, then end.")
final class RehearseCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", defaultValue = "300")
  private int chats;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("demarc-rehearsal-");
    try {
      ServeCommand serve = new ServeCommand();
      new CommandLine(serve)
          .parseArgs("--data", data.resolve("data").toString(), "--listen", "127.0.0.1:0");
      serve.serve(this::chat);
    } finally {
      delete(data);
    }
    return 0;
  }

  private void chat(Config.Listen address, Setup setup) throws IOException {
    String key = setup.generatedKey().orElseThrow();
    for (int i = 0; i < chats; i++) {
      String market = i % 3 == 0 ? "/m/CN" : "";
      ask(address, market + "/v1/chat/completions", key, body(i % 2 == 0));
    }
  }

  private static String body(boolean streamed) {
    return """
    {"model":"assistant","stream":%s,"user":"u","messages":[{"role":"user",
     "content":"Please write to ada@example.org or call +1 415 555 0132."}]}\
    """
        .formatted(streamed);
  }

  private static void ask(Config.Listen address, String path, String key, String body)
      throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nhost: rehearsal\r\nauthorization: Bearer %s\r\nconnection: close\r\ncontent-length: %d\r\n\r\n"
            .formatted(path, key, body.length());
    try (Socket client = new Socket(address.host(), address.port())) {
      client.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      InputStream answer = client.getInputStream();
      answer.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

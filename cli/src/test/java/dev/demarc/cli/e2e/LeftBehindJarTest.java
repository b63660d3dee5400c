package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gateway keeps what it was given in its data directory and nowhere else, also where it has no
/// chance to tidy up.
class LeftBehindJarTest {
  @TempDir private Path place;

  @Test
  void nothing_stands_among_the_temporary_files_when_it_serves_and_after_it_was_killed()
      throws Exception {
    Path temporary = Files.createDirectory(place.resolve("tmp"));
    List<String> command =
        Build.demarcWith(
            List.of("-Djava.io.tmpdir=" + temporary),
            "serve",
            "--data",
            place.resolve("data").toString(),
            "--listen",
            "127.0.0.1:0");
    Process gateway =
        new ProcessBuilder(command)
            .redirectError(place.resolve("diagnostics.txt").toFile())
            .start();
    try {
      assertThat(ask(printed(gateway)).statusCode()).isEqualTo(200);
      assertThat(temporary).isEmptyDirectory();
    } finally {
      gateway.destroyForcibly().onExit().join();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  /// What it prints until it is ready, by the first word.
  private static Map<String, String> printed(Process gateway) throws IOException {
    Map<String, String> printed = new HashMap<>();
    BufferedReader lines = gateway.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", -1);
      printed.put(words[0], words[words.length - 1]);
      if (words[0].equals("ready")) {
        return printed;
      }
    }
    throw new AssertionError("it ended before it was ready: " + printed);
  }

  private static HttpResponse<String> ask(Map<String, String> printed) throws Exception {
    String body =
        "{\"model\":\"assistant\",\"messages\":[{\"role\":\"user\",\"content\":\"to keep to"
            + " yourself\"}]}";
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(printed.get("ready") + "/v1/chat/completions"))
              .header("authorization", "Bearer " + printed.get("api"))
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }
}

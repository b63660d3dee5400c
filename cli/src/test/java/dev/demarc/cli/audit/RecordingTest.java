package dev.demarc.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.cli.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Recordings give every entry: as a chat request, as one that is not read and why, or as no AI.
class RecordingTest {
  private static final String CHAT =
      "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

  @TempDir private Path dir;

  private List<Entry> read(String name, String text) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Recording.read(Files.writeString(dir.resolve(name), text), entries::add);
    return entries;
  }

  private static String har(String method, String url, String body) {
    String quoted = body.replace("\\", "\\\\").replace("\"", "\\\"");
    return """
    {"log":{"version":"1.2","pages":[{"id":"x"}],"entries":[{"request":{"method":"%s","url":"%s","postData":{"mimeType":"application/json","text":"%s"}}}]}}
    """
        .formatted(method, url, quoted);
  }

  private Entry one(String method, String url, String body) throws IOException {
    List<Entry> entries = read("a.har", har(method, url, body));
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.openai.com/v1/chat/completions",
        "https://acme.openai.azure.com/openai/deployments/d/chat/completions?api-version=1",
        "https://proxy.acme.invalid/llm"
      })
  void a_chat_request_is_known_by_its_path_or_its_shape(String url) throws IOException {
    assertThat(one("POST", url, CHAT)).isInstanceOf(Entry.Chat.class);
  }

  @Test
  void the_body_is_what_was_recorded_to_the_byte() throws IOException {
    String body = "{ \"messages\":[ ],\"x\":1.50 }";

    assertThat(one("POST", "https://a.invalid/chat/completions", body))
        .isInstanceOfSatisfying(
            Entry.Chat.class, chat -> assertThat(chat.body().decoded()).isEqualTo(body));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.anthropic.com/v1/messages, Anthropic's Messages protocol is not read yet",
    "https://api.openai.com/v1/responses, OpenAI's Responses protocol is not read yet",
    "https://api.openai.com/v1/completions, the completions protocol is not read yet",
    "https://api.openai.com/v1/embeddings, the embeddings protocol is not read yet",
    "https://generativelanguage.googleapis.com/v1beta/models/g:generateContent, Gemini's protocol"
        + " is not read yet",
    "https://api.openai.com/v1/unheard-of, it goes to an AI provider in no known shape"
  })
  void other_ai_traffic_is_listed_with_the_reason(String url, String reason) throws IOException {
    assertThat(one("POST", url, "{\"a\":1}"))
        .isInstanceOfSatisfying(
            Entry.NotRead.class, entry -> assertThat(entry.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{\"messages\":[],\"system\":\"s\",\"max_tokens\":9} # Anthropic",
        "{\"anthropic_version\":\"bedrock\",\"messages\":[]} # Anthropic",
        "{\"contents\":[]} # Gemini",
        "{\"model\":\"m\",\"input\":\"x\"} # Responses",
        "{\"model\":\"m\",\"prompt\":\"x\"} # completions"
      })
  void other_shapes_are_told_at_any_address(String body, String protocol) throws IOException {
    assertThat(one("POST", "https://proxy.acme.invalid/llm", body))
        .isInstanceOfSatisfying(
            Entry.NotRead.class, entry -> assertThat(entry.reason()).contains(protocol));
  }

  @Test
  void what_is_no_ai_request_is_said_to_be_none() throws IOException {
    assertThat(one("GET", "https://shop.invalid/?q=ada", "")).isInstanceOf(Entry.Other.class);
    assertThat(one("GET", "https://api.openai.com/v1/models", "")).isInstanceOf(Entry.Other.class);
    assertThat(one("POST", "https://shop.invalid/buy", "{\"a\":1}"))
        .isInstanceOf(Entry.Other.class);
  }

  @Test
  void a_list_of_models_was_not_sent_to_where_the_log_names_no_method() throws IOException {
    String url = "\"url\":\"https://api.openai.com/v1/models%s\",\"status\":200}";
    assertThat(read("a.jsonl", "{" + url.formatted("")))
        .singleElement()
        .isInstanceOf(Entry.Other.class);
    assertThat(read("b.jsonl", "{" + url.formatted("/gpt-4o")))
        .singleElement()
        .isInstanceOf(Entry.Other.class);
    assertThat(read("c.jsonl", "{\"method\":\"POST\"," + url.formatted("")))
        .singleElement()
        .isInstanceOf(Entry.NotRead.class);
  }

  @Test
  void a_chat_request_without_a_body_is_not_passed_silently() throws IOException {
    assertThat(one("POST", "https://api.openai.com/v1/chat/completions", ""))
        .isInstanceOfSatisfying(
            Entry.NotRead.class,
            entry -> assertThat(entry.reason()).isEqualTo("the recording holds no body"));
  }

  @Test
  void nothing_of_an_address_is_kept_but_the_host_and_what_is_known() throws IOException {
    assertThat(one("POST", "https://u:p@a.invalid/users/ada@x.invalid/llm?key=s", CHAT).what())
        .isEqualTo("POST a.invalid");
    assertThat(one("POST", "https://a.invalid/v1/models/ada:generateContent?key=s", "{}").what())
        .isEqualTo("POST a.invalid/…:generateContent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "{\"id\":1,\"request\":%s}",
        "{\"custom_id\":\"a\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":%s}",
        "{\"event\":\"llm\",\"data\":{\"request\":{\"body\":%s,\"url\":\"/x\"}}}",
        "{\"path\":\"/v1/chat/completions\",\"request_body\":%s}",
        "{\"kwargs\":%s,\"response\":{\"choices\":[]}}"
      })
  void logs_hold_the_body_under_common_names(String line) throws IOException {
    List<Entry> entries = read("log.jsonl", line.formatted(CHAT) + "\n\n" + line.formatted(CHAT));

    assertThat(entries)
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry).isInstanceOf(Entry.Chat.class));
    assertThat(entries.getLast().place()).isEqualTo("line 3");
  }

  @Test
  void logs_hold_the_body_as_text_too() throws IOException {
    String quoted = CHAT.replace("\"", "\\\"");

    assertThat(read("log.jsonl", "{\"request_body\":\"" + quoted + "\"}").getFirst())
        .isInstanceOfSatisfying(
            Entry.Chat.class, chat -> assertThat(chat.body().decoded()).isEqualTo(CHAT));
    assertThat(read("log.jsonl", "{\"path\":\"/v1/messages\",\"request\":" + CHAT + "}").getFirst())
        .isInstanceOf(Entry.NotRead.class);
  }

  @Test
  void a_log_that_names_no_method_may_have_sent() throws IOException {
    assertThat(read("log.jsonl", "{\"url\":\"https://api.openai.com/v1/chat/completions\"}"))
        .singleElement()
        .isInstanceOf(Entry.NotRead.class);
    assertThat(read("log.jsonl", "{\"url\":\"https://api.openai.com/v1/unheard-of\"}"))
        .singleElement()
        .isInstanceOf(Entry.NotRead.class);
  }

  @Test
  void the_simulators_capture_is_read() throws IOException {
    String line =
        "{\"n\":1,\"time_ms\":2,\"remote\":\"x\",\"complete\":%s,\"head\":\"%s\",\"body\":\"%s\"}";
    String head = base64("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\n\r\n");

    assertThat(read("c.jsonl", line.formatted("true", head, base64(CHAT))).getFirst())
        .isInstanceOf(Entry.Chat.class);
    assertThat(read("c.jsonl", line.formatted("false", head, base64("{"))).getFirst())
        .isInstanceOf(Entry.NotRead.class);
    assertThatThrownBy(() -> read("c.jsonl", line.formatted("true", head, "a")))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("c.jsonl, line 1: its body is not base64");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bad_input_is_named_by_its_entry_and_not_repeated() {
    assertThatThrownBy(() -> read("a.har", "{\"log\":{\"entries\":[{\"request\":{}}]}}"))
        .hasMessageEndingWith("a.har, entry 1: it has no request with a url");
    assertThatThrownBy(
            () -> read("a.har", har("GET", "https://x.invalid", "").replace("]}}", ",{\"secret\"")))
        .hasMessageContaining("entry 2: not JSON that can be read")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> read("a.har", "{\"log\":{}}")).hasMessageContaining("is no HAR");
    assertThatThrownBy(() -> read("a.har", "[]")).hasMessageContaining("is no HAR");
    assertThatThrownBy(() -> read("a.jsonl", CHAT + "\nsecret"))
        .hasMessageEndingWith("a.jsonl, line 2: not JSON");
    assertThatThrownBy(() -> read("a.jsonl", "[1]"))
        .hasMessageEndingWith("line 1: a JSON object is expected");
    assertThatThrownBy(() -> Recording.read(dir, entry -> {}))
        .hasMessageContaining("is a directory");
    assertThatThrownBy(() -> Recording.read(dir.resolve("none"), entry -> {}))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("none does not exist");
  }
}

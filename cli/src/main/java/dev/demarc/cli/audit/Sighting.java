package dev.demarc.cli.audit;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a recorded request is, told by its address and its body's shape.
final class Sighting {
  private static final String CHAT = "/chat/completions";

  /// A protocol that the gateway does not speak yet, by the end of its paths.
  private record Protocol(Pattern path, String name) {}

  private static final List<Protocol> NOT_YET =
      List.of(
          new Protocol(
              Pattern.compile("/v1/messages(?:/batches|/count_tokens)?$"),
              "Anthropic's Messages protocol"),
          new Protocol(Pattern.compile("/v1/complete$"), "Anthropic's completions protocol"),
          new Protocol(Pattern.compile("/responses$"), "OpenAI's Responses protocol"),
          new Protocol(Pattern.compile("/(?<!chat/)completions$"), "the completions protocol"),
          new Protocol(Pattern.compile("/embeddings$"), "the embeddings protocol"),
          new Protocol(
              Pattern.compile(
                  "/(?:images|audio)/(?:generations|edits|speech|transcriptions|translations)$"),
              "OpenAI's images and audio"),
          new Protocol(Pattern.compile("/v1/(?:files|batches)$"), "OpenAI's files and batches"),
          new Protocol(
              Pattern.compile("/v1/realtime(?:/sessions)?$"), "OpenAI's realtime protocol"),
          new Protocol(
              Pattern.compile(":(?:streamGenerateContent|generateContent|countTokens)$"),
              "Gemini's protocol"),
          new Protocol(Pattern.compile("/api/(?:chat|generate)$"), "Ollama's protocol"),
          new Protocol(
              Pattern.compile("/(?:invoke|converse)(?:-stream|-with-response-stream)?$"),
              "Amazon Bedrock's protocol"),
          new Protocol(
              Pattern.compile("/services/aigc/.*generation$"), "DashScope's own protocol"));

  /// Hosts where whatever is sent goes to an AI provider.
  private static final Pattern AI_HOST =
      Pattern.compile(
          "(?:.+\\.)?(?:api\\.openai\\.com|openai\\.azure\\.com|api\\.anthropic\\.com"
              + "|generativelanguage\\.googleapis\\.com|aiplatform\\.googleapis\\.com"
              + "|dashscope[a-z-]*\\.aliyuncs\\.com|api\\.deepseek\\.com|api\\.mistral\\.ai"
              + "|openrouter\\.ai|api\\.groq\\.com|api\\.x\\.ai|api\\.moonshot\\.cn"
              + "|bedrock-runtime\\.[a-z0-9-]+\\.amazonaws\\.com)");

  /// Lists of models, which are read and never sent to.
  private static final Pattern LIST = Pattern.compile("/models(?:/[^/:]+)?$");

  private final String method;
  private final String host;
  private final String path;

  private Sighting(String method, String host, String path) {
    this.method = method;
    this.host = host;
    this.path = path;
  }

  /// The request that went to an address, which may be a path only, or empty.
  static Sighting at(String method, String address) {
    try {
      URI uri = URI.create(address.replaceFirst("[?#].*", ""));
      return new Sighting(
          method.toUpperCase(Locale.ROOT),
          Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT),
          Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("/+$", ""));
    } catch (IllegalArgumentException e) {
      return new Sighting(method.toUpperCase(Locale.ROOT), "", "");
    }
  }

  /// What it is, without anything that a person wrote.
  String what() {
    String known = path.endsWith(CHAT) ? CHAT : protocol().map(found -> knownEnd(found)).orElse("");
    String address = host + known;
    return (plain(method) + " " + (address.isEmpty() ? "a recorded body" : address)).strip();
  }

  private static String plain(String method) {
    return method.matches("[A-Z]{3,7}") ? method : "";
  }

  private String knownEnd(Protocol protocol) {
    var matcher = protocol.path().matcher(path);
    String end = matcher.find() ? matcher.group() : "";
    return end.startsWith("/") || end.isEmpty() ? end : "/…" + end;
  }

  private Optional<Protocol> protocol() {
    return NOT_YET.stream().filter(known -> known.path().matcher(path).find()).findFirst();
  }

  /// Whether its path is that of a chat request.
  boolean isChat() {
    return path.endsWith(CHAT);
  }

  /// Why the gateway would not read it; empty where it would, or where it is no AI traffic.
  Optional<String> notReadByAddress() {
    if (isChat() || !maySend()) {
      return Optional.empty();
    }
    return protocol().map(known -> known.name() + " is not read yet");
  }

  /// Whether it may carry a body: not every log says by which method.
  boolean maySend() {
    return method.isEmpty() || method.equals("POST");
  }

  /// Whether something is sent to a host of an AI provider. Where a log names no method, it is
  /// unless the address is one that is only asked for its list.
  boolean isSentToAi() {
    boolean list = method.isEmpty() && LIST.matcher(path).find();
    return maySend() && !list && AI_HOST.matcher(host).matches();
  }

  /// Why a body is of a shape that the gateway does not read; empty where it may be a chat request.
  static Optional<String> notReadByShape(JsonNode body) {
    if (body.path("messages").isArray()) {
      boolean anthropic =
          body.has("anthropic_version")
              || (body.has("system") && body.has("max_tokens"))
              || body.path("messages").toString().contains("\"tool_use_id\"");
      return anthropic
          ? Optional.of("Anthropic's Messages protocol is not read yet")
          : Optional.empty();
    }
    if (body.path("contents").isArray()) {
      return Optional.of("Gemini's protocol is not read yet");
    }
    if (body.has("model") && body.has("input")) {
      return Optional.of("OpenAI's Responses and embeddings protocols are not read yet");
    }
    if (body.has("model") && body.has("prompt")) {
      return Optional.of("the completions protocol is not read yet");
    }
    return Optional.empty();
  }

  /// Whether the body is an AI request of some shape.
  static boolean isRequest(JsonNode body) {
    return body.path("messages").isArray() || notReadByShape(body).isPresent();
  }
}

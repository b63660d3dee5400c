package dev.demarc.gateway.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which request targets this gateway knows, and what each means.
final class Paths {
  private static final Pattern MARKET_PREFIX = Pattern.compile("/m/([A-Za-z]{2,3})(/v1/.*)");
  private static final Pattern MODEL = Pattern.compile("/v1/models/([^/]+)");
  private static final List<String> ANTHROPIC_NOT_YET = List.of("/v1/messages", "/v1/complete");
  private static final List<String> GEMINI_NOT_YET = List.of("/v1beta/");

  private Paths() {}

  /// What a target asks for.
  sealed interface Target {
    record Chat(Optional<String> market) implements Target {}

    record Models(Optional<String> market) implements Target {}

    record Model(Optional<String> market, String id) implements Target {}

    record Health() implements Target {}

    record Ready() implements Target {}

    record Metrics() implements Target {}

    /// A file of the published log, by its path below the log's directory.
    record LogFile(String path) implements Target {}

    /// A path of some client's protocol that is not offered.
    record NotOffered(ErrorShape shape, String path) implements Target {}

    /// Nothing we know; the path is not repeated to whoever sent it.
    record Unknown() implements Target {}
  }

  /// Reads an origin-form request target; a query is ignored, since no path of ours takes one.
  static Target target(String uri) {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    if (!path.startsWith("/") || path.contains("//") || path.contains("..") || path.contains("%")) {
      return new Target.Unknown();
    }
    Matcher prefixed = MARKET_PREFIX.matcher(path);
    if (prefixed.matches()) {
      return client(Optional.of(prefixed.group(1)), prefixed.group(2));
    }
    return switch (path) {
      case "/healthz" -> new Target.Health();
      case "/readyz" -> new Target.Ready();
      case "/metrics" -> new Target.Metrics();
      default ->
          path.startsWith("/log/")
              ? new Target.LogFile(path.substring("/log/".length()))
              : client(Optional.empty(), path);
    };
  }

  private static Target client(Optional<String> market, String path) {
    if (path.equals("/v1/chat/completions")) {
      return new Target.Chat(market);
    }
    if (path.equals("/v1/models")) {
      return new Target.Models(market);
    }
    Matcher model = MODEL.matcher(path);
    if (model.matches()) {
      return new Target.Model(market, model.group(1));
    }
    if (startsWithAny(path, ANTHROPIC_NOT_YET)) {
      return new Target.NotOffered(ErrorShape.ANTHROPIC, path);
    }
    if (startsWithAny(path, GEMINI_NOT_YET)) {
      return new Target.NotOffered(ErrorShape.GEMINI, path);
    }
    if (path.startsWith("/v1/")) {
      return new Target.NotOffered(ErrorShape.OPENAI, path);
    }
    return new Target.Unknown();
  }

  private static boolean startsWithAny(String path, List<String> prefixes) {
    return prefixes.stream().anyMatch(path::startsWith);
  }
}

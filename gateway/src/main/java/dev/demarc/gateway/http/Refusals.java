package dev.demarc.gateway.http;

import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refusal.RouteRefusal;
import dev.demarc.policy.Basis;
import dev.demarc.policy.Effect;
import dev.demarc.policy.Reason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Gives each refusal its status, headers and words, in the error shape of the client's protocol.
final class Refusals {
  private Refusals() {}

  /// An error answer.
  ///
  /// @param kind the OpenAI `error.type`
  /// @param message says what happened, to which input, and what to do
  record Rendered(
      int status, String kind, String message, Map<String, String> headers, JsonObject details) {
    Rendered with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Rendered(status, kind, message, more, details);
    }
  }

  static Rendered render(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotAuthenticated(String problem) ->
          plain(401, "authentication_error", capital(problem) + ".");
      case Refusal.MarketNotPermitted(List<String> permitted) ->
          plain(
              403,
              "permission_error",
              "The market asked for is not one of this API key's markets, or none was named:"
                  + " send Demarc-Market with one of "
                  + permitted
                  + ", or use the base URL /m/MARKET/v1.");
      case Refusal.ProtectionNotPermitted() ->
          plain(
              403,
              "permission_error",
              "This API key may not declare whose law protects the person:"
                  + " leave Demarc-Subject-Protection out, or have the operator grant"
                  + " may_declare_protection.");
      case Refusal.BadHeader(String header, String expected) ->
          plain(
              400,
              "invalid_request_error",
              "The header " + header + " has to be " + expected + ".");
      case Refusal.Malformed(int status) ->
          plain(
              status,
              "invalid_request_error",
              status == 400
                  ? "The request is not well-formed HTTP/1.1."
                  : "The request's head is above the operator's limit (limits.head, 8 KiB a"
                      + " line).");
      case Refusal.EncodedBody() ->
          plain(
              415,
              "invalid_request_error",
              "The request body is compressed (Content-Encoding), and what cannot be read does not"
                  + " leave: send it plain.");
      case Refusal.Unreadable(String problem) ->
          plain(400, "invalid_request_error", "The request body cannot be used: " + problem + ".");
      case Refusal.TooLarge(long limit) ->
          plain(
              413,
              "invalid_request_error",
              "The request body is above "
                  + limit
                  + " bytes; the operator's limit is"
                  + " limits.body.");
      case Refusal.TooSlow(Duration limit) ->
          plain(
              408,
              "invalid_request_error",
              "The request body did not arrive within " + limit.toSeconds() + " s.");
      case Refusal.UnknownModel(List<String> permitted) ->
          plain(
              404,
              "invalid_request_error",
              "The model asked for is not offered here. Permitted here: "
                  + (permitted.isEmpty() ? "none" : String.join(", ", permitted))
                  + ".");
      case Refusal.NotOffered(String what) ->
          plain(
              404,
              "invalid_request_error",
              what
                  + " is not offered by this gateway yet; /v1/chat/completions and /v1/models"
                  + " are.");
      case Refusal.MethodNotAllowed(String allowed) ->
          plain(405, "invalid_request_error", "This path takes " + allowed + " only.")
              .with("allow", allowed);
      case Refusal.NotPermitted notPermitted -> notPermitted(notPermitted);
      case Refusal.StepFailed(String step, String incident) ->
          plain(
                  500,
                  "server_error",
                  "Nothing was sent: the step '"
                      + step
                      + "' failed, and what is not examined does not leave. The operator finds it"
                      + " in the diagnostics as incident "
                      + incident
                      + ".")
              .with("x-should-retry", "false");
      case Refusal.NoRecord(String why, Duration retryAfter) ->
          plain(
                  503,
                  "server_error",
                  "Nothing was sent, because its record could not be made durable: " + why + ".")
              .with("retry-after", seconds(retryAfter));
      case Refusal.Overloaded(String limit, Duration retryAfter) ->
          plain(503, "server_error", "The gateway is at its limit of " + limit + ". Try again.")
              .with("retry-after", seconds(retryAfter));
      case Refusal.UpstreamFailed failed -> upstreamFailed(failed);
    };
  }

  private static Rendered upstreamFailed(Refusal.UpstreamFailed failed) {
    Rendered rendered =
        plain(
            failed.timedOut() ? 504 : 502,
            "upstream_error",
            "No permitted route answered: " + failed.problem() + ".");
    return failed
        .receipt()
        .map(receipt -> rendered.with("demarc-receipt", receipt))
        .orElse(rendered);
  }

  private static Rendered notPermitted(Refusal.NotPermitted refusal) {
    String message =
        "No route may receive this request. "
            + refusal.routes().stream().map(Refusals::words).collect(Collectors.joining(" "));
    JsonArray routes = new JsonArray();
    refusal.routes().forEach(route -> routes.add(details(route)));
    Rendered rendered =
        new Rendered(
            403,
            "permission_error",
            message,
            Map.of("x-should-retry", "false"),
            new JsonObject().put("routes", routes));
    return refusal
        .receipt()
        .map(receipt -> rendered.with("demarc-receipt", receipt))
        .orElse(rendered);
  }

  private static String words(RouteRefusal route) {
    return route.route()
        + (route.review() ? " needs a person's decision: " : ": ")
        + decisive(route.reasons()).stream().map(Refusals::words).collect(Collectors.joining(" "));
  }

  private static String words(Reason reason) {
    String source = reason.basis() == Basis.LAW ? "LAW, " : "POLICY, ";
    String remedy = reason.remedy().isEmpty() ? "" : " What would change it: " + reason.remedy();
    return reason.says() + " [" + source + reason.rule() + ", " + reason.citation() + "]" + remedy;
  }

  private static List<Reason> decisive(List<Reason> reasons) {
    return reasons.stream()
        .filter(reason -> reason.effect() == Effect.DENIES || reason.effect() == Effect.REVIEW)
        .toList();
  }

  private static JsonObject details(RouteRefusal route) {
    JsonArray reasons = new JsonArray();
    for (Reason reason : decisive(route.reasons())) {
      reasons.add(
          new JsonObject()
              .put("rule", reason.rule())
              .put("pack", reason.pack())
              .put("basis", reason.basis().name())
              .put("citation", reason.citation())
              .put("as_of", reason.asOf().toString())
              .put("says", reason.says())
              .put("remedy", reason.remedy()));
    }
    return new JsonObject()
        .put("route", route.route())
        .put("decision", route.review() ? "review" : "deny")
        .put("reasons", reasons);
  }

  /// The body of `rendered` in a protocol's shape.
  static JsonObject body(ErrorShape shape, Rendered rendered, String code, String requestId) {
    JsonObject error =
        new JsonObject().put("message", rendered.message()).put("type", rendered.kind());
    return switch (shape) {
      case OPENAI -> {
        error.putNull("param").put("code", code);
        if (!rendered.details().isEmpty()) {
          error.put("demarc", rendered.details());
        }
        yield new JsonObject().put("error", error);
      }
      case ANTHROPIC ->
          new JsonObject()
              .put("type", "error")
              .put("error", error.put("type", anthropicType(rendered.status())))
              .put("request_id", requestId);
      case GEMINI ->
          new JsonObject()
              .put(
                  "error",
                  new JsonObject()
                      .put("code", rendered.status())
                      .put("message", rendered.message())
                      .put(
                          "status",
                          rendered.status() == 404 ? "NOT_FOUND" : "FAILED_PRECONDITION"));
      case PROBLEM ->
          new JsonObject()
              .put("type", "about:blank")
              .put("title", code)
              .put("status", rendered.status())
              .put("detail", rendered.message());
    };
  }

  private static String anthropicType(int status) {
    return switch (status) {
      case 400, 405, 408 -> "invalid_request_error";
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> "request_too_large";
      case 503 -> "overloaded_error";
      default -> "api_error";
    };
  }

  private static Rendered plain(int status, String kind, String message) {
    return new Rendered(status, kind, message, Map.of(), new JsonObject());
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }
}

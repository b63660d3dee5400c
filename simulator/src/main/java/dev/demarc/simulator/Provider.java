package dev.demarc.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/// The API that the simulator speaks: which path gets which answer. Knows no connection.
final class Provider {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MISBEHAVE = "/simulator/misbehave";

  private final SimulatorSettings settings;
  private final AtomicReference<Misbehaviour> standing;

  Provider(SimulatorSettings settings) {
    this.settings = settings;
    this.standing = new AtomicReference<>(settings.misbehaviour());
  }

  void misbehave(Misbehaviour misbehaviour) {
    standing.set(misbehaviour);
  }

  /// True for a request that steers the simulator: it is no provider traffic and not captured.
  static boolean steers(CapturedRequest request) {
    return request.target().equals(MISBEHAVE);
  }

  /// What to do on the connection in answer to `request`.
  List<Step> answer(CapturedRequest request) {
    String path = request.target().split("\\?", 2)[0];
    if (steers(request)) {
      return Script.of(steer(request), Misbehaviour.NONE, Duration.ZERO);
    }
    if (path.endsWith("/chat/completions")) {
      return request.method().equals("POST")
          ? chat(request)
          : fine(Reply.error(405, "invalid_request_error", "this path takes POST"));
    }
    if (path.endsWith("/models") && request.method().equals("GET")) {
      return Script.of(models(), takeStanding(), settings.pace());
    }
    return fine(
        Reply.error(404, "not_found", "knows only POST …/chat/completions and GET …/models"));
  }

  private static List<Step> fine(Reply reply) {
    return Script.of(reply, Misbehaviour.NONE, Duration.ZERO);
  }

  private List<Step> chat(CapturedRequest request) {
    try {
      ChatRequest chat = ChatRequest.read(request.payload());
      Misbehaviour misbehaviour = chat.directive().orElseGet(this::takeStanding);
      Reply reply = refused(misbehaviour, chat, request);
      return Script.of(
          reply.with("x-request-id", "simulator-" + request.n()), misbehaviour, settings.pace());
    } catch (IllegalArgumentException e) {
      return fine(Reply.error(400, "invalid_request_error", String.valueOf(e.getMessage())));
    }
  }

  /// The chat answer, unless the misbehaviour is another status.
  private Reply refused(Misbehaviour misbehaviour, ChatRequest chat, CapturedRequest request) {
    if (misbehaviour.has(Fault.TOO_MANY_REQUESTS)) {
      return Reply.error(429, "rate_limit_exceeded", "told to answer 429")
          .with("retry-after", misbehaviour.value(Fault.TOO_MANY_REQUESTS));
    }
    if (misbehaviour.has(Fault.SERVER_ERROR)) {
      return Reply.error(500, "server_error", "told to answer 500");
    }
    if (misbehaviour.has(Fault.STATUS)) {
      int status = misbehaviour.number(Fault.STATUS, 0);
      return Reply.error(status, "server_error", "told to answer " + status);
    }
    if (misbehaviour.has(Fault.REDIRECT)) {
      return Reply.error(307, "redirect", "told to answer a redirect")
          .with("location", misbehaviour.value(Fault.REDIRECT));
    }
    ChatAnswer answer = ChatAnswer.to(chat, settings.name(), request.n(), misbehaviour);
    return new ChatReply(chat, answer, misbehaviour, request.n(), request.timeMillis()).reply();
  }

  /// The standing misbehaviour; one that holds for a number of answers is used up by them.
  private Misbehaviour takeStanding() {
    return standing.getAndUpdate(now ->
        switch (now.times()) {
          case 0 -> now;
          case 1 -> Misbehaviour.NONE;
          default -> new Misbehaviour(now.faults(), now.times() - 1);
        });
  }

  private Reply steer(CapturedRequest request) {
    if (request.method().equals("POST")) {
      try {
        misbehave(Misbehaviour.parse(new String(request.payload(), StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        return Reply.error(400, "invalid_request_error", String.valueOf(e.getMessage()));
      }
    }
    Misbehaviour now = standing.get();
    return Reply.json(
        200,
        JSON.createObjectNode().put("simulator", settings.name()).put("misbehaviour", now.list()));
  }

  private Reply models() {
    var root = JSON.createObjectNode().put("object", "list");
    var data = root.putArray("data");
    for (String model : settings.models()) {
      data.addObject()
          .put("id", model)
          .put("object", "model")
          .put("created", 0)
          .put("owned_by", "simulator");
    }
    return Reply.json(200, root);
  }
}

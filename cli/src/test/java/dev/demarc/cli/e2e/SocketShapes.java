package dev.demarc.cli.e2e;

import static dev.demarc.cli.e2e.RawRequest.SMUGGLED;
import static dev.demarc.cli.e2e.RawRequest.bytes;
import static dev.demarc.cli.e2e.RawRequest.chat;
import static dev.demarc.cli.e2e.RawRequest.chunk;
import static dev.demarc.cli.e2e.RawRequest.chunkedHead;
import static dev.demarc.cli.e2e.RawRequest.head;
import static dev.demarc.cli.e2e.RawRequest.headed;
import static dev.demarc.cli.e2e.RawRequest.keptOpen;
import static dev.demarc.cli.e2e.RawRequest.visible;
import static dev.demarc.cli.e2e.RawRequest.whole;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Ways to speak HTTP badly, by whole connections. Where one request hides in another, the hidden
/// one's text says `smuggled`.
final class SocketShapes {
  private static final Duration DRIP = Duration.ofMillis(30);

  private final List<Shape> shapes = new ArrayList<>();

  /// What may come of a connection.
  enum End {
    /// Each request on it is answered with 200.
    ANSWERED,
    /// A 4xx, or nothing; no provider hears of it.
    REFUSED,
    /// The RFC leaves it to the server: one of both.
    EITHER,
    /// The server library says 501 and closes before anything of ours sees a request.
    LIBRARY
  }

  /// One way.
  ///
  /// @param answers how many requests it holds that may be answered
  record Shape(String name, End end, int answers, Consumer<HostileSocket> script) {
    /// What the text of its own request says.
    String mark() {
      return "shape " + name + ".";
    }
  }

  static List<Shape> all() {
    SocketShapes all = new SocketShapes();
    all.lengths();
    all.codings();
    all.chunks();
    all.headers();
    all.lines();
    all.versions();
    all.slow();
    all.ends();
    return all.shapes;
  }

  private void lengths() {
    refused("two lengths", "content-length: #\r\ncontent-length: 5");
    refused("two lengths, the other way round", "content-length: 5\r\ncontent-length: #");
    either("the same length twice", "content-length: #\r\ncontent-length: #");
    refused("list of lengths", "content-length: #, 5");
    either("list of the same length", "content-length: #, #");
    for (String length :
        List.of(
            "-#",
            "-1",
            "+#",
            "0x2",
            "#e0",
            "# 0",
            "",
            "#;",
            "#.0",
            "99999999999999999999",
            "9223372036854775807",
            "9223372036854775808",
            "2147483648")) {
      refused("length '" + length + "'", "content-length: " + length);
    }
  }

  private void codings() {
    hidden("length and chunked", "content-length: 5\r\ntransfer-encoding: chunked");
    hidden("chunked and length", "transfer-encoding: chunked\r\ncontent-length: 5");
    hidden("chunked and a length of all", "transfer-encoding: chunked\r\ncontent-length: 999");
    for (String coding :
        List.of(
            "xchunked",
            "chunked, identity",
            "gzip, chunked",
            "identity",
            "chunked;q=1",
            "\"chunked\"",
            "chun\tked",
            "chunked, chunked",
            "",
            "chunked,gzip")) {
      hidden("coding '" + visible(coding) + "'", "transfer-encoding: " + coding);
    }
    hidden("two codings", "transfer-encoding: chunked\r\ntransfer-encoding: identity");
    hidden("two codings, the same", "transfer-encoding: chunked\r\ntransfer-encoding: chunked");
    hidden("two codings, one odd", "transfer-encoding: x\r\ntransfer-encoding: chunked");
    hidden("space before the colon of the coding", "transfer-encoding : chunked");
    hidden("line feed in the coding", "transfer-encoding:\n chunked");
    hidden("vertical tab in the coding", "transfer-encoding: \u000bchunked");
  }

  private void chunks() {
    answered("chunked", mark -> chunkedHead() + chunk(chat(mark)) + "0\r\n\r\n");
    answered(
        "a chunk for each byte",
        mark ->
            chunkedHead()
                + String.join(
                    "", chat(mark).chars().mapToObj(c -> chunk(String.valueOf((char) c))).toList())
                + "0\r\n\r\n");
    answered("trailers", mark -> chunkedHead() + chunk(chat(mark)) + "0\r\nx-t: y\r\n\r\n");
    either(
        "trailers that lie",
        mark ->
            chunkedHead()
                + chunk(chat(mark))
                + "0\r\ncontent-length: 3\r\nhost: y\r\ntransfer-encoding: x\r\n\r\n",
        true);
    either(
        "chunk extension",
        mark -> chunkedHead() + chunk(chat(mark)).replaceFirst("\r\n", ";a=b\r\n") + "0\r\n\r\n",
        true);
    either(
        "chunk extension of 100 KB",
        mark ->
            chunkedHead()
                + chunk(chat(mark)).replaceFirst("\r\n", ";" + "a".repeat(100_000) + "\r\n")
                + "0\r\n\r\n",
        true);
    either(
        "huge trailers",
        mark ->
            chunkedHead()
                + chunk(chat(mark))
                + "0\r\n"
                + "x-t: yyyyyyyyyyyyyyyy\r\n".repeat(20_000)
                + "\r\n",
        true);
    either(
        "line feeds only in chunks",
        mark -> chunkedHead() + (chunk(chat(mark)) + "0\r\n\r\n").replace("\r\n", "\n"),
        true);
    for (String size :
        List.of(
            "zz",
            "-1",
            "0x2",
            "+2",
            "",
            "ffffffffffffffff",
            "fffffffffffffffff",
            "80000000",
            "7fffffff",
            "2\u0000",
            "２")) {
      raw("chunk size '" + size + "'", End.REFUSED, chunkedHead() + size + "\r\n{}\r\n0\r\n\r\n");
    }
    raw("chunk longer than it says", End.REFUSED, chunkedHead() + "2\r\n{}" + SMUGGLED);
    raw("last chunk missing", End.REFUSED, chunkedHead() + chunk("{}"));
    raw("last line missing", End.REFUSED, chunkedHead() + chunk("{}") + "0\r\n");
    raw(
        "body above the limit, declared",
        End.REFUSED,
        head("content-length: 70000") + "x".repeat(70_000));
    raw(
        "body above the limit, chunked",
        End.REFUSED,
        chunkedHead() + chunk("x".repeat(40_000)).repeat(2) + "0\r\n\r\n");
  }

  private void headers() {
    // RFC 9112 section 5.2 leaves a server the choice to read a folded line as a space.
    for (String line : List.of(" folded: x", "\tfolded")) {
      either("header '" + visible(line) + "'", "x-a: b\r\n" + line + "\r\ncontent-length: #");
    }
    for (String line :
        List.of(
            "x-a : b",
            "no colon",
            ": no name",
            "x y: z",
            "x-a: b\rc",
            "x-a: b\u0000c",
            "x\u0000a: b",
            "x-a: b\u0001",
            "(x): y",
            "x-ü: y",
            "x-a: b\nx-b",
            "host: other",
            "host: gateway")) {
      refused("header '" + visible(line) + "'", line + "\r\ncontent-length: #");
    }
    refused("line folded after a length", "content-length: #\r\n 0");
    either(
        "host with a path",
        mark -> whole("x-a: b", mark).replace("host: gateway", "host: a/b"),
        true);
    raw("no host", End.REFUSED, whole("x-a: b", "shape no host.").replace("host: gateway\r\n", ""));
    either("empty host", mark -> whole("x-a: b", mark).replace("host: gateway", "host:"), true);
    raw("head above the limit", End.REFUSED, head("x-a: " + "a".repeat(40_000)));
    raw("many headers above the limit", End.REFUSED, head("x-a: b\r\n".repeat(5000) + "x-z: y"));
    raw(
        "head that never ends",
        End.REFUSED,
        "POST /v1/chat/completions HTTP/1.1\r\n" + "x-a: b\r\n".repeat(50_000));
    answered(
        "hop-by-hop headers",
        mark ->
            whole(
                "connection: close, content-length, x-a\r\nx-a: b\r\nkeep-alive: timeout=9", mark));
    answered(
        "upgrade to h2c",
        mark ->
            whole(
                String.join(
                    "\r\n",
                    "connection: upgrade, http2-settings",
                    "upgrade: h2c",
                    "http2-settings: AAMAAABkAAQAoAAAAAIAAAAA"),
                mark));
    either(
        "upgrade to a web socket",
        mark ->
            whole(
                String.join(
                    "\r\n",
                    "connection: upgrade",
                    "upgrade: websocket",
                    "sec-websocket-version: 13",
                    "sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA=="),
                mark),
        true);
    answered("expect 100", mark -> whole("expect: 100-continue", mark));
    either("expect something else", mark -> whole("expect: 200-ok", mark), true);
  }

  private void lines() {
    for (String line :
        List.of(
            "POST  /v1/chat/completions HTTP/1.1",
            "POST\t/v1/chat/completions\tHTTP/1.1",
            "POST /v1/chat/completions",
            "POST /v1/chat completions HTTP/1.1",
            "PO\u0000ST /v1/chat/completions HTTP/1.1",
            "POST /v1/\u0000chat HTTP/1.1",
            "P(ST /v1/chat/completions HTTP/1.1",
            " POST /v1/chat/completions HTTP/1.1",
            "POST http://other/v1/chat/completions HTTP/1.1",
            "POST gateway:80 HTTP/1.1",
            "CONNECT other:443 HTTP/1.1",
            "OPTIONS * HTTP/1.1",
            "POST /v1/ü HTTP/1.1",
            "",
            "\u0016\u0003\u0001\u0002\u0000",
            "POST /" + "a".repeat(9000) + " HTTP/1.1")) {
      boolean lenient = line.contains("  ") || line.contains("\t") || line.startsWith(" ");
      String name = "line '" + visible(line) + "'";
      String text = whole("x-a: b", "shape " + name + ".");
      String changed = line + text.substring(text.indexOf("\r\n"));
      add(
          name,
          lenient ? End.EITHER : End.REFUSED,
          lenient ? 1 : 0,
          socket -> socket.send(bytes(changed)));
    }
    answered("empty lines before", mark -> "\r\n\r\n" + whole("x-a: b", mark));
    raw("empty lines only", End.REFUSED, "\r\n".repeat(100_000));
    either("line feeds only", mark -> whole("x-a: b", mark).replace("\r\n", "\n"), true);
    either("carriage returns only", mark -> whole("x-a: b", mark).replace("\r\n", "\r"), true);
    raw("nothing but NUL", End.REFUSED, "\u0000".repeat(20_000));
    raw("nothing but letters", End.REFUSED, "a".repeat(20_000));
  }

  private void versions() {
    for (String version :
        List.of(
            "HTTP/1.2",
            "HTTP/2.0",
            "HTTP/9.9",
            "HTTP/1.1x",
            "HTTP/1.",
            "HTTP/11.1",
            "HTTP/1 .1",
            "XTTP/1.1")) {
      either(version, mark -> whole("x-a: b", mark).replaceFirst("HTTP/1.1", version), true);
    }
    add(
        "http/1.1",
        End.LIBRARY,
        0,
        socket ->
            socket.send(
                bytes(whole("x-a: b", "shape http/1.1.").replaceFirst("HTTP/1.1", "http/1.1"))));
    answered("HTTP/1.0", mark -> whole("x-a: b", mark).replaceFirst("HTTP/1.1", "HTTP/1.0"));
    answered(
        "HTTP/1.0 without a host",
        mark ->
            whole("x-a: b", mark)
                .replaceFirst("HTTP/1.1", "HTTP/1.0")
                .replace("host: gateway\r\n", ""));
    either(
        "HTTP/1.0 chunked",
        mark ->
            (chunkedHead() + chunk(chat(mark)) + "0\r\n\r\n").replaceFirst("HTTP/1.1", "HTTP/1.0"),
        true);
    raw("HTTP/0.9", End.REFUSED, "GET /v1/chat/completions\r\n");
    raw(
        "HTTP/2 preface",
        End.REFUSED,
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000");
    raw(
        "TLS hello",
        End.REFUSED,
        "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003" + "B".repeat(160));
    raw("SSH", End.REFUSED, "SSH-2.0-OpenSSH_9.9\r\n");
    raw(
        "proxy protocol",
        End.REFUSED,
        "PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n" + head("content-length: 2") + "{}");
  }

  private void slow() {
    add(
        "slow head",
        End.REFUSED,
        0,
        socket -> socket.drip(bytes(head("x-a: " + "a".repeat(500))), DRIP));
    add("slow line", End.REFUSED, 0, socket -> socket.drip(bytes("P".repeat(500)), DRIP));
    add(
        "slow body",
        End.REFUSED,
        0,
        socket ->
            socket.send(bytes(head("content-length: 500"))).drip(bytes(" ".repeat(500)), DRIP));
    add(
        "slow chunks",
        End.REFUSED,
        0,
        socket -> socket.send(bytes(chunkedHead())).drip(bytes(chunk(" ").repeat(100)), DRIP));
    add(
        "slow chunk extension",
        End.REFUSED,
        0,
        socket -> socket.send(bytes(chunkedHead() + "2;")).drip(bytes("a".repeat(500)), DRIP));
    raw("silence", End.REFUSED, "");
    raw("head and then silence", End.REFUSED, head("content-length: 500"));
    raw("half a head", End.REFUSED, "POST /v1/chat/completions HTTP/1.1\r\nhost: gate");
    add(
        "slow second head",
        End.EITHER,
        1,
        socket ->
            socket
                .send(bytes(keptOpen("shape slow second head.")))
                .drip(bytes(head("x-a: " + "a".repeat(500))), DRIP));
  }

  private void ends() {
    add(
        "pipelined",
        End.ANSWERED,
        2,
        socket ->
            socket.send(bytes(keptOpen("shape pipelined.") + whole("x-a: b", "shape pipelined."))));
    add(
        "pipelined before nonsense",
        End.EITHER,
        1,
        socket ->
            socket.send(
                bytes(
                    keptOpen("shape pipelined before nonsense.")
                        + "\u0001\u0002nonsense\r\n\r\n")));
    add(
        "bytes after the body",
        End.EITHER,
        1,
        socket -> socket.send(bytes(whole("x-a: b", "shape bytes after the body.") + "G")));
    add(
        "half close after the request",
        End.EITHER,
        1,
        socket ->
            socket.send(bytes(whole("x-a: b", "shape half close after the request."))).halfClose());
    add(
        "half close in the body",
        End.REFUSED,
        0,
        socket -> socket.send(bytes(head("content-length: 500") + "{")).halfClose());
    add(
        "half close in the head",
        End.REFUSED,
        0,
        socket -> socket.send(bytes("POST /v1/ch")).halfClose());
    add("half close at once", End.REFUSED, 0, HostileSocket::halfClose);
    add(
        "reset in the body",
        End.REFUSED,
        0,
        socket -> socket.send(bytes(head("content-length: 500") + "{")).reset());
    add("reset in the head", End.REFUSED, 0, socket -> socket.send(bytes("POST /v1/ch")).reset());
    add(
        "reset in chunks",
        End.REFUSED,
        0,
        socket -> socket.send(bytes(chunkedHead() + "5\r\n{")).reset());
    add(
        "refused with a body that never ends",
        End.REFUSED,
        0,
        socket ->
            socket.send(
                bytes(
                    chunkedHead().replace("Bearer ", "Bearer x")
                        + chunk("x".repeat(9000)).repeat(20))));
    raw(
        "body where none is read",
        End.REFUSED,
        head("content-length: " + SMUGGLED.length()).replaceFirst("POST [^ ]*", "POST /v1/nowhere")
            + SMUGGLED);
    raw(
        "get with a body",
        End.REFUSED,
        head("content-length: " + SMUGGLED.length()).replaceFirst("POST", "GET") + SMUGGLED);
  }

  // Building blocks.

  private interface Request {
    /// The request whose text says `mark`.
    String of(String mark);
  }

  private void answered(String name, Request request) {
    add(name, End.ANSWERED, 1, socket -> socket.send(bytes(request.of("shape " + name + "."))));
  }

  private void either(String name, Request request, boolean whole) {
    add(
        name,
        End.EITHER,
        whole ? 1 : 0,
        socket -> socket.send(bytes(request.of("shape " + name + "."))));
  }

  /// The request with these headers, whose body is as long as `#` says.
  private void refused(String name, String headers) {
    String body = chat("shape " + name + ".");
    raw(name, End.REFUSED, headed(headers.replace("#", Integer.toString(body.length()))) + body);
  }

  private void either(String name, String headers) {
    String body = chat("shape " + name + ".");
    String length = Integer.toString(body.length());
    String text = headed(headers.replace("#", length)) + body;
    add(name, End.EITHER, 1, socket -> socket.send(bytes(text)));
  }

  /// The request with these headers, its body in chunks, and another behind it.
  private void hidden(String name, String headers) {
    String body = chunk(chat("shape " + name + ".")) + "0\r\n\r\n";
    raw(name, End.REFUSED, head(headers) + body + SMUGGLED);
  }

  private void raw(String name, End end, String text) {
    add(name, end, 0, socket -> socket.send(bytes(text)));
  }

  private void add(String name, End end, int answers, Consumer<HostileSocket> script) {
    shapes.add(new Shape(name, end, answers, script));
  }
}

package dev.demarc.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// A log behind an `http` or `https` address.
public final class LogUrl implements LogSource {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /// The log whose files are below `base`, with or without a slash at its end.
  public LogUrl(URI base) {
    this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
  }

  @Override
  public Optional<byte[]> read(String path, int maxBytes) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).build();
    HttpResponse<InputStream> response;
    try {
      response = client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading " + locate(path), e);
    } catch (IOException e) {
      throw new IOException(locate(path) + " cannot be reached: " + e, e);
    }
    try (InputStream body = decoded(response)) {
      // RFC 9110 §15.5.5 and §15.5.11: only these two say that there is no such file.
      if (response.statusCode() == 404 || response.statusCode() == 410) {
        return Optional.empty();
      }
      if (response.statusCode() != 200) {
        throw new IOException(locate(path) + " answers with status " + response.statusCode());
      }
      byte[] bytes = body.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new IOException(locate(path) + " is longer than " + maxBytes + " bytes");
      }
      return Optional.of(bytes);
    }
  }

  // C2SP tlog-tiles lets a log send compressed entry bundles without being asked to.
  private static InputStream decoded(HttpResponse<InputStream> response) throws IOException {
    boolean compressed =
        response.headers().firstValue("content-encoding").filter("gzip"::equals).isPresent();
    return compressed ? new GZIPInputStream(response.body()) : response.body();
  }

  @Override
  public String locate(String path) {
    return base.resolve(path).toString();
  }
}

package dev.demarc.gateway;

import dev.demarc.classify.Classifier;
import dev.demarc.evidence.record.PolicyHashes;
import dev.demarc.evidence.record.StartEntry;
import dev.demarc.evidence.record.StopEntry;
import dev.demarc.gateway.caller.Authenticator;
import dev.demarc.gateway.caller.Border;
import dev.demarc.gateway.config.Config;
import dev.demarc.gateway.config.Secret;
import dev.demarc.gateway.exchange.Ids;
import dev.demarc.gateway.http.HttpEdge;
import dev.demarc.gateway.http.Load;
import dev.demarc.gateway.inspect.Inspection;
import dev.demarc.gateway.inspect.Inspector;
import dev.demarc.gateway.log.Disk;
import dev.demarc.gateway.log.LogSettings;
import dev.demarc.gateway.log.LogUnusable;
import dev.demarc.gateway.log.TransparencyLog;
import dev.demarc.gateway.meter.Meters;
import dev.demarc.gateway.record.ObjectStore;
import dev.demarc.gateway.record.Recorder;
import dev.demarc.gateway.record.Recovery;
import dev.demarc.gateway.relay.Held;
import dev.demarc.gateway.relay.Relay;
import dev.demarc.gateway.route.Upstream;
import dev.demarc.gateway.transform.Outbound;
import dev.demarc.policy.Hashes;
import dev.demarc.policy.Policy;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The object graph: every part of the process, built from the config, top to bottom. Read this
/// second, after [Pipeline].
public final class Gateway implements AutoCloseable {
  private static final int ANY_PORT = -1;
  private final Config config;
  private final Policy policy;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Ids ids = new Ids(random);
  private final Meters meters;
  private final TransparencyLog log;
  private final List<Recovery.Open> open;
  private final Authenticator authenticator;
  private final Border border = new Border();
  private final Classifier classifier;
  private final Secrets secrets;
  private final Outbound outbound;
  private final Load load;
  private final Held held;
  private final Pages.Operations operations;
  private final Map<String, String> apiKeys;
  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final int lanes;
  private @Nullable String deployed;

  /// Opens the log, rebuilds the meters and builds every step; nothing is served yet.
  ///
  /// @throws StartFailed where something the operator gave us cannot be used
  public Gateway(Config config, Policy policy, Surroundings around) {
    this.config = config;
    this.policy = policy;
    this.clock = around.clock();
    this.classifier = new Classifier(policy.operator().classifier());
    this.apiKeys = apiKeys(config, around.environment());
    this.meters = new Meters(policy::windowMonths);
    Recovery recovery = new Recovery(meters);
    this.log = openLog(config, around, recovery);
    this.open = recovery.finish();
    this.secrets = Secrets.open(config.data(), around.disk(), log.size() == 0, random);
    storePolicy(new ObjectStore(config.data(), around.disk()));
    this.authenticator = new Authenticator(credentials(config));
    this.outbound = new Outbound(secrets.pseudonyms());
    this.load = new Load(config.limits().http());
    this.held = new Held(config.limits().relay());
    this.operations =
        new Pages.Operations(
            this::notReady, new Telemetry(log, load, held), around.diagnostics(), clock);
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(around.lanes())
                .setPreferNativeTransport(false)
                .setFileSystemOptions(noFiles()));
    this.workers = vertx.createSharedWorkerExecutor("inspect", Math.max(1, around.lanes()));
    this.lanes = around.lanes();
  }

  /// Vert.x unpacks class path resources into a directory of its own; nothing here is served so.
  private static FileSystemOptions noFiles() {
    return new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
  }

  /// What the process stands in; tests bring their own.
  ///
  /// @param disk every file access of the log
  /// @param lanes event loops
  public record Surroundings(
      Disk disk,
      InstantSource clock,
      Map<String, String> environment,
      Diagnostics diagnostics,
      int lanes) {}

  /// Records the start and what a crash left open, then listens.
  ///
  /// @return the address it accepts at
  public Config.Listen start() {
    Recorder recorder = recorder(vertx);
    open.forEach(recorder::openAtCrash);
    StartEntry start = startEntry();
    await(recorder.own(start), "the start could not be recorded");
    String host = config.listen().host();
    // Vert.x shares a port that the system chooses within one deployment, and only where the port
    // asked for is less than 0.
    int port = config.listen().port() == 0 ? ANY_PORT : config.listen().port();
    AtomicInteger taken = new AtomicInteger();
    deployed =
        await(
            vertx.deployVerticle(
                () -> new Lane(this::parts, host, port, taken),
                new DeploymentOptions().setInstances(lanes)),
            "cannot listen at " + config.listen());
    return new Config.Listen(host, taken.get());
  }

  private Lane.Parts parts(Vertx lane) {
    Upstream upstream = new Upstream(lane, apiKeys, config.limits().upstream());
    Pipeline.Steps steps = steps(lane, upstream);
    Pages pages =
        new Pages(
            new Pipeline(steps, operations.telemetry(), this::bug),
            steps,
            operations,
            config.log().serve() ? Optional.of(config.data().resolve("log")) : Optional.empty());
    return new Lane.Parts(new HttpEdge(lane, config.limits().http(), load, ids, pages), upstream);
  }

  /// The steps of one lane.
  Pipeline.Steps steps(Vertx lane, Upstream upstream) {
    return new Pipeline.Steps(
        authenticator,
        border,
        new Inspector(
            new Inspection(classifier, policy, secrets.subjects(), random, clock), workers),
        policy,
        meters,
        outbound,
        recorder(lane),
        upstream,
        new Relay(lane, config.limits().relay(), held, this::bug),
        ids);
  }

  private void bug(Throwable bug) {
    operations.diagnostics().bug(ids.fresh(), bug);
  }

  /// The key with which anybody checks this log.
  public String verifierKey() {
    return log.key().encode();
  }

  /// Stops accepting, lets what is in flight end, records the stop and publishes the log.
  @Override
  public void close() {
    try {
      if (deployed != null) {
        await(vertx.undeploy(deployed), "the lanes did not end in time");
      }
      if (!log.sealed()) {
        await(recorder(vertx).own(new StopEntry(clock.millis())), "the stop could not be recorded");
      }
      await(vertx.close(), "connections could not be closed");
    } catch (StartFailed late) {
      operations.diagnostics().say(late.says());
    } finally {
      log.close();
    }
  }

  private Optional<String> notReady() {
    return log.sealedReason()
        .or(() -> log.stats().trouble(config.log().syncDeadline(), config.log().publishWithin()));
  }

  private Recorder recorder(Vertx lane) {
    return new Recorder(lane, log, hashes(), config.log().syncDeadline(), clock, random);
  }

  private PolicyHashes hashes() {
    Hashes hashes = policy.hashes();
    return new PolicyHashes(
        hashes.packs(), hashes.catalogue(), hashes.parties(), hashes.operator());
  }

  private static TransparencyLog openLog(Config config, Surroundings around, Recovery recovery) {
    Config.Log log = config.log();
    LogSettings settings =
        new LogSettings(
            config.data(),
            log.origin(),
            log.segmentBytes(),
            log.publishEvery(),
            log.publishWithin(),
            log.create());
    try {
      return TransparencyLog.open(settings, around.disk(), around.clock(), recovery::replay);
    } catch (LogUnusable e) {
      throw new StartFailed(e.says());
    }
  }

  private void storePolicy(ObjectStore objects) {
    try {
      for (Map.Entry<String, String> text : policy.hashes().texts().entrySet()) {
        objects.put(text.getKey(), text.getValue());
      }
    } catch (IOException e) {
      throw new StartFailed("the policy's texts cannot be stored: " + e.getMessage());
    }
  }

  private StartEntry startEntry() {
    List<StartEntry.OverriddenEndpoint> overridden =
        policy.operator().endpoints().entrySet().stream()
            .map(endpoint ->
                new StartEntry.OverriddenEndpoint(
                    endpoint.getKey(), endpoint.getValue().toString()))
            .toList();
    return new StartEntry(
        clock.millis(),
        Version.text(),
        log.key().name(),
        log.size(),
        hashes(),
        overridden,
        policy.warnings().isEmpty() ? List.of() : List.of("several_meters"));
  }

  private static List<Authenticator.Credential> credentials(Config config) {
    return config.callers().stream()
        .flatMap(known ->
            known.keyHashes().stream()
                .map(hash ->
                    new Authenticator.Credential(HexFormat.of().parseHex(hash), known.caller())))
        .toList();
  }

  private static Map<String, String> apiKeys(Config config, Map<String, String> environment) {
    Map<String, String> keys = new HashMap<>();
    config
        .apiKeys()
        .forEach((route, secret) -> {
          try {
            keys.put(route, Secret.value(secret, environment));
          } catch (Secret.MissingSecret missing) {
            throw new StartFailed("api_keys." + route + ": " + missing.getMessage());
          }
        });
    return keys;
  }

  private static <T> T await(Future<T> future, String problem) {
    try {
      return future.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new StartFailed(problem + ": " + e.getMessage());
    }
  }
}

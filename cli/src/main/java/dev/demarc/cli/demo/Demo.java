package dev.demarc.cli.demo;

import dev.demarc.cli.Home;
import dev.demarc.cli.Screen;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.tlog.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The demo from its first line to its last: [#play(Stage.Gateway)] is the order of what is shown.
final class Demo {
  private final Home home;
  private final Screen screen;
  private final DemoDirectory directory;
  private final Stage stage;
  private final Story story;

  Demo(Home home, Screen screen, DemoDirectory directory, Stage stage) {
    this.home = home;
    this.screen = screen;
    this.directory = directory;
    this.stage = stage;
    this.story = new Story(screen);
  }

  /// Shows everything, and returns how it came out.
  Conclusion play(Stage.Gateway gateway) throws IOException, InterruptedException {
    Question question = Question.read(home);
    Planted planted = Planted.read(home);
    story.question(planted);
    List<Answer> answers = ask(gateway, question);
    screen.blank();
    progress("both phones are answered; waiting until the log has published the records");
    PublishedLog log = PublishedLog.awaitOutcomes(directory.log(), Phone.BOTH.size());
    List<Passage> passages = passages(question, answers, log);
    passages.forEach(story::tell);
    story.entries(log);
    Verdicts verdicts =
        new Verdicts(screen, new Verifier(home.verifierJar(), gateway.verifierKey()), directory);
    byte[] received = Captured.everything(directory.captureOf(Phone.CN.route()));
    Conclusion conclusion =
        new Conclusion(
            verdicts.untouched(),
            verdicts.altered(passages.getLast(), log),
            planted.secrets().size(),
            planted.secretsIn(received),
            planted.control().size(),
            planted.controlMissingIn(received),
            passages.stream().flatMap(passage -> passage.unrestored().stream()).toList());
    story.conclude(conclusion);
    return conclusion;
  }

  /// Starts the processes, and says where they are.
  Stage.Gateway start() throws IOException {
    Verifier.requireBuilt(home);
    screen.line(screen.bold("Demarc demo: one assistant, two markets, all on this machine"));
    screen.blank();
    started("directory", directory.root().toString());
    progress("starting two simulated providers, each a process of its own");
    Map<String, String> endpoints = stage.startSimulators();
    endpoints.forEach(this::started);
    progress("starting the gateway");
    Stage.Gateway gateway = stage.startGateway(endpoints);
    started("gateway", gateway.address().toString());
    started("log key", gateway.verifierKey());
    return gateway;
  }

  private void progress(String what) {
    screen.line(screen.dim("    " + what));
  }

  private void started(String what, String where) {
    screen.line("  " + screen.green("✓") + " " + Lines.padded(what, 20) + where);
  }

  private List<Answer> ask(Stage.Gateway gateway, Question question)
      throws IOException, InterruptedException {
    PhoneCall call = new PhoneCall(gateway);
    List<Answer> answers = new ArrayList<>();
    for (Phone phone : Phone.BOTH) {
      Answer answer = call.ask(phone, question.body(phone));
      Files.writeString(directory.receiptOf(phone), answer.receipt() + "\n");
      answers.add(answer);
    }
    return answers;
  }

  private List<Passage> passages(Question question, List<Answer> answers, PublishedLog log)
      throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Phone phone = Phone.BOTH.get(i);
      Receipt receipt = Passage.receipt(phone, answers.get(i));
      byte[] received = Captured.body(directory.captureOf(phone.route()));
      DecisionEntry decision = decision(log, receipt);
      passages.add(
          new Passage(
              phone,
              answers.get(i),
              Comparison.of(question.body(phone), received),
              receipt,
              decision,
              Grounds.of(directory.data(), decision),
              refusals(log, decision)));
    }
    return passages;
  }

  /// The entries of the same request that let nothing leave.
  private List<Passage.Refused> refusals(PublishedLog log, DecisionEntry permit)
      throws IOException {
    List<Passage.Refused> refusals = new ArrayList<>();
    for (int i = 0; i < log.entries().size(); i++) {
      if (log.entries().get(i) instanceof DecisionEntry decision
          && decision.request().equals(permit.request())
          && decision.decision() != DecisionEntry.Ruling.PERMIT) {
        Grounds grounds = Grounds.of(directory.data(), decision);
        refusals.add(new Passage.Refused(i, decision.routeId(), grounds));
      }
    }
    return refusals;
  }

  private static DecisionEntry decision(PublishedLog log, Receipt receipt) {
    int index = Math.toIntExact(receipt.proof().index());
    if (index < log.entries().size()
        && log.entries().get(index) instanceof DecisionEntry decision) {
      return decision;
    }
    throw new DemoFailed("the receipt names entry " + index + ", which is no decision");
  }

  /// What a visitor can do while the demo stays up.
  void invite(Stage.Gateway gateway) {
    screen.title("Your turn: everything stays up until Ctrl-C");
    new TryIt(gateway, new Verifier(home.verifierJar(), gateway.verifierKey()), directory)
        .lines()
        .forEach(line -> screen.line("  " + line));
  }
}

package dev.demarc.bench.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Makes the cases from the bank: every family plainly, then the families of the evasion ladder on
/// each of its rungs.
final class CaseMaker {
  /// Cases on a rung, and as many of look-alikes.
  private static final int ON_A_LANE = 104;

  private static final int TRIES = 60;
  private static final long SEED = 20261122;

  private final BankWords words;
  private final Map<String, Kind> kinds;
  private final Set<String> seen = new HashSet<>();

  CaseMaker(BankWords words) {
    this.words = words;
    this.kinds = kinds(words);
  }

  private static Map<String, Kind> kinds(BankWords words) {
    var kinds = new TreeMap<String, Kind>();
    NetworkValues.into(kinds);
    PaymentValues.into(kinds);
    DeviceValues.into(kinds);
    ChineseIdentities.into(kinds);
    WesternIdentities.into(kinds);
    new ContactValues(words).into(kinds);
    CredentialValues.into(kinds);
    NegativeValues.into(kinds);
    words.into(kinds);
    return kinds;
  }

  List<MadeCase> make(List<TemplateFamily> families) {
    var cases = new ArrayList<MadeCase>();
    for (TemplateFamily family : families) {
      for (int i = 0; i < family.count(); i++) {
        cases.add(once(family, i, Disguise.PLAIN));
      }
    }
    for (Disguise lane : Disguise.values()) {
      if (lane != Disguise.PLAIN) {
        cases.addAll(onLane(lane, families.stream().filter(f -> suits(f, lane, false)).toList()));
        cases.addAll(onLane(lane, families.stream().filter(f -> suits(f, lane, true)).toList()));
      }
    }
    return cases;
  }

  private boolean suits(TemplateFamily family, Disguise lane, boolean negative) {
    return family.lanes() && family.isNegative() == negative && !templates(family, lane).isEmpty();
  }

  private List<MadeCase> onLane(Disguise lane, List<TemplateFamily> families) {
    var cases = new ArrayList<MadeCase>();
    for (int i = 0; i < ON_A_LANE; i++) {
      cases.add(once(families.get(i % families.size()), i / families.size(), lane));
    }
    return cases;
  }

  /// The templates that a value of the lane can stand in; spelled digits want Chinese around them.
  private List<Template> templates(TemplateFamily family, Disguise lane) {
    if (lane == Disguise.PLAIN) {
      return family.templates();
    }
    return family.templates().stream()
        .filter(template -> lane != Disguise.CHINESE_DIGITS || template.language().equals("zh"))
        .filter(template -> canBeOn(lane, family, template))
        .toList();
  }

  /// Whether most of the values that the template may get can be written on the lane.
  private boolean canBeOn(Disguise lane, TemplateFamily family, Template template) {
    var chance = Chance.of(template.line().hashCode());
    return IntStream.range(0, 8)
            .filter(_ -> body(family.alone(), template, lane, chance).isPresent())
            .count()
        > 4;
  }

  private MadeCase once(TemplateFamily family, int number, Disguise lane) {
    List<Template> templates = templates(family, lane);
    Template template = templates.get(number % templates.size());
    String id =
        String.format(
            Locale.ROOT,
            "%s:%s:%03d:%s",
            family.name(),
            template.language(),
            number + 1,
            lane.id());
    var chance = Chance.of(id.hashCode() * 31L + SEED);
    for (int i = 0; i < TRIES; i++) {
      Optional<Body> body = body(family, template, lane, chance);
      if (body.isPresent() && seen.add(body.get().toString())) {
        return new MadeCase(id, family.name(), template.language(), lane, body.get());
      }
    }
    throw new IllegalStateException("the bank gives no new case for " + id);
  }

  /// The filled template, unless that is no case of the lane.
  private Optional<Body> body(
      TemplateFamily family, Template template, Disguise lane, Chance chance) {
    var filling = new Filling(kinds, lane, !family.isNegative(), chance);
    Body body = template.fill(filling, family.whole());
    if (body instanceof Body.Text(MarkedText text)) {
      body = new Body.Text(among(text, family, template, filling, chance));
    }
    return filling.isOnLane() ? Optional.of(body) : Optional.empty();
  }

  /// The text among other lines of its family, or beside a sentence that says nothing.
  private MarkedText among(
      MarkedText text, TemplateFamily family, Template template, Filling filling, Chance chance) {
    MarkedText made = text;
    String between = template.line().contains("\\n") || family.isCode() ? "\n" : " ";
    List<Template> others =
        family.templates().stream()
            .filter(
                other -> !other.equals(template) && other.language().equals(template.language()))
            .toList();
    var left = new ArrayList<>(others);
    for (int i = 1; i < family.compose() && !left.isEmpty(); i++) {
      Template other = left.remove(chance.between(0, left.size() - 1));
      made = MarkedText.join(made, between, filling.fill(other.line()));
    }
    if (family.isNegative() || chance.in(60)) {
      return made;
    }
    String beside = words.pick(chance, "filler-" + template.language());
    return chance.in(50)
        ? MarkedText.join(beside, between, made)
        : MarkedText.join(made, between, beside);
  }
}

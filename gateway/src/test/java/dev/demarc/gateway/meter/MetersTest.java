package dev.demarc.gateway.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.policy.MeterKey;
import dev.demarc.policy.MeterReading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final MeterKey FINANCIAL = new MeterKey("us-dsp/financial", "us-inc", "cn-co");
  private static final MeterKey OTHER = new MeterKey("us-dsp/financial", "us-inc", "sg-co");

  private final Meters meters = new Meters(name -> 12);

  private static SubjectId person(int n) {
    return new SubjectId(0, n);
  }

  private MeterReading reserve(int person, boolean established, LocalDate date) {
    return meters
        .reserve(List.of(FINANCIAL), person(person), established, date)
        .readings()
        .getFirst();
  }

  /// One attempt whose data left.
  private void send(int person, boolean established, LocalDate date) {
    Reservation reservation = meters.reserve(List.of(FINANCIAL), person(person), established, date);
    String attempt = "attempt-" + person + "-" + date;
    meters.commit(attempt, reservation);
    meters.ended(attempt, Ending.LEFT);
  }

  private long persons(LocalDate date) {
    Count count = meters.counts(date).get(FINANCIAL);
    return count == null ? 0 : count.persons();
  }

  @Test
  void a_reading_includes_this_request_and_says_whether_the_person_was_in_already() {
    send(1, true, TODAY);
    assertThat(reserve(1, true, TODAY)).isEqualTo(new MeterReading(FINANCIAL, 1, 1, true));
    assertThat(reserve(2, false, TODAY)).isEqualTo(new MeterReading(FINANCIAL, 2, 1, false));
  }

  @Test
  void the_10_000th_person_reads_10_000_and_the_next_reads_10_001_until_the_place_is_given_back() {
    IntStream.range(0, 9_999).forEach(n -> send(n, true, TODAY));
    Reservation last = meters.reserve(List.of(FINANCIAL), person(9_999), true, TODAY);
    assertThat(last.readings().getFirst().persons()).isEqualTo(10_000);
    Reservation over = meters.reserve(List.of(FINANCIAL), person(10_000), true, TODAY);
    assertThat(over.readings().getFirst().persons()).isEqualTo(10_001);
    meters.release(last, List.of(FINANCIAL));
    meters.release(over, List.of(FINANCIAL));
    assertThat(reserve(10_001, true, TODAY).persons()).isEqualTo(10_000);
  }

  @Test
  void two_requests_cannot_both_take_the_last_place() throws Exception {
    IntStream.range(0, 99).forEach(n -> send(n, true, TODAY));
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Long>> readings =
          IntStream.range(100, 132)
              .mapToObj(n ->
                  threads.submit(() -> {
                    start.await();
                    return reserve(n, true, TODAY).persons();
                  }))
              .toList();
      start.countDown();
      List<Long> seen = new ArrayList<>();
      for (Future<Long> reading : readings) {
        seen.add(reading.get());
      }
      assertThat(seen).doesNotHaveDuplicates().contains(100L);
      assertThat(seen.stream().filter(persons -> persons <= 100)).hasSize(1);
    }
  }

  @Test
  void two_requests_of_one_person_take_one_place() {
    assertThat(reserve(1, true, TODAY).persons()).isEqualTo(1);
    assertThat(reserve(1, true, TODAY)).isEqualTo(new MeterReading(FINANCIAL, 1, 1, false));
  }

  @Test
  void a_person_whose_data_may_be_leaving_has_its_place_already() {
    meters.commit("a", meters.reserve(List.of(FINANCIAL), person(1), true, TODAY));
    assertThat(reserve(1, true, TODAY)).isEqualTo(new MeterReading(FINANCIAL, 1, 1, true));
  }

  @Test
  void meters_of_two_recipients_do_not_mix() {
    send(1, true, TODAY);
    Reservation other = meters.reserve(List.of(OTHER), person(1), true, TODAY);
    assertThat(other.readings()).containsExactly(new MeterReading(OTHER, 1, 1, false));
  }

  @Test
  void the_same_day_a_year_ago_is_in_the_window_and_the_day_before_is_not() {
    send(1, true, TODAY.minusYears(1));
    send(2, true, TODAY.minusYears(1).minusDays(1));
    assertThat(persons(TODAY)).isEqualTo(1);
    assertThat(reserve(1, true, TODAY).counted()).isTrue();
    assertThat(reserve(2, true, TODAY).counted()).isFalse();
  }

  @Test
  void the_window_over_a_leap_day_is_twelve_calendar_months() {
    LocalDate leapDay = LocalDate.of(2028, 2, 29);
    send(1, true, LocalDate.of(2027, 2, 28));
    assertThat(persons(leapDay)).isEqualTo(1);
    assertThat(persons(leapDay.plusDays(1))).isZero();
  }

  @Test
  void a_person_seen_again_ages_from_the_later_day() {
    send(1, true, TODAY.minusMonths(11));
    send(1, true, TODAY.minusMonths(2));
    send(1, true, TODAY.minusMonths(5));
    assertThat(persons(TODAY.plusMonths(10))).isEqualTo(1);
    assertThat(persons(TODAY.plusMonths(10).plusDays(1))).isZero();
  }

  @Test
  void established_is_counted_by_the_last_day_on_which_it_was() {
    send(1, true, TODAY.minusMonths(11));
    send(1, false, TODAY);
    assertThat(meters.counts(TODAY).get(FINANCIAL)).isEqualTo(new Count(1, 1, 0));
    assertThat(meters.counts(TODAY.plusMonths(2)).get(FINANCIAL)).isEqualTo(new Count(1, 0, 0));
  }

  @Test
  void an_assumed_person_is_not_among_the_established() {
    send(1, false, TODAY);
    assertThat(reserve(2, true, TODAY)).isEqualTo(new MeterReading(FINANCIAL, 2, 1, false));
  }

  @Test
  void a_released_place_is_free_and_leaves_no_trace() {
    Reservation reservation = meters.reserve(List.of(FINANCIAL, OTHER), person(1), true, TODAY);
    Reservation kept = meters.release(reservation, List.of(FINANCIAL));
    assertThat(kept.keys()).containsExactly(OTHER);
    assertThat(meters.counts(TODAY)).containsOnlyKeys(OTHER);
  }

  @Test
  void an_attempt_counts_from_its_reservation_until_its_outcome_and_after() {
    Reservation reservation = meters.reserve(List.of(FINANCIAL), person(1), true, TODAY);
    assertThat(persons(TODAY)).isEqualTo(1);
    meters.commit("a", reservation);
    assertThat(persons(TODAY)).isEqualTo(1);
    meters.ended("a", Ending.LEFT);
    assertThat(persons(TODAY)).isEqualTo(1);
    assertThat(meters.open()).isEmpty();
  }

  @Test
  void an_attempt_of_which_nothing_left_gives_its_place_back() {
    send(1, true, TODAY.minusDays(1));
    Reservation reservation = meters.reserve(List.of(FINANCIAL), person(2), true, TODAY);
    meters.commit("a", reservation);
    meters.ended("a", Ending.NOTHING_LEFT);
    assertThat(persons(TODAY)).isEqualTo(1);
  }

  @Test
  void an_attempt_of_which_nothing_left_does_not_take_an_earlier_place_away() {
    send(1, true, TODAY.minusDays(1));
    meters.commit("a", meters.reserve(List.of(FINANCIAL), person(1), true, TODAY));
    meters.ended("a", Ending.NOTHING_LEFT);
    assertThat(reserve(1, true, TODAY)).isEqualTo(new MeterReading(FINANCIAL, 1, 1, true));
  }

  @Test
  void what_a_crash_left_open_counts_and_is_listed() {
    MeterRow row = new MeterRow(FINANCIAL, person(1), true, TODAY);
    meters.replayed("a", List.of(row));
    meters.replayed("b", List.of(new MeterRow(FINANCIAL, person(2), true, TODAY)));
    meters.ended("b", Ending.LEFT);
    assertThat(meters.replayEnded()).containsExactly(new OpenAttempt("a", List.of(row)));
    assertThat(meters.open()).containsExactly(new OpenAttempt("a", List.of(row)));
    assertThat(meters.counts(TODAY).get(FINANCIAL)).isEqualTo(new Count(2, 2, 1));
  }

  @Test
  void an_attempt_that_an_earlier_start_found_open_stays_listed_after_the_next() {
    MeterRow row = new MeterRow(FINANCIAL, person(1), true, TODAY);
    meters.replayed("a", List.of(row));
    meters.ended("a", Ending.OPEN_AT_CRASH);
    assertThat(meters.replayEnded()).isEmpty();
    assertThat(meters.open()).containsExactly(new OpenAttempt("a", List.of(row)));
  }

  @Test
  void a_replay_of_the_rows_gives_the_counts_of_the_process_that_wrote_them() {
    Meters rebuilt = new Meters(name -> 12);
    Random random = new Random(7);
    for (int n = 0; n < 3_000; n++) {
      LocalDate day = TODAY.minusDays(random.nextInt(500));
      SubjectId person = person(random.nextInt(400));
      Reservation reservation =
          meters.reserve(List.of(FINANCIAL, OTHER), person, random.nextBoolean(), day);
      Reservation kept =
          random.nextBoolean() ? meters.release(reservation, List.of(OTHER)) : reservation;
      meters.commit("a" + n, kept);
      rebuilt.replayed("a" + n, kept.rows(kept.keys()));
      Ending ending = random.nextInt(4) == 0 ? Ending.NOTHING_LEFT : Ending.LEFT;
      meters.ended("a" + n, ending);
      rebuilt.ended("a" + n, ending);
    }
    assertThat(rebuilt.counts(TODAY)).isNotEmpty().isEqualTo(meters.counts(TODAY));
  }

  @Test
  void the_count_equals_a_brute_force_count_over_random_histories() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Meters tried = new Meters(name -> 12);
      Map<SubjectId, LocalDate> last = new HashMap<>();
      for (int n = 0; n < 500; n++) {
        LocalDate day = TODAY.minusDays(random.nextInt(800));
        SubjectId person = person(random.nextInt(120));
        String attempt = "a" + n;
        tried.commit(attempt, tried.reserve(List.of(FINANCIAL), person, true, day));
        tried.ended(attempt, Ending.LEFT);
        last.merge(person, day, (a, b) -> a.isAfter(b) ? a : b);
      }
      LocalDate start = TODAY.minusYears(1);
      long expected = last.values().stream().filter(day -> !day.isBefore(start)).count();
      assertThat(tried.counts(TODAY).get(FINANCIAL))
          .as("seed %s", seed)
          .isEqualTo(new Count(expected, expected, 0));
    }
  }

  @Test
  void a_clock_that_jumps_ahead_and_back_does_not_make_the_count_fall() {
    send(1, true, TODAY);
    reserve(2, true, TODAY.plusYears(3));
    assertThat(reserve(1, true, TODAY).counted()).isTrue();
  }
}

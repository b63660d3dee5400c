package dev.demarc.classify.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.api.Test;

/// Which readings of one number are kept.
class OffersTest {
  @Test
  void of_offers_that_overlap_the_best_wins_and_of_equal_ones_the_longest() {
    Offers offers = new Offers();
    offers.clear();
    offers.add(Category.IMEI, 0, 15, 60, 0, true);
    offers.add(Category.PAYMENT_CARD, 0, 19, 60, 0, true);
    offers.add(Category.PHONE, 18, 30, 50, 0, true);
    offers.add(Category.US_SSN, 30, 39, 40, 0, true);
    offers.add(Category.IMSI, 31, 40, 99, 0, false);
    assertThat(offers.category(offers.best())).isEqualTo(Category.PAYMENT_CARD);
    assertThat(offers.category(offers.best())).isEqualTo(Category.US_SSN);
    assertThat(offers.best()).isEqualTo(-1);
  }

  @Test
  void what_belongs_to_nobody_hides_worse_readings_of_its_digits() {
    Offers offers = new Offers();
    offers.clear();
    offers.add(Category.IMEI, 0, 15, 60, 0, true);
    offers.addNobody(0, 16, 70);
    assertThat(offers.category(offers.best())).isNull();
    assertThat(offers.best()).isEqualTo(-1);
  }
}

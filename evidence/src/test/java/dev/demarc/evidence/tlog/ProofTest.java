package dev.demarc.evidence.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProofTest {
  private static final int SMALL = 66;
  private static final List<byte[]> LEAVES = Leaves.hashes(SMALL);

  private static Tree tree(int size) {
    return new Tree(size, Leaves.nodes(LEAVES));
  }

  private static byte[] root(int size) {
    return Leaves.root(LEAVES.subList(0, size));
  }

  @Test
  void an_inclusion_proof_holds_for_its_leaf_and_size_and_no_other() {
    for (int size = 1; size <= SMALL; size++) {
      Tree tree = tree(size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = tree.inclusionProof(index);
        assertThat(proof.hashes())
            .containsExactlyElementsOf(Leaves.path(index, LEAVES.subList(0, size)));
        for (int claimed = 0; claimed <= size; claimed++) {
          InclusionProof moved = new InclusionProof(claimed, proof.hashes());
          assertThat(moved.verify(LEAVES.get(index), size, tree.root()))
              .as("leaf %d of %d claimed at %d", index, size, claimed)
              .isEqualTo(claimed == index);
        }
      }
    }
  }

  @Test
  void a_consistency_proof_holds_for_every_pair_of_small_sizes() {
    for (int size2 = 1; size2 <= SMALL; size2++) {
      for (int size1 = 1; size1 <= size2; size1++) {
        ConsistencyProof proof = tree(size2).consistencyProof(size1);
        assertThat(proof.verify(size1, root(size1), size2, root(size2)))
            .as("%d to %d", size1, size2)
            .isTrue();
        assertThat(proof.verify(size1, Merkle.emptyRoot(), size2, root(size2))).isFalse();
        assertThat(proof.verify(size1, root(size1), size2, Merkle.emptyRoot())).isFalse();
      }
    }
  }

  @Test
  void proofs_of_large_trees_hold() {
    List<byte[]> leaves = Leaves.hashes(70_000);
    CompactRange range = new CompactRange();
    Tree tree = range.appendAll(leaves);
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      int index = random.nextInt(70_000);
      assertThat(tree.inclusionProof(index).verify(leaves.get(index), 70_000, tree.root()))
          .as("leaf %d", index)
          .isTrue();
    }
    for (int size : new int[] {1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 69_999, 70_000}) {
      assertThat(
              tree.consistencyProof(size)
                  .verify(size, Leaves.root(leaves.subList(0, size)), 70_000, tree.root()))
          .as("from %d", size)
          .isTrue();
    }
  }

  @Test
  void a_proof_with_a_hash_changed_missing_or_added_is_refused() {
    Random random = new Random(2);
    for (int size = 2; size <= SMALL; size++) {
      int index = random.nextInt(size);
      int from = 1 + random.nextInt(size - 1);
      Tree tree = tree(size);
      for (List<byte[]> broken : brokenForms(tree.inclusionProof(index).hashes(), random)) {
        assertThat(new InclusionProof(index, broken).verify(LEAVES.get(index), size, tree.root()))
            .as("leaf %d of %d", index, size)
            .isFalse();
      }
      for (List<byte[]> broken : brokenForms(tree.consistencyProof(from).hashes(), random)) {
        assertThat(new ConsistencyProof(broken).verify(from, root(from), size, tree.root()))
            .as("%d to %d", from, size)
            .isFalse();
      }
    }
  }

  private static List<List<byte[]>> brokenForms(List<byte[]> hashes, Random random) {
    List<List<byte[]>> forms = new ArrayList<>();
    for (int at = 0; at < hashes.size(); at++) {
      List<byte[]> changed = new ArrayList<>(hashes);
      byte[] hash = changed.get(at).clone();
      hash[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
      changed.set(at, hash);
      forms.add(changed);
      List<byte[]> missing = new ArrayList<>(hashes);
      missing.remove(at);
      forms.add(missing);
    }
    for (int at = 0; at <= hashes.size(); at++) {
      List<byte[]> added = new ArrayList<>(hashes);
      added.add(at, Merkle.emptyRoot());
      forms.add(added);
    }
    return forms;
  }

  /// Every hash fits here; only the number of hashes shows that the size is a lie.
  @Test
  void a_proof_too_long_or_too_short_for_the_size_is_refused_though_its_hashes_fit() {
    InclusionProof ofTwo = new InclusionProof(0, tree(2).inclusionProof(1).hashes());
    assertThat(ofTwo.verify(LEAVES.get(1), 1, root(2))).isFalse();
    InclusionProof ofOne = new InclusionProof(0, List.of());
    assertThat(ofOne.verify(LEAVES.get(0), 2, root(1))).isFalse();
    ConsistencyProof toTwo = tree(2).consistencyProof(1);
    assertThat(toTwo.verify(1, root(1), 2, root(2))).isTrue();
    assertThat(toTwo.verify(1, root(1), 3, root(2))).isFalse();
    ConsistencyProof toFive = tree(5).consistencyProof(2);
    assertThat(toFive.verify(2, root(2), 5, root(5))).isTrue();
    assertThat(toFive.verify(2, root(2), 4, root(5))).isFalse();
    List<byte[]> oneMore = new ArrayList<>(tree(4).consistencyProof(3).hashes());
    byte[] extra = Merkle.emptyRoot();
    oneMore.add(extra);
    assertThat(
            new ConsistencyProof(oneMore)
                .verify(3, Merkle.nodeHash(extra, root(3)), 4, Merkle.nodeHash(extra, root(4))))
        .isFalse();
  }

  @Test
  void nothing_is_proved_about_an_empty_or_a_shrinking_tree() {
    ConsistencyProof none = new ConsistencyProof(List.of());
    assertThat(tree(5).consistencyProof(0).hashes()).isEmpty();
    assertThat(none.verify(0, Merkle.emptyRoot(), 5, root(5))).isFalse();
    assertThat(none.verify(0, Merkle.emptyRoot(), 0, Merkle.emptyRoot())).isFalse();
    assertThat(none.verify(5, root(5), 4, root(4))).isFalse();
    assertThat(none.verify(4, root(4), 5, root(5))).isFalse();
    assertThat(none.verify(5, root(5), 5, root(5))).isTrue();
    assertThat(none.verify(5, root(5), 5, root(4))).isFalse();
    assertThat(new InclusionProof(0, List.of()).verify(LEAVES.get(0), 0, Merkle.emptyRoot()))
        .isFalse();
  }

  @Test
  void hashes_of_another_length_prove_nothing_and_do_not_fail_otherwise() {
    byte[] shortHash = new byte[9];
    InclusionProof inclusion = tree(5).inclusionProof(2);
    assertThat(inclusion.verify(shortHash, 5, root(5))).isFalse();
    assertThat(inclusion.verify(LEAVES.get(2), 5, shortHash)).isFalse();
    ConsistencyProof consistency = tree(5).consistencyProof(4);
    assertThat(consistency.verify(4, shortHash, 5, root(5))).isFalse();
    assertThat(consistency.verify(4, root(4), 5, shortHash)).isFalse();
    assertThatThrownBy(() -> new InclusionProof(0, List.of(shortHash)))
        .hasMessageContaining("32 bytes");
  }

  @Test
  void no_proof_is_made_of_a_leaf_that_is_not_there() {
    assertThatThrownBy(() -> tree(5).inclusionProof(5)).hasMessageContaining("5");
    assertThatThrownBy(() -> tree(5).consistencyProof(6)).hasMessageContaining("6");
  }
}

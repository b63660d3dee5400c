package dev.demarc.evidence.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTest {
  private static final HexFormat HEX = HexFormat.of();

  /// The eight entries that certificate transparency implementations have always tested with.
  private static final List<String> ENTRIES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  /// Their roots, for the first 0, 1, ... 8 entries.
  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static List<byte[]> leafHashes(int size) {
    return ENTRIES.subList(0, size).stream().map(HEX::parseHex).map(Merkle::leafHash).toList();
  }

  @Test
  void roots_of_the_known_trees_are_the_known_roots_however_they_are_made() {
    for (int size = 0; size <= ENTRIES.size(); size++) {
      List<byte[]> leaves = leafHashes(size);
      CompactRange range = new CompactRange();
      leaves.forEach(range::append);
      assertThat(HEX.formatHex(range.root())).isEqualTo(ROOTS.get(size));
      assertThat(HEX.formatHex(new Tree(size, Leaves.nodes(leaves)).root()))
          .isEqualTo(ROOTS.get(size));
    }
  }

  @Test
  void leaves_and_nodes_are_hashed_with_different_first_bytes() {
    assertThat(Merkle.leafHash("L123456".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(
            HEX.parseHex("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"));
    byte[] left = Merkle.emptyRoot();
    byte[] right = Merkle.leafHash(new byte[0]);
    byte[] both = new byte[64];
    System.arraycopy(left, 0, both, 0, 32);
    System.arraycopy(right, 0, both, 32, 32);
    assertThat(Merkle.nodeHash(left, right)).isNotEqualTo(Merkle.leafHash(both));
  }

  @Test
  void a_compact_range_agrees_with_the_definition_at_every_small_size() {
    List<byte[]> leaves = Leaves.hashes(300);
    CompactRange range = new CompactRange();
    for (int size = 0; size <= 300; size++) {
      assertThat(range.size()).isEqualTo(size);
      assertThat(range.root()).isEqualTo(Leaves.root(leaves.subList(0, size)));
      assertThat(range.hashes()).hasSize(Integer.bitCount(size));
      assertThat(CompactRange.of(size, range.hashes()).root()).isEqualTo(range.root());
      if (size < 300) {
        CompactRange copy = range.copy();
        range.append(leaves.get(size));
        assertThat(copy.root()).isEqualTo(Leaves.root(leaves.subList(0, size)));
      }
    }
  }

  @Test
  void a_compact_range_refuses_hashes_that_do_not_fit_its_size() {
    List<byte[]> one = List.of(Merkle.emptyRoot());
    assertThatThrownBy(() -> CompactRange.of(3, one)).hasMessageContaining("size 3 has 2 hashes");
    assertThatThrownBy(() -> new CompactRange().append(new byte[31]))
        .hasMessageContaining("32 bytes, not 31");
  }

  @Test
  void each_leaf_of_a_batch_is_proved_from_the_range_before_it_and_the_batch_alone() {
    List<byte[]> leaves = Leaves.hashes(80);
    for (int before = 0; before <= 40; before++) {
      for (int batch = 0; batch <= 40; batch++) {
        CompactRange range = new CompactRange();
        leaves.subList(0, before).forEach(range::append);
        Tree tree = range.appendAll(leaves.subList(before, before + batch));
        List<byte[]> all = leaves.subList(0, before + batch);
        assertThat(tree.root()).isEqualTo(Leaves.root(all)).isEqualTo(range.root());
        for (int index = before; index < before + batch; index++) {
          InclusionProof proof = tree.inclusionProof(index);
          assertThat(proof.hashes()).containsExactlyElementsOf(Leaves.path(index, all));
          assertThat(proof.verify(leaves.get(index), all.size(), tree.root())).isTrue();
        }
      }
    }
  }

  @Test
  void batches_of_any_size_lead_to_the_same_tree_up_to_70_000_leaves() {
    List<byte[]> leaves = Leaves.hashes(70_000);
    CompactRange range = new CompactRange();
    List<Integer> batches = new ArrayList<>(List.of(1, 255, 256, 257, 4_096, 65_135));
    int size = 0;
    for (int batch : batches) {
      Tree tree = range.appendAll(leaves.subList(size, size + batch));
      int last = size + batch - 1;
      for (int index : new int[] {size, (size + last) / 2, last}) {
        assertThat(tree.inclusionProof(index).verify(leaves.get(index), tree.size(), tree.root()))
            .isTrue();
      }
      size += batch;
    }
    assertThat(size).isEqualTo(70_000);
    assertThat(range.root()).isEqualTo(Leaves.root(leaves));
  }
}

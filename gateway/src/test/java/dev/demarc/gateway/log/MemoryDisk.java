package dev.demarc.gateway.log;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A disk in memory that knows what a power cut leaves: of each file what was synced and, block by
/// block of 512 bytes or 4 KiB, what any of the writes since made of it; of each directory the
/// names that were synced and either the first few of the changes since or any of them. A failed
/// sync leaves the written bytes readable, and lost for good.
final class MemoryDisk implements Disk {
  private static final int SECTOR = 512;
  private static final int SECTORS_IN_PAGE = 8;

  /// One change of a directory: names with what they stand for afterwards, absent where removed.
  private record Change(Map<String, @Nullable Node> names) {}

  private abstract static sealed class Node {}

  private static final class Folder extends Node {
    final TreeMap<String, Node> names = new TreeMap<>();
    final TreeMap<String, Node> durable = new TreeMap<>();
    final List<Change> changes = new ArrayList<>();

    void change(String name, @Nullable Node node) {
      Map<String, @Nullable Node> one = new HashMap<>();
      one.put(name, node);
      change(one);
    }

    void change(Map<String, @Nullable Node> change) {
      apply(names, change);
      changes.add(new Change(change));
    }

    static void apply(Map<String, Node> names, Map<String, @Nullable Node> change) {
      change.forEach((name, node) -> {
        if (node == null) {
          names.remove(name);
        } else {
          names.put(name, node);
        }
      });
    }
  }

  /// What a sector held after a write.
  @SuppressWarnings("ArrayRecordComponent") // equality is never asked
  private record Version(int write, byte[] content) {}

  private static final class Contents extends Node {
    byte[] bytes = new byte[0];
    byte[] durable = new byte[0];

    /// Of each sector written since the last sync, what it held after each write.
    final TreeMap<Integer, List<Version>> unsynced = new TreeMap<>();

    private int writes;

    void write(ByteBuffer from, long position) {
      int at = Math.toIntExact(position);
      int end = at + from.remaining();
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, end);
      }
      from.get(bytes, at, end - at);
      writes++;
      for (int sector = at / SECTOR; sector * SECTOR < end; sector++) {
        unsynced
            .computeIfAbsent(sector, first -> new ArrayList<>())
            .add(new Version(writes, sector(sector)));
      }
    }

    private byte[] sector(int sector) {
      int from = sector * SECTOR;
      return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SECTOR));
    }

    void sync() {
      durable = Arrays.copyOf(durable, bytes.length);
      unsynced.keySet().forEach(sector -> put(durable, sector, sector(sector)));
      unsynced.clear();
    }

    Contents copy() {
      Contents copy = new Contents();
      copy.bytes = bytes.clone();
      copy.durable = durable.clone();
      unsynced.forEach((sector, versions) -> copy.unsynced.put(sector, new ArrayList<>(versions)));
      copy.writes = writes;
      return copy;
    }

    Contents afterPowerCut(Random random) {
      Contents left = new Contents();
      int shorter = Math.min(durable.length, bytes.length);
      int length =
          switch (random.nextInt(3)) {
            case 0 -> shorter;
            case 1 -> shorter + random.nextInt(bytes.length - shorter + 1);
            default -> bytes.length;
          };
      left.bytes = Arrays.copyOf(durable, length);
      int kept = random.nextInt(3);
      int sectorsInBlock = random.nextBoolean() ? 1 : SECTORS_IN_PAGE;
      Map<Integer, Integer> reached = new HashMap<>();
      unsynced.forEach((sector, versions) -> {
        int last =
            reached.computeIfAbsent(
                sector / sectorsInBlock,
                block -> kept == 0 ? 0 : kept == 1 ? reached(versions, random) : writes);
        versions.stream()
            .filter(version -> version.write <= last)
            .reduce((earlier, later) -> later)
            .ifPresent(version -> put(left.bytes, sector, version.content));
      });
      left.durable = left.bytes.clone();
      return left;
    }

    /// The last write that got to the disk, of those to a block; 0 where none did.
    private static int reached(List<Version> versions, Random random) {
      int number = random.nextInt(versions.size() + 1);
      return number == 0 ? 0 : versions.get(number - 1).write;
    }

    private static void put(byte[] into, int sector, byte[] content) {
      int from = sector * SECTOR;
      int length = Math.min(content.length, into.length - from);
      if (length > 0) {
        System.arraycopy(content, 0, into, from, length);
      }
    }
  }

  private final Folder root = new Folder();
  private final Set<Path> locks = new HashSet<>();
  private boolean dead;
  private boolean lies;
  private BiConsumer<Path, byte[]> named = (path, content) -> {};

  /// From now on each sync of a file, here and on every disk made of this one, says that it worked
  /// and does nothing.
  synchronized void lie() {
    lies = true;
  }

  /// Tells, here and on every disk made of this one, of each file that gets its final name.
  synchronized void onNamed(BiConsumer<Path, byte[]> listener) {
    named = listener;
  }

  /// The disk as the next process finds it when this one is killed: all that was written.
  synchronized MemoryDisk afterKill() {
    dead = true;
    return copy();
  }

  synchronized MemoryDisk copy() {
    MemoryDisk next = successor();
    copy(root, next.root, new HashMap<>());
    return next;
  }

  /// The disk as it is found when the power is back.
  synchronized MemoryDisk afterPowerCut(Random random) {
    dead = true;
    MemoryDisk next = successor();
    cut(root, next.root, random, new HashMap<>());
    return next;
  }

  private MemoryDisk successor() {
    MemoryDisk next = new MemoryDisk();
    next.lies = lies;
    next.named = named;
    return next;
  }

  /// The pages of this file count as written, and are not.
  synchronized void failSync(Path path) throws IOException {
    file(path).unsynced.clear();
  }

  /// Names and contents of all files in short.
  synchronized String fingerprint() {
    CRC32C crc = new CRC32C();
    return list(root, "", crc) + crc.getValue();
  }

  private static String list(Folder folder, String path, CRC32C crc) {
    StringBuilder names = new StringBuilder();
    folder.names.forEach((name, node) -> {
      names.append(path).append('/').append(name).append('\n');
      if (node instanceof Contents contents) {
        crc.update(contents.bytes);
      } else {
        names.append(list((Folder) node, path + "/" + name, crc));
      }
    });
    return names.toString();
  }

  /// Copies everything below `from` into a directory of a real disk.
  synchronized void copyTo(Path from, Path target, Disk real) throws IOException {
    real.createDirectories(target);
    for (String name : list(from)) {
      Path path = from.resolve(name);
      if (node(path) instanceof Contents contents) {
        real.put(target.resolve(name), contents.bytes, Readers.ANYONE);
      } else {
        copyTo(path, target.resolve(name), real);
      }
    }
  }

  private static void copy(Folder from, Folder to, Map<Node, Node> done) {
    done.put(from, to);
    from.names.forEach((name, node) -> to.names.put(name, copyOf(node, done)));
    from.durable.forEach((name, node) -> to.durable.put(name, copyOf(node, done)));
    for (Change change : from.changes) {
      Map<String, @Nullable Node> names = new HashMap<>();
      change.names.forEach(
          (name, node) -> names.put(name, node == null ? null : copyOf(node, done)));
      to.changes.add(new Change(names));
    }
  }

  private static Node copyOf(Node node, Map<Node, Node> done) {
    Node known = done.get(node);
    if (known != null) {
      return known;
    }
    if (node instanceof Contents contents) {
      Contents copy = contents.copy();
      done.put(node, copy);
      return copy;
    }
    Folder copy = new Folder();
    copy((Folder) node, copy, done);
    return copy;
  }

  private static void cut(Folder from, Folder to, Random random, Map<Node, Node> done) {
    Map<String, Node> left = new TreeMap<>(from.durable);
    if (random.nextBoolean()) {
      int kept = random.nextInt(from.changes.size() + 1);
      from.changes.subList(0, kept).forEach(change -> Folder.apply(left, change.names));
    } else {
      from.changes.stream()
          .filter(change -> random.nextBoolean())
          .forEach(change -> Folder.apply(left, change.names));
    }
    left.forEach((name, node) -> {
      Node after = done.get(node);
      if (after == null && node instanceof Contents contents) {
        after = contents.afterPowerCut(random);
      } else if (after == null) {
        after = new Folder();
        cut((Folder) node, (Folder) after, random, done);
      }
      done.put(node, after);
      to.names.put(name, after);
    });
    to.durable.putAll(to.names);
  }

  private void requireAlive() throws IOException {
    if (dead) {
      throw new IOException("this disk belongs to a process that has ended");
    }
  }

  private Node node(Path path) throws IOException {
    Node node = find(path);
    if (node == null) {
      throw new FileNotFoundException(path.toString());
    }
    return node;
  }

  private @Nullable Node find(Path path) {
    Node node = root;
    for (Path name : path.toAbsolutePath()) {
      node = node instanceof Folder folder ? folder.names.get(name.toString()) : null;
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private Folder folder(Path path) throws IOException {
    if (node(path) instanceof Folder folder) {
      return folder;
    }
    throw new IOException(path + " is no directory");
  }

  private Contents file(Path path) throws IOException {
    if (node(path) instanceof Contents contents) {
      return contents;
    }
    throw new IOException(path + " is a directory");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  @Override
  public synchronized void createDirectory(Path directory) throws IOException {
    requireAlive();
    if (find(directory) == null) {
      folder(Disk.directoryOf(directory)).change(name(directory), new Folder());
    }
  }

  @Override
  public synchronized void syncDirectory(Path directory) throws IOException {
    requireAlive();
    Folder folder = folder(directory);
    folder.durable.clear();
    folder.durable.putAll(folder.names);
    folder.changes.clear();
  }

  @Override
  public synchronized DiskFile create(Path file, Readers readers) throws IOException {
    requireAlive();
    Contents contents = new Contents();
    folder(Disk.directoryOf(file)).change(name(file), contents);
    return new MemoryFile(contents);
  }

  @Override
  public synchronized DiskFile openToRead(Path file) throws IOException {
    requireAlive();
    return new MemoryFile(file(file));
  }

  @Override
  public DiskFile openToWrite(Path file) throws IOException {
    return openToRead(file);
  }

  @Override
  public synchronized List<String> list(Path directory) throws IOException {
    requireAlive();
    return find(directory) == null ? List.of() : List.copyOf(folder(directory).names.keySet());
  }

  @Override
  public synchronized boolean exists(Path path) throws IOException {
    requireAlive();
    return find(path) != null;
  }

  @Override
  public synchronized void rename(Path from, Path to) throws IOException {
    requireAlive();
    Folder folder = folder(Disk.directoryOf(to));
    if (folder != folder(Disk.directoryOf(from))) {
      throw new IOException("not modelled: a rename between directories");
    }
    Map<String, @Nullable Node> change = new HashMap<>();
    change.put(name(to), node(from));
    change.put(name(from), null);
    folder.change(change);
    if (node(to) instanceof Contents contents) {
      named.accept(to, contents.bytes.clone());
    }
  }

  @Override
  public synchronized void delete(Path path) throws IOException {
    requireAlive();
    Node node = find(path);
    if (node instanceof Folder folder && !folder.names.isEmpty()) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    if (node != null) {
      folder(Disk.directoryOf(path)).change(name(path), null);
    }
  }

  @Override
  public synchronized Closeable lock(Path file) throws IOException {
    requireAlive();
    if (!locks.add(file)) {
      throw new LockHeld("this process");
    }
    return () -> {
      synchronized (this) {
        locks.remove(file);
      }
    };
  }

  private final class MemoryFile implements DiskFile {
    private final Contents contents;

    MemoryFile(Contents contents) {
      this.contents = contents;
    }

    @Override
    public long size() throws IOException {
      synchronized (MemoryDisk.this) {
        requireAlive();
        return contents.bytes.length;
      }
    }

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
      synchronized (MemoryDisk.this) {
        requireAlive();
        contents.write(bytes, position);
      }
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      synchronized (MemoryDisk.this) {
        requireAlive();
        int length = (int) Math.min(into.remaining(), contents.bytes.length - position);
        if (length > 0) {
          into.put(contents.bytes, (int) position, length);
        }
        return Math.max(length, 0);
      }
    }

    @Override
    public void sync() throws IOException {
      synchronized (MemoryDisk.this) {
        requireAlive();
        if (!lies) {
          contents.sync();
        }
      }
    }

    @Override
    public void close() {}
  }
}

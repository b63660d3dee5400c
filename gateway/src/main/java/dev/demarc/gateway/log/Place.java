package dev.demarc.gateway.log;

/// A byte of the write-ahead log: the segment's number, from 1, and the offset in it.
record Place(int segment, long offset) {
  Place plus(long bytes) {
    return new Place(segment, offset + bytes);
  }
}

package dev.demarc.cli.classify;

/// A part of a file that is classified at once. It may stand in a frame that gives its meaning: the
/// header above rows, the brackets around elements.
///
/// Neighbouring pieces may overlap. What begins before `boundary` is the earlier one's.
///
/// @param bytes frame and part
/// @param from where the part begins in `bytes`
/// @param to where it ends
/// @param boundary where in `bytes` the next piece takes over; `to` where they do not overlap
/// @param position of the part's beginning in the file
/// @param document whether it is a document of its own, which may be a chat body
@SuppressWarnings("ArrayRecordComponent") // pieces are never compared
record Piece(byte[] bytes, int from, int to, int boundary, Position position, boolean document) {
  /// Offset in the file of what stands at `i` in the bytes.
  long inFile(int i) {
    return position.offset() + i - from;
  }
}

package dev.demarc.gateway.http;

/// The error envelope of the protocol that a path belongs to.
enum ErrorShape {
  /// `{"error":{"message","type","param","code"}}`
  OPENAI,
  /// `{"type":"error","error":{"type","message"},"request_id"}`
  ANTHROPIC,
  /// `{"error":{"code","message","status"}}`
  GEMINI,
  /// RFC 9457 `application/problem+json`
  PROBLEM
}

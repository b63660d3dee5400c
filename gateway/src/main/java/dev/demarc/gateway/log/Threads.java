package dev.demarc.gateway.log;

/// Makes the log's threads, so that a test can bring its own and decide which of them runs.
interface Threads {
  /// What every log has but in tests.
  Threads PLATFORM = (name, task) -> Thread.ofPlatform().daemon().name(name).unstarted(task);

  /// A thread that has yet to be started.
  Thread unstarted(String name, Runnable task);
}

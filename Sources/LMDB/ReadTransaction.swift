/// A consistent state, frozen when the transaction began. It ends when the value goes out of scope, and may be used by
/// any thread, by one at a time.
///
/// While it lives, no page that it can see is used again: a long one makes the file grow under writes.
@usableFromInline package struct ReadTransaction: ~Copyable, Transaction {
  /// The library's transaction, valid while this value lives.
  @usableFromInline package let handle: OpaquePointer
  private let environment: Environment

  init(handle: OpaquePointer, environment: Environment) {
    self.handle = handle
    self.environment = environment
  }

  deinit { environment.endRead(handle) }
}

/// A consistent state, frozen when the transaction began. It ends when the value goes out of scope, and may be used by
/// any thread, by one at a time.
///
/// While it lives, no page that it can see is used again: a long one makes the file grow under writes. Who reads for how
/// long is told by `Environment.readers`.
@usableFromInline package struct ReadTransaction: ~Copyable, Transaction {
  /// The library's transaction, valid while this value lives.
  @usableFromInline package let handle: OpaquePointer
  /// When it began (`CoarseClock`).
  package let begun: UInt64
  private let place: ReaderPlace
  private let environment: Environment

  init(handle: OpaquePointer, begun: UInt64, place: ReaderPlace, environment: Environment) {
    (self.handle, self.begun) = (handle, begun)
    (self.place, self.environment) = (place, environment)
  }

  deinit { environment.endRead(place) }
}

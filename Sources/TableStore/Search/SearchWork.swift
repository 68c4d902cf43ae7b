/// What a write keeps in mind about one scope of a full-text index.
final class SearchWork {
  let index: SearchLayout
  let scope: Scope
  let pendingPrefix: [UInt8]
  @exclusivity(unchecked) var state: SearchState
  let stored: SearchState

  init(_ index: SearchLayout, _ scope: Scope, _ state: SearchState) {
    (self.index, self.scope, self.state, stored) = (index, scope, state, state)
    pendingPrefix = index.prefix(scope, .pending)
  }
}

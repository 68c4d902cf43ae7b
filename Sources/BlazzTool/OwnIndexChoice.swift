internal import ArgumentParser
internal import BlazzDB
internal import Foundation
internal import TableStore

/// Which of our own indexes a new store gets.
struct OwnIndexChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Our own indexes that a new store gets: all but those of words, none, or names.", valueName: "all|none|name,…"))
  var ownIndexes: String?

  /// What was chosen, `nil` for nothing; or a sentence that says which indexes there are.
  var chosen: StoreOptions.OwnIndexes? {
    get throws {
      guard let ownIndexes else { return nil }
      if ownIndexes == "all" { return .all }
      if ownIndexes == "none" { return StoreOptions.OwnIndexes.none }
      let known = Blazz.tables.flatMap { $0.schema.indexes.filter(\.isOwn).map(\.name) }
      let names = ownIndexes.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      for name in names where !known.contains(name) {
        let choice = (["all", "none"] + known).joined(separator: ", ")
        throw StoreError(.notFound, "there is no own index '\(name)'; --own-indexes takes \(choice)")
      }
      return .only(Set(names))
    }
  }
}

extension StoreOptions {
  /// Takes a choice over, full-text indexes included: those that are named, and no others.
  mutating func choose(_ indexes: OwnIndexes) {
    ownIndexes = indexes
    if case .only(let names) = indexes { fulltextIndexes = names }
  }
}

import BlazzDB
import CComparePeers
import Foundation

/// Blazz alone, asked the same again and again, for a profiler. The store is kept in the folder and used again, as changes leave it.
struct Profile {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() async throws {
    let path = options.folder.appending(path: "profile-\(options.size).blazz").path
    if !FileManager.default.fileExists(atPath: path) { try Comparison.makeStore(path, scale: options.scale) }
    let blazz = try BlazzPeer(path, version: "")
    let subjects = try Subjects(blazz.blazz)
    if options.only == "writes" { try await change(blazz, subjects) }
    for question in Question.all where options.only.map({ question.key.contains($0) }) ?? true {
      let asked = question.subjects(subjects)
      var (answers, spent) = (0, 0.0)
      let start = peer_now()
      while peer_now() - start < 5e9, let asking = try blazz.ask(question, asked, limitNanoseconds: 5e9) {
        // The last batch may be a smaller one.
        for (place, each) in asking.nanoseconds.enumerated() {
          spent += each * Double(min(question.batch, asking.hashes.count - place * question.batch))
        }
        answers += asking.hashes.count * question.repeats
      }
      print("\(question.key): \(Amount.short(spent / Double(max(1, answers)) / 1_000)) µs on average")
    }
    try blazz.close()
  }

  /// The chats of one run are not there before the next.
  private func change(_ blazz: BlazzPeer, _ subjects: Subjects) async throws {
    var trial = ChangeTrial(subjects, rounds: options.rounds).withOtherChats(seed: .random(in: 1...(.max)))
    try await trial.run([blazz]) { _ in }
    for line in trial.lines {
      let figure = line.figures["Blazz"]!
      print("\(line.name): \(Amount.short(figure.median)) \(line.unit.rawValue), p99 \(Amount.short(figure.p99))")
    }
  }
}

import BlazzDB
import CComparePeers
import TableStore

/// What came of asking a series of subjects.
struct Asking {
  /// Nanoseconds a question.
  var nanoseconds: [Double]
  /// The hash of all answers up to each subject that was asked.
  var hashes: [UInt64]
}

/// Whoever is asked.
protocol Peer: AnyObject {
  var name: String { get }
  var version: String { get }
  /// Asks of one subject after the other, until the time is up; `nil` where this peer cannot be asked.
  func ask(_ question: Question, _ subjects: [Subject], limitNanoseconds: Double) throws -> Asking?
  /// Bytes on disk of the whole and, where that can be told, of chats with their indexes.
  func bytes() throws -> (all: Int, chats: Int?)
  /// Lets go of its files, which stay.
  func close() throws
}

/// A series for a peer in C.
struct Series {
  private let subjects: [Subject]
  private let batch: Int
  private let limit: Double

  init(_ question: Question, _ subjects: [Subject], limitNanoseconds: Double) {
    (self.subjects, batch, limit) = (subjects, question.batch, limitNanoseconds)
  }

  /// All of the subjects, each timed by itself.
  init(_ subjects: [Subject]) { (self.subjects, batch, limit) = (subjects, 1, .infinity) }

  /// - Parameter ask: gives 0 or a code.
  func run(_ ask: (peer_series, inout peer_run) -> Int32) -> (code: Int32, asking: Asking) {
    var times = [Double](repeating: 0, count: subjects.count)
    var hashes = [UInt64](repeating: 0, count: subjects.count)
    var code: Int32 = 0
    var (asked, samples) = (0, 0)
    let subjects = subjects.map(\.forC)
    subjects.withUnsafeBufferPointer { subjects in
      times.withUnsafeMutableBufferPointer { times in
        hashes.withUnsafeMutableBufferPointer { hashes in
          var run = peer_run(nanoseconds: times.baseAddress, hashes: hashes.baseAddress, asked: 0, samples: 0)
          code = ask(
            peer_series(subjects: subjects.baseAddress, count: subjects.count, batch: batch, limit: limit), &run)
          (asked, samples) = (run.asked, run.samples)
        }
      }
    }
    return (code, Asking(nanoseconds: Array(times[..<samples]), hashes: Array(hashes[..<asked])))
  }

  /// The same for a peer in Swift.
  ///
  /// - Parameter ask: takes the answer of a subject into the hash.
  func run(_ answer: Question.Answer, _ ask: (Subject, inout AnswerHash) throws -> Void) rethrows -> Asking {
    var asking = Asking(nanoseconds: [], hashes: [])
    asking.nanoseconds.reserveCapacity(subjects.count)
    asking.hashes.reserveCapacity(subjects.count)
    var hash = AnswerHash()
    let begin = peer_now()
    var last = begin
    var place = 0
    // Lent where they lie, as C's peers have them: a copy of each would be timed too.
    try subjects.withUnsafeBufferPointer { subjects in
      while place < subjects.count {
        let end = min(place + batch, subjects.count)
        let count = end - place
        while place < end {
          try ask(subjects[place], &hash)
          hash.finish(answer)
          asking.hashes.append(hash.value)
          place += 1
        }
        let moment = peer_now()
        asking.nanoseconds.append((moment - last) / Double(count))
        last = moment
        if moment - begin > limit { break }
      }
    }
    return asking
  }
}

/// A peer that failed, in its own words.
func failure(_ peer: String, _ message: String) -> StoreError { StoreError(.system, "\(peer): \(message)") }

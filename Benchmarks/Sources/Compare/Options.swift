import Foundation
import TableStore

/// What is asked of the command.
struct Options {
  enum Command {
    case measure
    /// Renders again what was measured.
    case redraw
    /// A small size, held against stored bounds.
    case regression
    /// Blazz alone, for a profiler.
    case profile
    /// Says how it is used.
    case help
  }

  var command = Command.measure
  /// As it stands in names of files: "100K", "1M", "10M", "production".
  var size = "1M"
  /// Where the report goes.
  var output: URL?
  /// Where stores and databases lie meanwhile.
  var folder = FileManager.default.temporaryDirectory
  /// Only suites and questions with this in their names.
  var only: String?
  var rounds = 6
  var isWithMaria = true
  var isWithTrials = true
  /// Peers one after the other at any size, as at large ones.
  var isOneByOne = false
  var notes: [String] = []
  /// The bounds of a regression check, and whether they are written anew.
  var bounds = URL(filePath: "Benchmarks/regression.json")
  var isRecording = false

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(_ name: String) throws -> String {
      guard let value = rest.popFirst() else { throw Self.misuse("\(name) wants a value") }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "redraw": command = .redraw
      case "regression": command = .regression
      case "profile": command = .profile
      case "--size": size = try value(argument)
      case "--output": output = URL(filePath: try value(argument))
      case "--folder": folder = URL(filePath: try value(argument))
      case "--only": only = try value(argument)
      case "--note": notes.append(try value(argument))
      case "--no-mariadb": isWithMaria = false
      case "--questions-only": isWithTrials = false
      case "--one-by-one": isOneByOne = true
      case "--bounds": bounds = URL(filePath: try value(argument))
      case "--record": isRecording = true
      case "--rounds":
        guard let count = Int(try value(argument)), count > 0 else { throw Self.misuse("--rounds wants a number") }
        rounds = count
      case "--help", "-h": command = .help
      default: throw Self.misuse("\(argument) is not known")
      }
    }
    if let only, only != "writes", !Question.all.contains(where: { $0.key.contains(only) }) {
      throw Self.misuse("no question has “\(only)” in its name, and it is not “writes”, which leaves all questions out")
    }
    _ = try scale
  }

  static func misuse(_ message: String) -> StoreError { StoreError(.invalidValue, "\(message); \(usage)") }

  static let usage = """
    usage: Compare [redraw | regression | profile] [--size 100K|1M|10M|production] [--output FOLDER] \
    [--folder FOLDER] [--only TEXT|writes] [--rounds N] [--no-mariadb] [--questions-only] [--one-by-one] [--note TEXT] \
    [--bounds FILE] [--record]
    """

  var isProduction: Bool { size == "production" }

  /// Whether there is no room for all peers at once.
  var isLarge: Bool { get throws { try isOneByOne || scale > 0.3 } }

  /// The document's numbers of rows are scale 1: 10.5 million chats.
  var scale: Double {
    get throws {
      if isProduction { return 1 }
      let factor = size.hasSuffix("K") ? 1_000.0 : size.hasSuffix("M") ? 1_000_000 : 1
      guard let number = Double(factor == 1 ? size[...] : size.dropLast()), number > 0, number * factor <= 100_000_000
      else {
        throw Self.misuse("\(size) is no size: 100K, 1M, 10M, production or any number of chats up to 100M")
      }
      return number * factor / 10_500_000
    }
  }
}

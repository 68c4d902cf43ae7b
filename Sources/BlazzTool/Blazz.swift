internal import ArgumentParser
internal import Foundation

/// The tool `blazz`.
@main
struct BlazzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blazz", abstract: "Imports, makes up, dumps and inspects a store of the CRM.",
    subcommands: [
      ImportCommand.self, GenerateCommand.self, TablesCommand.self, SchemaCommand.self, DumpCommand.self,
      GetCommand.self,
      SearchCommand.self, ExplainCommand.self,
      StatsCommand.self, VerifyCommand.self, ExportCommand.self, BackupCommand.self,
    ])

  /// Exit codes: 0 done, 1 failed with one sentence, 2 wrong usage.
  static func main() {
    // A reader that goes away is no failure of ours: writing to it throws instead.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error where exitCode(for: error) == .success {
      exit(withError: error)
    } catch let error where exitCode(for: error) == .validationFailure {
      FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
      Foundation.exit(2)
    } catch is OutputClosed {
      Foundation.exit(0)
    } catch let error as ExitCode {
      Foundation.exit(error.rawValue)
    } catch {
      FileHandle.standardError.write(Data("blazz: \(error)\n".utf8))
      Foundation.exit(1)
    }
  }
}

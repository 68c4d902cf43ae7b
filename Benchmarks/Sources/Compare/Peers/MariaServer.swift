import CComparePeers
import Foundation
import Synchronization

/// A MariaDB server of its own: in a folder of its own, reached by a socket, stopped at the end.
final class MariaServer {
  /// Its own settings; the log is flushed at each commit, as by everybody.
  static let settings = [
    "--skip-networking", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=1", "--innodb-log-file-size=1G",
    "--innodb-flush-method=fsync", "--max-allowed-packet=64M", "--default-time-zone=+00:00", "--sql-mode=",
    "--innodb-ft-cache-size=80000000", "--innodb-ft-total-cache-size=640000000",
    "--innodb-ft-result-cache-limit=4294967295", "--query-cache-type=0",
    "--innodb-buffer-pool-load-at-startup=OFF", "--innodb-buffer-pool-dump-at-shutdown=OFF",
    "--innodb-io-capacity=2000", "--innodb-io-capacity-max=10000",
  ]
  private(set) var process = Process()
  let socket: String
  let folder: URL
  private var arguments: [String] = []

  static let isInstalled = program("mariadbd") != nil && program("mariadb-install-db") != nil

  /// - Parameters:
  ///   - folder: is made for its data.
  ///   - poolBytes: the size of its buffer pool.
  init(_ folder: URL, poolBytes: Int) throws {
    guard Self.isInstalled else { throw failure("MariaDB", "mariadbd and mariadb-install-db are not both on the path") }
    self.folder = folder
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let user = "--user=\(NSUserName())"
    try Self.run(
      "mariadb-install-db",
      ["--no-defaults", "--datadir=\(folder.path)", user, "--auth-root-authentication-method=normal"])
    // A socket's path has at most a hundred bytes.
    socket = "/tmp/blazz-compare-\(ProcessInfo.processInfo.processIdentifier).sock"
    arguments =
      [
        "--no-defaults", "--datadir=\(folder.path)", "--socket=\(socket)", user,
        "--innodb-buffer-pool-size=\(poolBytes)",
      ]
      + Self.settings
    try start()
  }

  /// Starts it, and does not wait until it answers.
  func start() throws {
    process = Process()
    process.executableURL = Self.program("mariadbd")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Self.running.withLock { $0 = process.processIdentifier }
  }

  /// The server that runs, for whoever ends this process early.
  private static let running = Mutex<Int32?>(nil)

  /// Ends the server that runs, from whatever thread, and waits until it is gone.
  static func stopRunning() {
    guard let id = running.withLock({ $0 }), kill(id, SIGTERM) == 0 else { return }
    while kill(id, 0) == 0, waitpid(id, nil, WNOHANG) == 0 { usleep(50_000) }
  }

  /// A connection, once the server answers.
  func connect() throws -> OpaquePointer {
    var message = "it ended"
    for _ in 0..<60_000 where process.isRunning {
      var peer: OpaquePointer?
      if maria_open(socket, &peer) == 0 { return peer! }
      message = String(cString: maria_message(peer))
      maria_close_peer(peer)
      usleep(1_000)
    }
    throw failure("MariaDB", "the server does not answer: \(message)")
  }

  /// Stops it; its files stay.
  func stop() {
    Self.running.withLock { $0 = nil }
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  /// Bytes of the files of a database, or of those whose names begin so. The logs and the pool for undoing are of one
  /// size whatever there is.
  func bytes(of database: String, table: String = "") -> Int {
    let files = FileManager.default.enumerator(
      at: folder.appending(path: database), includingPropertiesForKeys: [.fileSizeKey])
    return (files?.allObjects as? [URL] ?? []).filter { $0.lastPathComponent.hasPrefix(table) }.reduce(0) { sum, file in
      sum + ((try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0)
    }
  }

  private static func program(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders: [Substring] = path.split(separator: ":") + ["/usr/sbin", "/usr/local/sbin"]
    return folders.map { URL(filePath: "\($0)/\(name)") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  private static func run(_ name: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = program(name)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw failure("MariaDB", "\(name) failed") }
  }
}

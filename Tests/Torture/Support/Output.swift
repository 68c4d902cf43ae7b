import Foundation

/// Writes a line to standard output at once: others read it through a pipe.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// Writes a line about work under way, or about a fault.
func note(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

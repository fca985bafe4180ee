// Third-party test suites are read from a folder beside the checkout, never copied into it. Where it is absent, the tests
// that need it are skipped and say so.
package import Foundation

/// Finds files that lie outside the repository or inside its fixtures.
package enum TestFiles {
  /// The root of this checkout.
  package static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder `shared` that may lie beside the checkout, or is named by `OVERZET_SHARED`.
  package static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["OVERZET_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? repository.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// `path` below `shared/`, or nil where it is not there.
  package static func shared(_ path: String) -> URL? {
    guard let file = shared?.appendingPathComponent(path), FileManager.default.fileExists(atPath: file.path) else {
      return nil
    }
    return file
  }

  /// `path` below `Tests/Fixtures/`.
  package static func fixture(_ path: String) -> URL {
    repository.appendingPathComponent("Tests/Fixtures").appendingPathComponent(path)
  }

  /// The bytes of the file at `url`.
  package static func bytes(_ url: URL) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url))
  }
}

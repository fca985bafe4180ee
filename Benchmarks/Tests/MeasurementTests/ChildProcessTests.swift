import FoundationEssentials
import Measurement
import Testing

// One after another: a child begins in the folder that the whole process is in.
@Suite(.serialized) struct ChildProcessTests {
  private let folder = FileManager.default.temporaryDirectory.path

  private func shell(_ script: String) -> ChildProcess {
    ChildProcess(
      program: "sh", arguments: ["-c", script], folder: folder, errorFile: folder + "/stderr-\(UUID().uuidString)")
  }

  @Test func measuresClockAndCoresApart() throws {
    let asleep = try shell("sleep 0.3").run()
    #expect(asleep.wall >= 0.3)
    #expect(asleep.cpu < 0.2)
    let busy = try shell("i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done").run()
    #expect(busy.cpu > asleep.cpu)
    #expect(busy.peakBytes > 0)
  }

  @Test func runsInItsFolder() throws {
    let home = FileManager.default.currentDirectoryPath
    _ = try ChildProcess(program: "sh", arguments: ["-c", "[ \"$PWD\" = / ]"], folder: "/").run()
    #expect(FileManager.default.currentDirectoryPath == home)
  }

  @Test func saysHowItEnded() {
    #expect(throws: ChildProcess.Failure(description: "ended with 3: one / two / three … (4 lines)")) {
      try shell("printf 'one\\ntwo\\nthree\\nfour\\n' >&2; exit 3").run()
    }
    #expect(throws: ChildProcess.Failure(description: "killed by signal 9")) { try shell("kill -9 $$").run() }
    #expect(throws: ChildProcess.Failure.self) {
      try ChildProcess(program: "/nowhere/at/all", arguments: [], folder: "/").run()
    }
  }
}

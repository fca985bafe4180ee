// Where the figures were taken.
internal import FoundationEssentials
internal import Glibc

/// Facts about the machine.
package struct Machine: Codable, Sendable {
  package var cores: Int
  package var processor: String
  package var kernel: String
  /// The load averages of the last 1, 5 and 15 minutes, at the start.
  package var load: [Double]

  /// This machine, now.
  package init() {
    cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let model = Self.text("/proc/cpuinfo").split(separator: "\n").first { $0.hasPrefix("model name") }
    processor = model?.split(separator: ":").last.map { String($0.dropFirst()) } ?? "unknown processor"
    kernel = Self.text("/proc/sys/kernel/osrelease").split(separator: "\n").first.map(String.init) ?? "unknown"
    load = Self.loadAverages
  }

  /// The load averages of the last 1, 5 and 15 minutes.
  package static var loadAverages: [Double] {
    text("/proc/loadavg").split(separator: " ").prefix(3).compactMap { Double($0) }
  }

  /// Seconds on its cores that the machine has worked since it was started, and that another machine took from it.
  package static var busySeconds: Double {
    let fields = text("/proc/stat").split(separator: "\n").first?.split(separator: " ").compactMap { Double($0) } ?? []
    // user nice system idle iowait irq softirq steal (proc(5)), in clock ticks; the rest is in these already.
    guard fields.count >= 8 else { return 0 }
    return (fields[0] + fields[1] + fields[2] + fields[5] + fields[6] + fields[7]) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  private static func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}

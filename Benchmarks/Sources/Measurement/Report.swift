// What came of a measurement: as a table for people, as JSON for programs.
package import FoundationEssentials

/// All figures of one call of the benchmark.
package struct Report: Codable, Sendable {
  /// One command.
  package struct Row: Codable, Sendable {
    package var name: String
    package var command: String
    /// Bytes that a run works on: of HTML, or of an XLIFF file.
    package var bytes: Int
    package var sample = Sample()
    /// The runs of the reference, taken in turn with these.
    package var reference = Sample()
    /// Why there are no figures, where there are none.
    package var problem: String?

    /// A row without figures yet.
    package init(name: String, command: String, bytes: Int) {
      self.name = name
      self.command = command
      self.bytes = bytes
    }
  }

  package var machine: Machine
  package var corpus: String
  package var rows: [Row] = []
  /// Work on large XLIFF files, which has another reference.
  package var xliffRows: [Row] = []
  /// The load averages at the end.
  package var loadAtEnd: [Double] = []
  /// How many cores others kept busy, on average, while this measured.
  package var coresOfOthers = 0.0
  /// The benchmark's own peak memory, in bytes: no smaller one can be measured.
  package var floorBytes = 0

  /// A report with no figures yet.
  package init(machine: Machine, corpus: String) {
    self.machine = machine
    self.corpus = corpus
  }

  private static func table(_ rows: [Row]) -> String {
    var table = Table(
      header: [
        "", "runs", "wall s", "cpu s", "sys s", "MB/s", "peak MB", "ref wall s", "× ref MB/s", "ref cpu s", "cpu ratio",
      ])
    for row in rows {
      if let problem = row.problem {
        table.add([row.name, problem])
        continue
      }
      let median = row.sample.median
      var cells = [
        row.name, String(row.sample.runs.count), Table.number(median.wall, places: 2),
        Table.number(median.cpu, places: 2), Table.number(median.system, places: 2),
        Table.number(Double(row.bytes) / 1e6 / median.wall, places: 1),
        Table.number(Double(median.peakBytes) / 1e6, places: 0),
      ]
      let reference = row.reference.median
      cells +=
        row.reference.runs.isEmpty
        ? ["–", "–", "–", "–"]
        : [
          Table.number(reference.wall, places: 2), Table.number(reference.wall / median.wall, places: 2),
          Table.number(reference.cpu, places: 2), Table.number(median.cpu / reference.cpu, places: 2),
        ]
      table.add(cells)
    }
    return table.text
  }

  /// The report for people.
  package var text: String {
    let load = { (averages: [Double]) in averages.map { Table.number($0, places: 2) }.joined(separator: " ") }
    var parts = [
      """
      machine: \(machine.cores) cores, \(machine.processor), Linux \(machine.kernel)
      load:    \(load(machine.load)) at the start, \(load(loadAtEnd)) at the end; \
      others kept \(Table.number(coresOfOthers, places: 1)) cores busy meanwhile
      corpus:  \(corpus)
      """
    ]
    if !rows.isEmpty {
      parts += [
        Self.table(rows),
        """
        MB/s: 10^6 bytes of the contents' HTML by the clock. Reference: xmllint --html --noout over the same HTML.
        """,
      ]
    }
    if !xliffRows.isEmpty {
      parts += [
        Self.table(xliffRows),
        """
        MB/s: 10^6 bytes of one large XLIFF file by the clock. Reference: xmllint --stream --noout on the same file.
        """,
      ]
    }
    parts.append(
      """
      Medians. The reference runs in turn with each command. cpu: user and system time of all threads; sys: the system time
      in it. × ref MB/s: how many times its speed by the clock, above 1 is faster; cpu ratio: how much of its time on the
      cores, below 1 is less. Peak: resident memory in 10^6 bytes; \(Table.number(Double(floorBytes) / 1e6, places: 0)) MB is the least that can be seen.
      """)
    return parts.joined(separator: "\n\n")
  }

  /// The report for programs: times in seconds, memory in bytes, every run.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(self)
  }
}

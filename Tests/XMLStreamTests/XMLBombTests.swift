import Foundation
import Synchronization
import Testing
import XMLStream

/// A document that never ends: a beginning, and then records of one length, each with its number in it.
struct Bomb: Sendable, CustomTestStringConvertible {
  var name: String
  var head: String
  /// What is repeated; `#` is eight digits.
  var record: String
  /// How many times at most, behind which the document ends; the reader should not get there.
  var count = 1 << 30

  var testDescription: String { name }

  static let all = [
    Bomb(name: "attribute", head: "<a>\n<b k='", record: "xxxxxxxxxxxxxxxx"),
    Bomb(name: "text", head: "<a>\n", record: "xxxxxxxxxxxxxxxx"),
    Bomb(name: "text of references", head: "<a>\n", record: "&amp;&#233;&lt;"),
    Bomb(name: "text between comments", head: "<a>\n", record: "text<!-- # -->"),
    Bomb(name: "white space in text", head: "<a>\n", record: "                "),
    Bomb(name: "name", head: "<a>\n<", record: "aaaaaaaaaaaaaaaa"),
    Bomb(name: "attributes", head: "<a>\n<b", record: " a#=''"),
    Bomb(name: "attributes with references", head: "<a>\n<b", record: " a#='&lt;'"),
    Bomb(name: "attributes of one name", head: "<a>\n<b", record: " a=''"),
    Bomb(name: "namespaces", head: "<a>\n<b", record: " xmlns:p#='u'"),
    Bomb(name: "names", head: "<a>\n", record: "<a#/>"),
    Bomb(name: "nesting", head: "<b>\n", record: "<a>"),
    Bomb(name: "comment", head: "<a>\n<!-- ", record: "xxxxxxxxxxxxxxxx"),
    Bomb(name: "comment before the root", head: "\n<!-- ", record: "xxxxxxxxxxxxxxxx"),
    Bomb(name: "instruction", head: "<a>\n<?p ", record: "xxxxxxxxxxxxxxxx"),
    Bomb(name: "instruction's target", head: "<a>\n<?p", record: "pppppppppppppppp"),
    Bomb(name: "CDATA", head: "<a>\n<![CDATA[", record: "xxxxxxxxxxxxxxxx"),
    Bomb(name: "many CDATA", head: "<a>\n", record: "<![CDATA[xxxx]]>"),
    Bomb(name: "end tag", head: "<a>\n</a", record: "                "),
    Bomb(name: "doctype", head: "\n<!DOCTYPE a SYSTEM '", record: "xxxxxxxxxxxxxxxx"),
    Bomb(name: "doctype's subset", head: "\n<!DOCTYPE a [", record: "<!ENTITY e# 'xxxxxxxx'>"),
    Bomb(name: "declaration", head: "<?xml version='1.0' ", record: "                "),
  ]

  /// The document as a source; `served` counts the bytes that are asked for, those that are asked for again included.
  func source(isUTF16: Bool, served: ServedBytes) -> XMLSource {
    let encode = { (text: String) in
      isUTF16
        ? text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] } : Array(text.utf8)
    }
    let head = (isUTF16 ? [0xFF, 0xFE] : []) + encode(head)
    let length = encode(record.replacing("#", with: "########")).count
    let place = record.firstIndex(of: "#").map { encode(String(record[..<$0])).count }
    let block = encode(String(repeating: record.replacing("#", with: "########"), count: 1000))
    let end = head.count + length * count
    return .positioned { offset, buffer in
      guard offset >= head.count else {
        let part = head[offset...].prefix(buffer.count)
        buffer.copyBytes(from: part)
        served.add(part.count)
        return part.count
      }
      // Up to the end of a block of records, whose numbers are then put in.
      let (number, start) = (offset - head.count).quotientAndRemainder(dividingBy: block.count)
      let size = min(buffer.count, block.count - start, end - offset)
      guard size > 0 else { return 0 }
      served.add(size)
      block.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + size])) }
      guard let place else { return size }
      for record in start / length...(start + size - 1) / length {
        for digit in 0..<8 {
          let at = record * length + place + digit * (isUTF16 ? 2 : 1) - start
          guard at >= 0, at < size else { continue }
          buffer[at] = 0x61 + UInt8(truncatingIfNeeded: (number * 1000 + record) >> (4 * digit) & 15)
        }
      }
      return size
    }
  }

  /// What reading it to the end comes to, and how much was held on the way.
  func read(isUTF16: Bool, keepsMarkup: Bool, policy: XMLReader.DoctypePolicy) -> (
    error: XMLError?, served: Int, held: Int
  ) {
    let served = ServedBytes()
    var held = 0
    do throws(XMLError) {
      let reader = try XMLReader(
        source: source(isUTF16: isUTF16, served: served), file: "bomb", policy: policy, keepsMarkup: keepsMarkup)
      defer { held = max(held, reader.heldBytes) }
      while try reader.nextMarkup() != .endOfDocument { held = max(held, reader.heldBytes) }
      return (nil, served.total, held)
    } catch {
      return (error, served.total, held)
    }
  }
}

/// A count that may be added to from anywhere.
final class ServedBytes: Sendable {
  private let count = Atomic<Int>(0)

  func add(_ length: Int) { count.wrappingAdd(length, ordering: .relaxed) }
  var total: Int { count.load(ordering: .relaxed) }
}

/// Documents that are made to take all memory or all time. How long they take is bounded by how much of them is read,
/// which is counted, since clocks lie on busy machines.
@Suite struct XMLBombTests {
  @Test(arguments: Bomb.all, [false, true])
  func isRefusedBeforeMuchOfItIsRead(bomb: Bomb, isUTF16: Bool) throws {
    // Where they are kept, comments end a text.
    for keepsMarkup in bomb.name == "text between comments" || isUTF16 ? [false] : [false, true] {
      let (error, served, held) = bomb.read(isUTF16: isUTF16, keepsMarkup: keepsMarkup, policy: .refused)
      let refusal = try #require(error)
      #expect(refusal.file == "bomb" && (1...2).contains(refusal.line), "\(refusal)")
      #expect(!refusal.problem.isEmpty && !refusal.remedy.isEmpty)
      // A text of 16 MiB may have ten times as many bytes of comments and CDATA around it; the scanner reads it, then
      // libxml2.
      #expect(served < 180_000_000, "\(served)")
      #expect(held < 50_000_000, "\(held)")
    }
  }

  @Test func bombsWithADoctypeAreRefusedByBothPolicies() throws {
    for bomb in Bomb.all where bomb.name.hasPrefix("doctype") {
      let (error, served, _) = bomb.read(isUTF16: false, keepsMarkup: false, policy: .ignoredWithoutSubset)
      #expect(error != nil && served < 20_000_000)
    }
  }

  /// In a process of its own, so that its memory is that of nothing else.
  @Test func allOfThemTogetherTakeLittleMemory() async {
    await #expect(processExitsWith: .success) {
      for bomb in Bomb.all {
        for isUTF16 in [false, true] {
          _ = bomb.read(isUTF16: isUTF16, keepsMarkup: false, policy: .refused)
        }
      }
      let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?
        .split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
      #expect(try #require(peak) < 100_000, "kB")
    }
  }
}

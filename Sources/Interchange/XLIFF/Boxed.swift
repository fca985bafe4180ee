/// A value that few owners have: one word in the owner, none of the value's own cost where it is `Value()`.
///
/// Copied as a value; the storage is shared until one copy changes.
struct Boxed<Value: EmptyInitializable & Equatable & Sendable>: Sendable, Equatable {
  private final class Storage: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private var storage: Storage?

  /// The empty value.
  init() {}

  /// What is kept; setting the empty value frees the storage.
  var value: Value {
    get { storage?.value ?? Value() }
    set { storage = newValue == Value() ? nil : Storage(newValue) }
  }

  /// Whether it is the empty value.
  var isEmpty: Bool { storage == nil }

  static func == (left: Boxed, right: Boxed) -> Bool {
    left.storage === right.storage || left.value == right.value
  }
}

/// What has an empty value.
protocol EmptyInitializable {
  init()
}

// Markup whose names are known only at run time: for what copies a document.

extension XMLByteWriter {
  /// A start tag of that name (UTF-8, valid); attributes and declarations may follow.
  package mutating func startElement(_ name: UnsafeBufferPointer<UInt8>) {
    closeStartTag()
    append(0x3C)
    append(name)
    isTagOpen = true
  }

  /// The end of the element `name`; `<name/>` where nothing came after the start tag.
  package mutating func endElement(_ name: UnsafeBufferPointer<UInt8>) {
    if isTagOpen { return endElement("") }
    append("</")
    append(name)
    append(0x3E)
  }

  /// An attribute of the start tag that was just begun, its value as UTF-8.
  package mutating func attribute(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    assert(isTagOpen, "an attribute needs a start tag")
    append(0x20)
    append(name)
    append("=\"")
    attributeValue(value)
    append(0x22)
  }

  /// A namespace declaration in the start tag that was just begun; an empty prefix is the default namespace's.
  package mutating func declaration(
    prefix: UnsafeBufferPointer<UInt8>, namespace: UnsafeBufferPointer<UInt8>
  ) {
    assert(isTagOpen, "a declaration needs a start tag")
    append(prefix.isEmpty ? " xmlns" : " xmlns:")
    append(prefix)
    append("=\"")
    attributeValue(namespace)
    append(0x22)
  }

  /// A whole start tag; more attributes may follow.
  package mutating func startTag(_ tag: XMLStartTag) {
    var name = tag.name
    name.withUTF8 { startElement($0) }
    for var own in tag.declarations {
      let namespace = own.namespace
      own.prefix.withUTF8 { prefix in
        Self.withUTF8(of: namespace) { declaration(prefix: prefix, namespace: $0) }
      }
    }
    for var own in tag.attributes {
      let value = own.value
      own.name.withUTF8 { name in
        Self.withUTF8(of: value) { attribute(name, $0) }
      }
    }
  }

  /// A comment; `bytes` hold no `--` and don't end in `-`.
  package mutating func comment(_ bytes: UnsafeBufferPointer<UInt8>) {
    closeStartTag()
    append("<!--")
    append(bytes)
    append("-->")
  }

  /// A processing instruction; `bytes` hold no `?>`.
  package mutating func processingInstruction(_ target: String, _ bytes: UnsafeBufferPointer<UInt8>) {
    closeStartTag()
    append("<?")
    for byte in target.utf8 { append(byte) }
    if !bytes.isEmpty { append(0x20) }
    append(bytes)
    append("?>")
  }
}

// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// A parsed HTML document (gumbo, which follows the HTML5 algorithm).
///
/// All memory comes from an arena that is freed at once. This is faster than gumbo's own
/// deallocation, which in addition recurses once per nesting level.
final class HTMLTree {
  private let arena: Arena
  private let output: UnsafeMutablePointer<GumboOutput>
  private let source: UnsafeBufferPointer<CChar>

  /// The `html` element.
  var root: UnsafePointer<GumboNode> { UnsafePointer(output.pointee.root) }

  /// Parses UTF-8; `nil` if parsing fails.
  init?(_ utf8: [UInt8]) {
    // Gumbo keeps pointers into the source, so the buffer must not move.
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: utf8.count + 1)
    for index in utf8.indices { copy[index] = CChar(bitPattern: utf8[index]) }
    copy[utf8.count] = 0
    source = UnsafeBufferPointer(copy)
    arena = Arena()
    var options = kGumboDefaultOptions
    options.max_errors = 0
    options.tab_stop = 1
    options.userdata = Unmanaged.passUnretained(arena).toOpaque()
    options.allocator = { arena, size in
      guard let arena else { return nil }
      return Unmanaged<Arena>.fromOpaque(arena).takeUnretainedValue().allocate(size)
    }
    options.deallocator = { _, _ in }
    guard let output = gumbo_parse_with_options(&options, copy.baseAddress, utf8.count) else {
      copy.deallocate()
      return nil
    }
    self.output = output
  }

  deinit { source.deallocate() }
}

/// A bump allocator whose memory is freed all at once.
private final class Arena {
  private static let blockSize = 1 << 20
  private var blocks: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var left = 0

  deinit { for block in blocks { block.deallocate() } }

  func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let rounded = (size + 15) & ~15
    if rounded > Self.blockSize / 4 {
      let block = UnsafeMutableRawPointer.allocate(byteCount: rounded, alignment: 16)
      blocks.append(block)
      return block
    }
    if rounded > left {
      let block = UnsafeMutableRawPointer.allocate(byteCount: Self.blockSize, alignment: 16)
      blocks.append(block)
      next = block
      left = Self.blockSize
    }
    let pointer = next ?? UnsafeMutableRawPointer.allocate(byteCount: rounded, alignment: 16)
    next = pointer.advanced(by: rounded)
    left -= rounded
    return pointer
  }
}

typealias HTMLNode = UnsafePointer<GumboNode>

extension UnsafePointer<GumboNode> {
  var isElement: Bool {
    pointee.type == GUMBO_NODE_ELEMENT || pointee.type == GUMBO_NODE_TEMPLATE
  }

  var isText: Bool {
    pointee.type == GUMBO_NODE_TEXT || pointee.type == GUMBO_NODE_WHITESPACE
      || pointee.type == GUMBO_NODE_CDATA
  }

  /// Text of a text node, NUL-terminated; valid as long as the tree.
  var text: UnsafePointer<CChar>? { pointee.v.text.text }

  /// Line where the node begins, counted from 1.
  var line: Int {
    Int(isElement ? pointee.v.element.start_pos.line : pointee.v.text.start_pos.line)
  }

  var tag: GumboTag { pointee.v.element.tag }

  /// Number of children; 0 for text.
  var childCount: Int { isElement ? Int(pointee.v.element.children.length) : 0 }

  /// A child of an element, counted from 0.
  func child(_ index: Int) -> UnsafePointer<GumboNode>? {
    pointee.v.element.children.data[index].map {
      UnsafePointer($0.assumingMemoryBound(to: GumboNode.self))
    }
  }

  /// The parent; `nil` for the document.
  var parent: UnsafePointer<GumboNode>? { pointee.parent.map { UnsafePointer($0) } }

  /// Value of an attribute; `nil` if the element does not have it.
  func attribute(_ name: StaticString) -> String? {
    guard isElement, pointee.v.element.attributes.length > 0 else { return nil }
    var attributes = pointee.v.element.attributes
    let found = name.withUTF8Buffer { name in
      name.withMemoryRebound(to: CChar.self) { gumbo_get_attribute(&attributes, $0.baseAddress) }
    }
    return found.map { String(cString: $0.pointee.value) }
  }

  /// The id that a link to this element can use; `nil` if it has none.
  var identifier: String? {
    let found = attribute("id") ?? (tag == GUMBO_TAG_A ? attribute("name") : nil)
    return found.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Classes, id, role and EPUB type of an element, in lower case.
  var roleWords: [Substring] {
    let words = [attribute("class"), attribute("id"), attribute("role"), attribute("epub:type")]
    return words.compactMap { $0?.lowercased() }.flatMap {
      $0.split(whereSeparator: \.isWhitespace).map { word in
        // `z3998:poem`, of the vocabulary for structural semantics of ANSI/NISO Z39.98.
        word.hasPrefix("z3998:") ? word.dropFirst(6) : word
      }
    }
  }

  /// Name of an element unknown to HTML, in lower case, as it stands in its tag.
  var originalName: String {
    let tag = pointee.v.element.original_tag
    guard let data = tag.data, tag.length > 2 else { return "" }
    let bytes = UnsafeBufferPointer(start: data, count: Int(min(tag.length, 64)))
    let name = bytes.dropFirst().prefix {
      let byte = UInt8(bitPattern: $0)
      return byte > 0x20 && byte != 0x2F && byte != 0x3E
    }
    return String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self).lowercased()
  }
}

/// Traverses a tree iteratively, so that depth is not limited by the stack.
struct HTMLWalk {
  enum Step {
    case enter(HTMLNode)
    case leave(HTMLNode)
  }

  private var stack: [(node: HTMLNode, next: Int)] = []
  private var first: HTMLNode?

  init(_ root: HTMLNode) { first = root }

  /// The next step; elements are entered and left, text nodes only entered.
  mutating func next() -> Step? {
    if let root = first {
      first = nil
      if root.isElement { stack.append((root, 0)) }
      return .enter(root)
    }
    guard let (node, index) = stack.last else { return nil }
    guard index < node.childCount else {
      stack.removeLast()
      return .leave(node)
    }
    stack[stack.count - 1].next += 1
    guard let child = node.child(index) else { return next() }
    if child.isElement { stack.append((child, 0)) }
    return .enter(child)
  }

  /// Skips the contents of the element entered last.
  mutating func skipChildren() {
    guard let (node, _) = stack.last else { return }
    stack[stack.count - 1].next = node.childCount
  }
}

// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// What an element for media, objects or scripts contains for readers that cannot show them (HTML
/// Standard, 4.8.6 to 4.8.9, 4.12.2).
enum MediaFallback {
  /// Fewest letters of a description; less is a caption or a notice.
  private static let shortest = 40

  /// Whether it is text in place of the media, rather than a notice that they cannot be shown.
  static func isText(_ node: HTMLNode) -> Bool {
    guard node.hasText(longerThan: shortest) else { return false }
    let text = node.wholeText.prefix(2_000).lowercased()
    return text.count(where: \.isLetter) >= shortest && !notices.contains(where: text.contains)
  }

  private static let notices = [
    "not support", "n't support", "unsupported", "javascript", "java script", "your browser",
    "flash player", "get flash", "activate ", "enable ", "plugin", "plug-in", "unterstützt nicht",
    "nicht unterstützt", "ihr browser", "votre navigateur", "pas en charge", "su navegador",
    "tu navegador", "no es compatible", "il tuo browser", "seu navegador", "uw browser",
    "ваш браузер", "download the", "<img", "tracking",
  ]
}

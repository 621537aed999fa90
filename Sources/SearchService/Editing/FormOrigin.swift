// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes

/// Whether a form was sent by a page of this site.
enum FormOrigin {
  /// Whether the browser says so; a request that does not say is refused.
  ///
  /// `Origin` (RFC 6454, 7) is sent with every form by browsers of today; `Sec-Fetch-Site` (Fetch
  /// Metadata, 2.3) must not contradict it, and stands in for it.
  ///
  /// - Parameter site: Scheme and host of this site: `http://127.0.0.1:8017`.
  static func isOwn(_ fields: HTTPFields, site: String) -> Bool {
    let fetchSite = HTTPField.Name("Sec-Fetch-Site").flatMap { fields[$0] }
    let origin = fields[.origin]
    if let fetchSite, fetchSite != "same-origin" { return false }
    if let origin { return origin.lowercased() == site.lowercased() }
    return fetchSite != nil
  }
}

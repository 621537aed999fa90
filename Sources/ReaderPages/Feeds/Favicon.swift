// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The icon of the site as SVG: the leaning spine of a pamphlet, lighter where the scheme is dark.
///
/// The colour is an attribute too, because a content security policy may forbid the style.
package let favicon = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <style>@media (prefers-color-scheme: dark) { path { fill: #f2a191 } }</style>
  <path fill="#8f1d14" d="M12 3h11.6L20 29H8.4z"/>
  </svg>

  """

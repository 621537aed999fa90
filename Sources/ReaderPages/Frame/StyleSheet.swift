// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The style sheet of the pages.
package let styleSheet = """
  :root { color-scheme: light dark; }
  body { font: 1.05rem/1.5 Georgia, "DejaVu Serif", serif; max-width: 44rem; margin: 0 auto; padding: 1rem; }
  label { display: block; margin-bottom: .4rem; font-style: italic; }
  form div { display: flex; gap: .5rem; }
  input { flex: 1; font: inherit; padding: .4rem .6rem; }
  button { font: inherit; padding: .4rem .9rem; }
  h1, h2 { font-size: 1rem; font-weight: bold; margin: 0 0 .2rem; }
  .results { padding-left: 1.6rem; }
  .results li { margin-bottom: 1.4rem; }
  .section { margin: 0; font-size: .9rem; opacity: .8; }
  blockquote { margin: .3rem 0; }
  mark { background: #ffe58a; color: #000; }
  .more { font-size: .8rem; margin: .2rem 0; }
  .note { font-size: .85rem; margin: .2rem 0 .2rem 1rem; }
  .quotation p, .verse p { margin-left: 2rem; }
  .label { float: right; font-size: .75rem; opacity: .6; }
  .problem { border-left: .25rem solid #c33; padding-left: .6rem; }
  pre { overflow-x: auto; }
  nav a { margin-right: 1rem; }

  """

// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Extraction

struct XMLPrologTests {
  @Test(arguments: [
    ("<TEI>", "TEI"),
    ("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <p> -->\n<tei:TEI xmlns:tei=\"x\">", "TEI"),
    ("<!DOCTYPE TEI.2 PUBLIC \"-//TEI P4//DTD\" [<!ENTITY a \"b\">]>\n<TEI.2>", "TEI.2"),
    ("<?xml-model href=\"a\"?><?xml-model href=\"b\"?><FictionBook xmlns=\"x\"/>", "FictionBook"),
    ("Words <TEI>", nil), ("", nil), ("<!-- <TEI>", nil), ("<?xml", nil), ("<", nil),
  ])
  func `the root element is the first one`(head: String, root: String?) {
    #expect(XMLProlog(Array(head.utf8)[...]).root == root)
  }
}

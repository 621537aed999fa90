// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Fetching

struct SpecialAddressTests {
  @Test(arguments: [
    "0.0.0.0", "10.255.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.31.196.1",
    "192.52.193.1", "192.88.99.1", "192.168.1.1", "192.175.48.6", "198.18.0.1", "198.19.255.255",
    "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::10.0.0.1", "::93.184.216.34", "::ffff:127.0.0.1", "::ffff:192.168.0.1",
    "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "64:ff9b:1:ffff::5db8:d822", "100::1",
    "100:0:0:1::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:2::1", "2001:10::1",
    "2001:20::1", "2001:2f:ffff::1", "2001:30::1", "2001:1ff::1", "2001:db8::1", "2002:0a00:1::1",
    "2002:7f00:1::", "2002:c0a8:101::1", "2620:4f:8000::1", "3fff::1", "3fff:fff::1", "5f00::1",
    "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "4000::1", "::2:1",
    "", "example.org", "1.2.3", "127.1",
  ])
  func `an address of no public network is known as such`(_ address: String) {
    #expect(!HostAddress.isPublic(address))
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1",
    "172.32.0.1", "192.0.1.1", "192.1.0.1", "192.88.98.1", "198.17.0.1", "198.20.0.1",
    "198.51.99.1", "203.0.112.1", "223.255.255.255", "2001:200::1", "2001:4860:4860::8888",
    "2002:5db8:d822::1", "2606:4700::1", "3ffe::1", "3fff:1000::1", "64:ff9b::93.184.216.34",
    "::ffff:93.184.216.34",
  ])
  func `an address of the public internet is known as such`(_ address: String) {
    #expect(HostAddress.isPublic(address))
  }

  @Test func `every block is read, and lies where it says`() {
    for block in SpecialAddresses.blocks {
      #expect(!block.bytes.isEmpty, "\(block.text)")
      #expect((1...block.bytes.count * 8).contains(block.bits), "\(block.text)")
      #expect(block.contains(block.bytes), "\(block.text)")
      #expect(block.source.hasPrefix("RFC "), "\(block.text)")
    }
  }
}

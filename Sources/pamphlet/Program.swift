// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

@main struct Program { static func main() {} }

// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// CLD2 (Compact Language Detector 2) with a C interface, callable from any thread.

#ifndef CLANGUAGE_H
#define CLANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Detects the language of UTF-8 text.
///
/// - Returns: A static string with the language code (ISO 639-1 where there is one); null if CLD2
///   considers its result unreliable.
__attribute__((visibility("default"))) const char *_Nullable cl_detect(
    const char *_Nullable bytes, size_t count);

#ifdef __cplusplus
}
#endif

#endif

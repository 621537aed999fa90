// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "CLanguage.h"

#include <cstdio>  // before CLD2's header, which uses FILE without including it

#include <cld2/public/compact_lang_det.h>

const char *cl_detect(const char *bytes, size_t count) {
  if (bytes == nullptr || count == 0) return nullptr;
  try {
    bool is_reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(bytes, static_cast<int>(count), /*is_plain_text=*/true, &is_reliable);
    if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return nullptr;
    return CLD2::LanguageCode(language);
  } catch (...) {
    return nullptr;
  }
}

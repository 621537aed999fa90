// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// Converts exceptions to errors; every call leaves C++ through here.

#ifndef CX_GUARD_HPP
#define CX_GUARD_HPP

#include "CXapian.h"

#include <string>

namespace cx {

/// Fills `error` from the current exception; call it only inside a handler.
void classify(cx_error &error) noexcept;

/// Runs `body`; on an exception, fills `error` and returns `failure`.
template <typename Result, typename Body>
Result guarded(cx_error &error, Result failure, Body &&body) noexcept {
  error.status = cx_status_ok;
  error.type[0] = error.message[0] = '\0';
  try {
    return body();
  } catch (...) {
    classify(error);
    return failure;
  }
}

inline std::string string(cx_bytes bytes) {
  return bytes.bytes == nullptr ? std::string() : std::string(bytes.bytes, bytes.count);
}

}  // namespace cx

#endif

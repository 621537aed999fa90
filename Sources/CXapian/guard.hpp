// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// The one place that every call passes on its way out of C++.

#ifndef CX_GUARD_HPP
#define CX_GUARD_HPP

#include "CXapian.h"

#include <string>

namespace cx {

/// Fills `error` from the exception being handled; called inside a handler only.
void classify(cx_error &error) noexcept;

/// Runs `body`; an exception becomes `failure`, its cause goes to `error`.
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

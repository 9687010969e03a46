#pragma once

#include <string_view>

namespace kiertoon {

inline constexpr std::string_view kHtmlType = "text/html; charset=utf-8";

// The Content-Security-Policy of every page: scripts, styles and requests from and to this server
// alone; nothing inline; no frame around it from elsewhere.
inline constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'";

}  // namespace kiertoon

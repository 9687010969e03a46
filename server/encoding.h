#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiertoon {

enum class Encoding { kIdentity, kGzip, kBrotli };

// As in Content-Encoding: "br"; "identity" for none.
[[nodiscard]] std::string_view name_of(Encoding encoding);

// Quality of ";q=0.5", what follows a name in an Accept header, in thousandths: all of them when
// there is none, 0 when it cannot be read.
inline constexpr int kQualityScale = 1000;
[[nodiscard]] int quality_of(std::string_view parameters);

// What a compressed form's tag ends with, so that two forms never share one (RFC 9110, 8.8.3.3):
// "-br"; empty for identity.
[[nodiscard]] std::string_view etag_suffix(Encoding encoding);

// The form an Accept-Encoding header asks for: the one with the highest quality, Brotli before gzip
// before none at equal quality. A quality of 0 rules a form out; a header that rules out all of
// them still gets identity.
[[nodiscard]] Encoding preferred_encoding(std::string_view accept_encoding);

// `body` compressed, at a level that costs less time than a slow line saves; nothing when the
// library fails.
[[nodiscard]] std::optional<std::string> compress(std::string_view body, Encoding encoding);

}  // namespace kiertoon

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

// kQuick: costs less time than a slow line saves, for what is made anew for each request.
// kThorough: for what is compressed once and sent often.
enum class CompressionEffort { kQuick, kThorough };

// `body` compressed; nothing when the library fails.
[[nodiscard]] std::optional<std::string> compress(
    std::string_view body, Encoding encoding, CompressionEffort effort = CompressionEffort::kQuick);

// A body's compressed forms, made beforehand; empty where there is none.
struct CompressedForms {
  std::string gzip = {};
  std::string brotli = {};

  [[nodiscard]] const std::string& of(Encoding encoding) const {
    return encoding == Encoding::kBrotli ? brotli : gzip;
  }
};

// Both forms, made thoroughly.
[[nodiscard]] CompressedForms compressed_forms(std::string_view body);

// Whether a content type is one of text; pictures and fonts are compressed already.
[[nodiscard]] bool is_compressible(std::string_view content_type);

}  // namespace kiertoon

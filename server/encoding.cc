#include "server/encoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include <brotli/encode.h>
#include <zlib.h>

#include "server/text.h"

namespace kiertoon {

namespace {

// Measured on an answer of 20 hits. cpp-httplib would take Brotli's 11.
constexpr int kGzipLevel = 5;
constexpr int kBrotliQuality = 4;
// Brotli's two slower qualities take ten times as long for a twentieth less.
constexpr int kThoroughGzipLevel = 9;
constexpr int kThoroughBrotliQuality = 9;
constexpr int kGzipWindow = 15 + 16;  // zlib's largest window, in a gzip frame
constexpr int kZlibMemory = 8;        // zlib's default

struct Qualities {
  std::optional<int> brotli;
  std::optional<int> gzip;
  std::optional<int> identity;
  std::optional<int> any;  // "*"
};

void read_coding(std::string_view coding, Qualities& qualities) {
  const std::size_t semicolon = std::min(coding.find(';'), coding.size());
  const std::string_view name = trim(coding.substr(0, semicolon));
  const int quality = quality_of(coding.substr(semicolon));
  if (equals_ignoring_case(name, "br")) {
    qualities.brotli = quality;
  } else if (equals_ignoring_case(name, "gzip") || equals_ignoring_case(name, "x-gzip")) {
    qualities.gzip = quality;
  } else if (equals_ignoring_case(name, "identity")) {
    qualities.identity = quality;
  } else if (name == "*") {
    qualities.any = quality;
  }
}

std::optional<std::string> gzip(std::string_view body, int level) {
  z_stream stream{};
  if (body.size() > std::numeric_limits<uInt>::max() ||
      deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kZlibMemory, Z_DEFAULT_STRATEGY) !=
          Z_OK) {
    return std::nullopt;
  }
  std::string result(deflateBound(&stream, static_cast<uLong>(body.size())), '\0');
  // zlib reads through a pointer that is not const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  const int status = deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return status == Z_STREAM_END ? std::optional(std::move(result)) : std::nullopt;
}

std::optional<std::string> brotli(std::string_view body, int quality) {
  std::size_t size = BrotliEncoderMaxCompressedSize(body.size());
  std::string result(size, '\0');
  const BROTLI_BOOL done = BrotliEncoderCompress(quality,
                                                 BROTLI_DEFAULT_WINDOW,
                                                 BROTLI_MODE_TEXT,
                                                 body.size(),
                                                 reinterpret_cast<const std::uint8_t*>(body.data()),
                                                 &size,
                                                 reinterpret_cast<std::uint8_t*>(result.data()));
  if (done != BROTLI_TRUE) {
    return std::nullopt;
  }
  result.resize(size);
  return result;
}

}  // namespace

int quality_of(std::string_view parameters) {
  const std::size_t q = parameters.find("q=");
  if (q == std::string_view::npos) {
    return kQualityScale;
  }
  const std::string_view number = trim(parameters.substr(q + 2));
  double value = 0.0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || !(value >= 0.0 && value <= 1.0)) {
    return 0;
  }
  return static_cast<int>(value * kQualityScale);
}

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::kGzip:
      return "gzip";
    case Encoding::kBrotli:
      return "br";
    case Encoding::kIdentity:
      break;
  }
  return "identity";
}

std::string_view etag_suffix(Encoding encoding) {
  switch (encoding) {
    case Encoding::kGzip:
      return "-gzip";
    case Encoding::kBrotli:
      return "-br";
    case Encoding::kIdentity:
      break;
  }
  return {};
}

Encoding preferred_encoding(std::string_view accept_encoding) {
  Qualities qualities;
  std::size_t start = 0;
  while (start < accept_encoding.size()) {
    const std::size_t end = std::min(accept_encoding.find(',', start), accept_encoding.size());
    read_coding(accept_encoding.substr(start, end - start), qualities);
    start = end + 1;
  }
  const int unnamed = qualities.any.value_or(0);
  const int brotli_quality = qualities.brotli.value_or(unnamed);
  const int gzip_quality = qualities.gzip.value_or(unnamed);
  // What a client does not name it takes uncompressed, but less gladly than what it names.
  const int identity_quality = qualities.identity.value_or(0);
  if (brotli_quality > 0 && brotli_quality >= std::max(gzip_quality, identity_quality)) {
    return Encoding::kBrotli;
  }
  if (gzip_quality > 0 && gzip_quality >= identity_quality) {
    return Encoding::kGzip;
  }
  return Encoding::kIdentity;
}

std::optional<std::string> compress(std::string_view body,
                                    Encoding encoding,
                                    CompressionEffort effort) {
  const bool quick = effort == CompressionEffort::kQuick;
  switch (encoding) {
    case Encoding::kGzip:
      return gzip(body, quick ? kGzipLevel : kThoroughGzipLevel);
    case Encoding::kBrotli:
      return brotli(body, quick ? kBrotliQuality : kThoroughBrotliQuality);
    case Encoding::kIdentity:
      break;
  }
  return std::string(body);
}

CompressedForms compressed_forms(std::string_view body) {
  const auto form = [&](Encoding encoding) {
    return compress(body, encoding, CompressionEffort::kThorough).value_or(std::string());
  };
  return {.gzip = form(Encoding::kGzip), .brotli = form(Encoding::kBrotli)};
}

bool is_compressible(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml");
}

}  // namespace kiertoon

#include "indexer/rdf_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "indexer/rdf_parser.h"

namespace kiertoon {
namespace {

constexpr std::size_t kMiB = std::size_t{1024} * 1024;
// Raptor's XML parser fails on pieces that are much larger, without saying why.
constexpr std::size_t kPieceSize = std::size_t{32} * 1024;

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

// What an XML declaration says of the encoding, in lower case; UTF-8 when it says nothing.
// "unknown" when the declaration does not end within `head`.
std::string declared_encoding(std::string_view head) {
  constexpr std::string_view kAttribute = "encoding";
  if (!head.starts_with("<?xml")) {
    return "utf-8";
  }
  const std::size_t end = head.find("?>");
  if (end == std::string_view::npos) {
    return "unknown";
  }
  head = head.substr(0, end);
  const std::size_t attribute = head.find(kAttribute);
  if (attribute == std::string_view::npos) {
    return "utf-8";
  }
  const std::size_t open = head.find_first_of("\"'", attribute);
  if (open == std::string_view::npos) {
    return "unknown";
  }
  const std::size_t close = head.find(head[open], open + 1);
  return lower_ascii(head.substr(open + 1, close - open - 1));
}

// Feeds a document to the parser in pieces of many lines, and refuses what the parser would take
// for something else than it is, or could not bear.
class DocumentFeeder {
 public:
  DocumentFeeder(const RdfInput& input, RdfParser& parser) : input_(input), parser_(parser) {}

  Expected<void> feed(const Line& line) {
    size_ += line.size;
    if (const auto wrong = what_is_wrong(line); !wrong.empty()) {
      return fail(ErrorCode::kInvalidData,
                  input_.name + ":" + std::to_string(line.number) + ": " + wrong);
    }
    piece_ += line.text;
    piece_ += '\n';
    return piece_.size() < kPieceSize ? Expected<void>() : flush();
  }

  Expected<void> finish() {
    if (auto flushed = flush(); !flushed) {
      return flushed;
    }
    return parser_.finish();
  }

 private:
  [[nodiscard]] std::string what_is_wrong(const Line& line) const {
    const RdfLimits& limits = input_.limits;
    if (line.size > limits.line_mib * kMiB) {
      return fmt::format("the line is longer than {} MiB", limits.line_mib);
    }
    if (size_ > limits.document_mib * kMiB) {
      return fmt::format("the document is larger than {} MiB", limits.document_mib);
    }
    if (!is_valid_utf8(line.text)) {
      return "the text is not UTF-8";
    }
    if (line.text.find('\0') != std::string_view::npos) {
      return "the text holds a zero byte";
    }
    if (input_.format == RdfFormat::kRdfXml &&
        line.text.find("<!DOCTYPE") != std::string_view::npos) {
      return "XML with a document type (<!DOCTYPE ...>) is not read, since it can define entities";
    }
    return {};
  }

  Expected<void> flush() {
    if (input_.format == RdfFormat::kRdfXml && !std::exchange(encoding_is_checked_, true)) {
      const std::string encoding = declared_encoding(piece_);
      if (encoding != "utf-8" && encoding != "us-ascii") {
        return fail(ErrorCode::kInvalidData,
                    input_.name + ":1: the encoding \"" +
                        std::string(truncate_utf8(encoding, kLongestEncoding)) + "\" is not read",
                    "convert the file to UTF-8");
      }
    }
    for (std::size_t begin = 0; begin < piece_.size(); begin += kPieceSize) {
      if (auto fed = parser_.feed(std::string_view(piece_).substr(begin, kPieceSize)); !fed) {
        return fed;
      }
    }
    piece_.clear();
    return {};
  }

  static constexpr std::size_t kLongestEncoding = 40;  // bytes shown

  const RdfInput& input_;
  RdfParser& parser_;
  std::string piece_;
  std::size_t size_ = 0;  // of the document so far, in bytes
  bool encoding_is_checked_ = false;
};

}  // namespace

std::optional<RdfFormat> rdf_format_of(std::string_view file_name) {
  static constexpr std::array<std::pair<std::string_view, RdfFormat>, 4> kFormats{
      {{".ttl", RdfFormat::kTurtle},
       {".rdf", RdfFormat::kRdfXml},
       {".owl", RdfFormat::kRdfXml},
       {".xml", RdfFormat::kRdfXml}}};
  const std::string extension = lower_ascii(std::filesystem::path(file_name).extension().string());
  const auto* format = std::find_if(
      kFormats.begin(), kFormats.end(), [&](const auto& it) { return it.first == extension; });
  return format == kFormats.end() ? std::nullopt : std::optional(format->second);
}

Expected<void> read_rdf(const RdfInput& input, const VisitStatement& visit) {
  auto parser = RdfParser::create(input.name, input.format, visit);
  if (!parser) {
    return tl::unexpected(parser.error());
  }
  DocumentFeeder feeder(input, **parser);
  LineReader lines(input.read, input.limits.line_mib * kMiB);
  for (;;) {
    const auto line = lines.next();
    if (!line) {
      return tl::unexpected(line.error());
    }
    if (!*line) {
      return feeder.finish();
    }
    if (auto fed = feeder.feed(**line); !fed) {
      return fed;
    }
  }
}

}  // namespace kiertoon

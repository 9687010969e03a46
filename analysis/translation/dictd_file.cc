#include "analysis/translation/dictd_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <zlib.h>

#include "base/files.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;

// Headwords of what dictfmt says of the dictionary: "00databaseinfo", "00-database-info".
constexpr std::array<std::string_view, 2> kDescriptions{"00database", "00-database"};
constexpr std::size_t kLongestNumber = 10;  // base-64 digits, 60 bits
// Several headwords may share an entry, but not so that reading them never ends.
constexpr std::size_t kReadingsOfText = 4;

Expected<std::string> read_limited(const fs::path& path, std::size_t limit) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    return fail(ErrorCode::kInvalidData, path.string() + " is no file");
  }
  const auto size = fs::file_size(path, error);
  if (!error && size > limit) {
    return fail(ErrorCode::kInvalidData,
                path.string() + " has " + std::to_string(size) + " bytes, " +
                    std::to_string(limit) + " are allowed");
  }
  return read_file(path);
}

// Inflates one gzip member after the other.
class Inflater {
 public:
  Inflater() {
    constexpr int kGzip = 16;
    ready_ = inflateInit2(&stream_, MAX_WBITS + kGzip) == Z_OK;
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  Inflater(Inflater&&) = delete;
  Inflater& operator=(Inflater&&) = delete;

  // The whole content; a sentence when the bytes are no gzip, end too early, or inflate to more
  // than `limit`.
  [[nodiscard]] tl::expected<std::string, std::string> inflate_all(std::string& compressed,
                                                                   std::size_t limit) {
    std::string text;
    stream_.next_in = reinterpret_cast<Bytef*>(compressed.data());
    stream_.avail_in = static_cast<uInt>(compressed.size());
    while (ready_) {
      stream_.next_out = block_.data();
      stream_.avail_out = static_cast<uInt>(block_.size());
      const int result = inflate(&stream_, Z_NO_FLUSH);
      if (result != Z_OK && result != Z_STREAM_END) {
        break;
      }
      const std::size_t produced = block_.size() - stream_.avail_out;
      if (text.size() + produced > limit) {
        return tl::unexpected("inflates to more than " + std::to_string(limit) + " bytes");
      }
      text.append(reinterpret_cast<const char*>(block_.data()), produced);
      if (result == Z_STREAM_END && stream_.avail_in == 0) {
        return text;
      }
      if (result == Z_STREAM_END) {
        ready_ = inflateReset(&stream_) == Z_OK;
      }
    }
    return tl::unexpected("is no whole gzip file, after " + std::to_string(text.size()) +
                          " bytes of text");
  }

 private:
  z_stream stream_{};
  bool ready_ = false;
  std::array<Bytef, 65536> block_{};
};

Expected<std::string> read_compressed(const fs::path& path, std::size_t limit) {
  auto compressed = read_limited(path, limit);
  if (!compressed) {
    return compressed;
  }
  auto text = Inflater().inflate_all(*compressed, limit);
  if (!text) {
    return fail(ErrorCode::kInvalidData, path.string() + " " + text.error());
  }
  return std::move(*text);
}

// A number in the base-64 digits of dictd, the most significant first.
std::optional<std::uint64_t> parse_base64(std::string_view digits) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (digits.empty() || digits.size() > kLongestNumber) {
    return std::nullopt;
  }
  std::uint64_t number = 0;
  for (const char digit : digits) {
    const std::size_t value = kDigits.find(digit);
    if (value == std::string_view::npos) {
      return std::nullopt;
    }
    number = number * kDigits.size() + value;
  }
  return number;
}

std::string_view next_cell(std::string_view& rest) {
  const std::size_t tab = rest.find('\t');
  const std::string_view cell = rest.substr(0, tab);
  rest = tab == std::string_view::npos ? std::string_view() : rest.substr(tab + 1);
  return cell;
}

struct Entry {
  std::string_view headword;
  std::string_view text;
};

// The entry a line of the index points to (headword, offset, length; newer indexes add the headword
// with its punctuation), or what is wrong with the line.
tl::expected<Entry, std::string> entry_of(std::string_view line,
                                          std::string_view text,
                                          const DictdLimits& limits) {
  const std::string_view headword = next_cell(line);
  const auto offset = parse_base64(next_cell(line));
  const auto length = parse_base64(next_cell(line));
  if (headword.size() > limits.headword_bytes) {
    return tl::unexpected("a headword of " + std::to_string(headword.size()) + " bytes");
  }
  const std::string name = "\"" + to_valid_utf8(headword) + "\"";
  if (!offset || !length) {
    return tl::unexpected(name + " has no offset and length");
  }
  if (*length > limits.entry_bytes || *offset > text.size() || *length > text.size() - *offset) {
    return tl::unexpected("the entry of " + name + ", " + std::to_string(*length) + " bytes at " +
                          std::to_string(*offset) + ", is outside the text or too long");
  }
  const std::string_view body = text.substr(*offset, *length);
  if (!is_valid_utf8(headword) || !is_valid_utf8(body)) {
    return tl::unexpected("the entry of " + name + " is not UTF-8");
  }
  return Entry{line.empty() || !is_valid_utf8(line) ? headword : line, body};
}

bool describes_dictionary(std::string_view headword) {
  return std::any_of(kDescriptions.begin(), kDescriptions.end(), [headword](std::string_view name) {
    return headword.starts_with(name);
  });
}

}  // namespace

Expected<void> read_dictd(const DictdFiles& files,
                          const DictdVisitor& visit,
                          const DictdLimits& limits) {
  const auto index = read_limited(files.index, limits.index_bytes);
  if (!index) {
    return tl::unexpected(index.error());
  }
  const auto text = read_compressed(files.text, limits.text_bytes);
  if (!text) {
    return tl::unexpected(text.error());
  }
  std::size_t bytes_to_read = kReadingsOfText * text->size();
  std::string_view rest = *index;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const auto entry = entry_of(rest.substr(0, end), *text, limits);
    const std::string place = files.index.string() + ":" + std::to_string(number) + ": ";
    if (!entry) {
      return fail(ErrorCode::kInvalidData, place + entry.error());
    }
    if (entry->text.size() > bytes_to_read) {
      return fail(ErrorCode::kInvalidData, place + "entries overlap too much");
    }
    bytes_to_read -= entry->text.size();
    if (!describes_dictionary(entry->headword)) {
      visit(entry->headword, entry->text);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

}  // namespace kiertoon

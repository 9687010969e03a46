#include "tests/analysis/translation/dictd_writer.h"

#include <stdexcept>

#include <zlib.h>

namespace kiertoon::testing {

std::string gzip(std::string_view text) {
  constexpr int kGzip = 16;
  constexpr int kMemoryLevel = 8;
  z_stream stream{};
  if (deflateInit2(&stream,
                   Z_BEST_COMPRESSION,
                   Z_DEFLATED,
                   MAX_WBITS + kGzip,
                   kMemoryLevel,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib does not compress");
  }
  std::string input(text);
  std::string compressed(deflateBound(&stream, input.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  deflate(&stream, Z_FINISH);
  compressed.resize(stream.total_out);
  deflateEnd(&stream);
  return compressed;
}

std::string to_base64(std::size_t number) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string digits;
  do {
    digits.insert(digits.begin(), kDigits[number % kDigits.size()]);
    number /= kDigits.size();
  } while (number > 0);
  return digits;
}

DictdFiles write_dictionary(const TestFolder& folder,
                            const std::string& languages,
                            const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string index;
  std::string text;
  for (const auto& [headword, entry] : entries) {
    index += headword + "\t" + to_base64(text.size()) + "\t" + to_base64(entry.size()) + "\n";
    text += entry;
  }
  const std::string name = "freedict-" + languages;
  return {.index = folder.write(name + ".index", index),
          .text = folder.write(name + ".dict.dz", gzip(text))};
}

}  // namespace kiertoon::testing

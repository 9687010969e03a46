// How a WordList is written to a file and read back.

#include <algorithm>
#include <array>
#include <tuple>
#include <type_traits>
#include <utility>

#include "base/byte_stream.h"
#include "base/utf8.h"
#include "search/words/word_list.h"

namespace kiertoon {
namespace {

constexpr std::array<char, 8> kMagic{'k', 'i', 'e', 'r', 'w', 'r', 'd', '\n'};
constexpr std::uint32_t kVersion = 1;
constexpr const char* kHint = "build the index anew: kiertoon-indexer build";

tl::unexpected<Error> damaged() {
  return fail(ErrorCode::kInvalidData, "the index's list of words is damaged", kHint);
}

}  // namespace

std::string WordList::serialise() const {
  static_assert(std::has_unique_object_representations_v<Entry>);  // no bytes by chance
  ByteWriter writer;
  writer.value(kMagic);
  writer.value(kVersion);
  writer.value(static_cast<std::uint64_t>(deed_count_));
  writer.text(texts_);
  writer.values(std::span(entries_));
  writer.values(std::span(bases_));
  return writer.take();
}

// Texts and base forms must be where the entries say, and entries in their order.
bool WordList::is_whole() const {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    const std::size_t end = std::size_t{entry.text} + entry.folded_size + entry.word_size;
    const std::size_t next_base =
        i + 1 < entries_.size() ? entries_[i + 1].first_base : bases_.size();
    if (entry.folded_size == 0 || end > texts_.size() || entry.language >= kLanguages.size() ||
        entry.first_base > next_base || next_base > bases_.size()) {
      return false;
    }
    const auto number = static_cast<Number>(i);
    if (i > 0 && std::tuple(folded(number - 1), entries_[i - 1].language) >=
                     std::tuple(folded(number), entry.language)) {
      return false;
    }
    const ListedWord word = (*this)[number];
    if (!is_valid_utf8(word.folded) || !is_valid_utf8(word.word)) {
      return false;
    }
  }
  return (!entries_.empty() || bases_.empty()) &&
         std::all_of(
             bases_.begin(), bases_.end(), [this](Number base) { return base < entries_.size(); });
}

Expected<WordList> WordList::parse(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.value<std::array<char, 8>>() != kMagic) {
    return damaged();
  }
  if (reader.value<std::uint32_t>() != kVersion) {
    return fail(ErrorCode::kVersionMismatch,
                "the index's list of words was made by another version of this program",
                kHint);
  }
  const auto deed_count = reader.value<std::uint64_t>();
  const auto texts = reader.text();
  auto entries = reader.values<Entry>();
  auto bases = reader.values<Number>();
  if (!deed_count || !texts || !entries || !bases || !reader.at_end()) {
    return damaged();
  }
  WordList list;
  list.deed_count_ = *deed_count;
  list.texts_ = *texts;
  list.entries_ = std::move(*entries);
  list.bases_ = std::move(*bases);
  return list.is_whole() ? Expected<WordList>(std::move(list)) : damaged();
}

}  // namespace kiertoon

#include "search/words/completions.h"

#include <array>
#include <utility>

#include "analysis/language.h"
#include "base/byte_stream.h"

namespace kiertoon {
namespace {

constexpr std::array<char, 8> kMagic{'k', 'i', 'e', 'r', 'c', 'o', 'm', '\n'};
constexpr std::uint32_t kVersion = 1;
constexpr const char* kHint = "build the index anew: kiertoon-indexer build";

// Whether each title is of a document, each word of a language, and words are in order.
bool is_whole(const Completions& completions) {
  const auto all_below = [](const CompletionTable& table, std::uint64_t end) {
    for (std::uint32_t entry = 0; entry < table.size(); ++entry) {
      if (table.tag(entry) >= end) {
        return false;
      }
    }
    return true;
  };
  return completions.words.is_in_key_order() && completions.phrases.is_in_key_order() &&
         all_below(completions.titles, completions.deed_count + 1) &&
         all_below(completions.words, kLanguages.size()) &&
         all_below(completions.phrases, kLanguages.size());
}

tl::unexpected<Error> damaged() {
  return fail(ErrorCode::kInvalidData, "the index's list of completions is damaged", kHint);
}

}  // namespace

std::size_t Completions::bytes() const {
  return words.bytes() + phrases.bytes() + titles.bytes() + organisations.bytes() +
         deed_words.bytes() + deed_phrases.bytes();
}

std::string Completions::serialise() const {
  ByteWriter writer;
  writer.value(kMagic);
  writer.value(kVersion);
  writer.value(deed_count);
  for (const auto* table : {&words, &phrases, &titles, &organisations}) {
    table->write(writer);
  }
  deed_words.write(writer);
  deed_phrases.write(writer);
  return writer.take();
}

Expected<Completions> Completions::parse(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.value<std::array<char, 8>>() != kMagic) {
    return damaged();
  }
  if (reader.value<std::uint32_t>() != kVersion) {
    return fail(ErrorCode::kVersionMismatch,
                "the index's list of completions was made by another version of this program",
                kHint);
  }
  Completions completions;
  completions.deed_count = reader.value<std::uint64_t>().value_or(0);
  for (auto* table : {&completions.words,
                      &completions.phrases,
                      &completions.titles,
                      &completions.organisations}) {
    auto read = CompletionTable::read(reader);
    if (!read) {
      return damaged();
    }
    *table = std::move(*read);
  }
  auto deed_words = DeedEntries::read(reader, completions.deed_count, completions.words.size());
  auto deed_phrases = DeedEntries::read(reader, completions.deed_count, completions.phrases.size());
  if (!deed_words || !deed_phrases) {
    return damaged();
  }
  completions.deed_words = std::move(*deed_words);
  completions.deed_phrases = std::move(*deed_phrases);
  return reader.at_end() && is_whole(completions) ? Expected<Completions>(std::move(completions))
                                                  : damaged();
}

}  // namespace kiertoon

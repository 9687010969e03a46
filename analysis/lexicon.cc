#include "analysis/lexicon.h"

#include <algorithm>
#include <utility>

#include "analysis/text.h"
#include "base/tsv.h"

namespace kiertoon {

// One line of the file: kind, word, value, stems (and a note, which is for people).
struct LexiconEntry {
  std::string kind;
  std::string word;
  std::vector<std::string> value;
  std::vector<std::string> stems;
};

namespace {

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words = split_words(text);
  std::transform(words.begin(), words.end(), words.begin(), [](const std::string& word) {
    return fold(normalise(word));
  });
  return words;
}

template <typename Value>
const Value* find(const StringMap<Value>& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

Expected<Lexicon> Lexicon::load(const std::filesystem::path& file) {
  const auto rows = read_tsv(file, "kind");
  if (!rows) {
    return tl::unexpected(rows.error());
  }
  Lexicon lexicon;
  for (const auto& row : *rows) {
    const std::string place = file.string() + ":" + std::to_string(row.line);
    const LexiconEntry entry{.kind = std::string(row.cell(0)),
                             .word = normalise(row.cell(1)),
                             .value = folded_words(row.cell(2)),
                             .stems = folded_words(row.cell(3))};
    if (auto added = lexicon.add(place, entry); !added) {
      return tl::unexpected(added.error());
    }
  }
  return lexicon;
}

Expected<void> Lexicon::add(const std::string& place, const LexiconEntry& entry) {
  if (entry.word.empty()) {
    return fail(ErrorCode::kInvalidData, place + ": the second column, the word, is empty");
  }
  const std::string key = fold(entry.word);
  bool is_new = true;
  if (entry.kind == "whole") {
    is_new = whole_.emplace(key, entry.value).second;
  } else if (entry.kind == "form") {
    if (entry.value.empty()) {
      return fail(ErrorCode::kInvalidData,
                  place + ": the form " + entry.word + " has no base forms in the third column");
    }
    is_new =
        forms_.emplace(begins_in_lower_case(entry.word) ? key : entry.word, entry.value).second;
  } else if (entry.kind == "word" || (entry.kind == "abbreviation" && !is_upper_case(entry.word))) {
    is_new = words_.emplace(key, Word{.base = key, .parts = entry.value}).second;
    for (const auto& stem : entry.stems) {
      word_by_stem_.emplace(stem, key);
    }
  } else if (entry.kind == "abbreviation") {
    is_new =
        abbreviations_.emplace(entry.word, Word{.base = entry.word, .parts = entry.value}).second;
    abbreviation_by_folded_.emplace(key, entry.word);
  } else {
    return fail(ErrorCode::kInvalidData,
                place + ": unknown kind \"" + entry.kind + "\"",
                "kinds are whole, word, abbreviation and form");
  }
  if (!is_new) {
    return fail(ErrorCode::kInvalidData,
                place + ": a second entry " + entry.kind + " " + entry.word);
  }
  ++size_;
  return {};
}

const std::vector<std::string>* Lexicon::whole_word(std::string_view base) const {
  return find(whole_, base);
}

const std::vector<std::string>* Lexicon::base_forms(std::string_view form) const {
  const auto* exact = find(forms_, form);
  return exact == nullptr ? find(forms_, fold(form)) : exact;
}

const Lexicon::Word* Lexicon::word(std::string_view base) const {
  return find(words_, base);
}

const Lexicon::Word* Lexicon::word_of_stem(std::string_view stem) const {
  const auto* base = find(word_by_stem_, stem);
  return base == nullptr ? nullptr : word(*base);
}

const Lexicon::Word* Lexicon::abbreviation(std::string_view spelling) const {
  return find(abbreviations_, spelling);
}

const Lexicon::Word* Lexicon::abbreviation_ignoring_case(std::string_view folded) const {
  const auto* spelling = find(abbreviation_by_folded_, folded);
  return spelling == nullptr ? nullptr : abbreviation(*spelling);
}

}  // namespace kiertoon

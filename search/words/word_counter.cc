#include "search/words/word_counter.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <tuple>
#include <utility>

#include "analysis/text.h"

namespace kiertoon {
namespace {

// Terms that are held for their address, of one thread; beyond that all are let go. The analyzers'
// cache holds as many anyway.
constexpr std::size_t kMostKnownTerms = 300'000;

void assign_key(std::string& key, std::string_view text, Language language) {
  key.assign(text);
  key += static_cast<char>('0' + static_cast<int>(language));
}

bool is_general_punctuation(std::string_view before) {
  constexpr char kLeadByte = '\xE2';  // of U+2000 to U+2FFF: dashes, quotation marks, bullets
  return before.size() >= 3 && before[before.size() - 3] == kLeadByte;
}

// "Kanta-Häme" of "kanta-häme".
std::string capitalise_parts(std::string_view word) {
  std::string parts;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find('-'), word.size() - 1) + 1;
    parts += capitalise(word.substr(0, end));
    word.remove_prefix(end);
  }
  return parts;
}

// Whether a sentence, a quotation or an item of a list may begin after this text.
bool may_end_sentence(std::string_view before) {
  constexpr std::string_view kMarks = ".!?:;\"'()[]-*/\n\r";
  const std::size_t last = before.find_last_not_of(" \t");
  if (last == std::string_view::npos) {
    return true;
  }
  before = before.substr(0, last + 1);
  return kMarks.find(before.back()) != std::string_view::npos || is_general_punctuation(before);
}

}  // namespace

void WordCounter::begin_deed() {
  ++deed_;
  if (known_.size() > kMostKnownTerms) {
    known_.clear();
    held_.clear();
  }
}

void WordCounter::count(Count& count) const {
  if (count.last_deed != deed_) {
    count.last_deed = deed_;
    ++count.deeds;
  }
}

std::span<const WordCounter::Index> WordCounter::bases_of(const Writing& writing) const {
  return std::span(base_indices_).subspan(writing.first_base, writing.base_count);
}

std::uint32_t WordCounter::add(const Token& token,
                               std::string_view text,
                               Language language,
                               TextKind kind) {
  auto* known = known_.find(token.terms.get());
  if (known == nullptr) {
    known = &known_.insert(token.terms.get(), learn(token, text, language));
  }
  // The mark: the deed in which further occurrences change nothing.
  Writing& writing = writings_[known->number];
  if (known->mark == deed_) {
    return writing.word;
  }
  count(words_[writing.word]);
  for (const Index base : bases_of(writing)) {
    count(bases_[base]);
  }
  // Whether the capitals are the word's own, not those of where it stands.
  if (writing.capitals != Capitals::kSome || kind == TextKind::kName ||
      !may_end_sentence(text.substr(0, token.start))) {
    count(writing.telling);
    known->mark = deed_;
  }
  return writing.word;
}

WordCounter::Index WordCounter::learn(const Token& token,
                                      std::string_view text,
                                      Language language) {
  held_.push_back(token.terms);
  const std::string written = normalise(text.substr(token.start, token.end - token.start));
  assign_key(key_, written, language);
  const auto [entry, is_new] =
      writing_by_text_.try_emplace(key_, static_cast<Index>(writings_.size()));
  return is_new ? add_writing(written, *token.terms, language) : entry->second;
}

WordCounter::Index WordCounter::add_writing(std::string_view written,
                                            const TermList& terms,
                                            Language language) {
  Writing writing{.telling = {},
                  .word = word_of(written, language),
                  .first_base = static_cast<Index>(base_indices_.size()),
                  .capitals = to_lower(written) == written ? Capitals::kNone
                              : is_upper_case(written)     ? Capitals::kAll
                                                           : Capitals::kSome};
  for (const auto& term : terms) {
    if (term.kind == TermKind::kBaseForm && language == Language::kFinnish) {
      base_indices_.push_back(base_of(term.text));
      ++writing.base_count;
    }
  }
  writings_.push_back(writing);
  writing_texts_.emplace_back(written);
  return static_cast<Index>(writings_.size() - 1);
}

WordCounter::Index WordCounter::word_of(std::string_view written, Language language) {
  std::string folded = fold(written);
  assign_key(key_, folded, language);
  const auto [entry, is_new] = word_by_folded_.try_emplace(key_, static_cast<Index>(words_.size()));
  if (is_new) {
    words_.emplace_back();
    word_names_.push_back({.folded = std::move(folded), .language = language});
  }
  return entry->second;
}

WordCounter::Index WordCounter::base_of(const std::string& text) {
  const auto [entry, is_new] = base_by_text_.try_emplace(text, static_cast<Index>(bases_.size()));
  if (is_new) {
    bases_.emplace_back();
    base_texts_.push_back(text);
  }
  return entry->second;
}

// Puts together what several counters counted: no deed was counted by two of them.
class WordCounter::Merger {
 public:
  void add(const WordCounter& counter) {
    deeds_ += counter.deed_;
    std::vector<Index> words;
    words.reserve(counter.words_.size());
    for (std::size_t i = 0; i < counter.words_.size(); ++i) {
      const auto& [folded, language] = counter.word_names_[i];
      words.push_back(index_of(folded, language));
      words_[words.back()].deeds += counter.words_[i].deeds;
    }
    std::vector<Index> bases;
    bases.reserve(counter.bases_.size());
    for (std::size_t i = 0; i < counter.bases_.size(); ++i) {
      const std::string& text = counter.base_texts_[i];
      const std::string folded = fold(text);
      bases.push_back(index_of(folded, Language::kFinnish));
      words_[bases.back()].base_deeds += counter.bases_[i].deeds;
      std::string& abbreviation = signs_[bases.back()].abbreviation;
      if (text != folded && (abbreviation.empty() || text < abbreviation)) {
        abbreviation = text;
      }
    }
    for (std::size_t i = 0; i < counter.writings_.size(); ++i) {
      const Writing& writing = counter.writings_[i];
      const Index word = words[writing.word];
      add_writing(signs_[word],
                  {counter.writing_texts_[i], writing.capitals, writing.telling.deeds});
      for (const Index base : counter.bases_of(writing)) {
        add_once(words_[word].bases, bases[base]);
      }
    }
  }

  [[nodiscard]] WordList take() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      choose_writing(words_[i], signs_[i].writings);
    }
    let_forms_vote_on_bases();
    return WordList::of(words_, deeds_);
  }

 private:
  struct MergedWriting {
    std::string_view text;  // of the counter
    Capitals capitals = Capitals::kNone;
    std::uint32_t telling = 0;
  };
  // What tells how a word is written.
  struct Signs {
    std::vector<MergedWriting> writings;
    std::string abbreviation;             // its base form in capitals, if it is one
    std::uint32_t in_capitals = 0;        // deeds with forms that begin with a capital
    std::uint32_t in_lower_case = 0;      // and with others
    std::uint32_t in_inner_capitals = 0;  // with forms such as "Kanta-Hämeen"
  };

  Index index_of(const std::string& folded, Language language) {
    assign_key(key_, folded, language);
    const auto [entry, is_new] = by_folded_.try_emplace(key_, static_cast<Index>(words_.size()));
    if (is_new) {
      words_.push_back({.folded = folded, .word = {}, .language = language, .bases = {}});
      signs_.emplace_back();
    }
    return entry->second;
  }

  static void add_once(std::vector<Index>& indices, Index index) {
    if (std::find(indices.begin(), indices.end(), index) == indices.end()) {
      indices.push_back(index);
    }
  }

  static void add_writing(Signs& signs, const MergedWriting& writing) {
    const auto same = std::find_if(signs.writings.begin(),
                                   signs.writings.end(),
                                   [&](const auto& it) { return it.text == writing.text; });
    if (same == signs.writings.end()) {
      signs.writings.push_back(writing);
    } else {
      same->telling += writing.telling;
    }
  }

  // The one that most deeds show to be right; lower case where none does, or in doubt.
  static void choose_writing(CountedWord& word, const std::vector<MergedWriting>& writings) {
    if (writings.empty()) {
      return;
    }
    const auto rank = [](const MergedWriting& it) {
      return std::tuple(it.telling, -static_cast<int>(it.capitals), it.text);
    };
    const auto best =
        std::max_element(writings.begin(), writings.end(), [&](const auto& a, const auto& b) {
          return rank(a) < rank(b);
        });
    word.word = best->telling > 0 ? std::string(best->text) : to_lower(best->text);
  }

  // A base form that no deed writes has a capital when most of its forms do.
  void let_forms_vote_on_bases() {
    for (const auto& word : words_) {
      const bool is_in_lower_case = begins_in_lower_case(word.word);
      const bool has_inner_capital = capitalise_parts(word.word) == word.word;
      for (const Index base : word.bases) {
        Signs& signs = signs_[base];
        (is_in_lower_case ? signs.in_lower_case : signs.in_capitals) += word.deeds;
        signs.in_inner_capitals += has_inner_capital ? word.deeds : 0;
      }
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].word.empty()) {
        words_[i].word = as_forms_write(words_[i].folded, signs_[i]);
      }
    }
  }

  static std::string as_forms_write(const std::string& folded, const Signs& signs) {
    if (!signs.abbreviation.empty()) {
      return signs.abbreviation;
    }
    if (signs.in_inner_capitals > signs.in_lower_case) {
      return capitalise_parts(folded);
    }
    return signs.in_capitals > signs.in_lower_case ? capitalise(folded) : folded;
  }

  StringMap<Index> by_folded_;
  std::vector<CountedWord> words_;
  std::vector<Signs> signs_;  // of each word
  std::size_t deeds_ = 0;
  std::string key_;
};

WordList WordCounter::merge(const std::vector<WordCounter>& counters) {
  Merger merger;
  for (const auto& counter : counters) {
    merger.add(counter);
  }
  return merger.take();
}

}  // namespace kiertoon

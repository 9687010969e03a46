#include "search/similar/telling_words.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "analysis/text.h"
#include "search/index/deed_fields.h"
#include "search/index/schema.h"
#include "search/index/token_table.h"
#include "search/similar/deed_profile.h"

namespace kiertoon {
namespace {

// The hashes a term of a profile may have in a token table: a whole word is a part of itself in a
// profile, and has a class of its own there.
struct TermHashes {
  std::uint16_t own = 0;
  std::uint16_t whole_word = 0;
};

TermHashes hashes_of(std::string_view profile_term) {
  constexpr std::size_t kClassPrefix = 2;  // "p:"
  const std::string_view text = profile_term.substr(std::min(kClassPrefix, profile_term.size()));
  for (const auto& spec : kTermClasses) {
    if (profile_term.starts_with(spec.letter)) {
      const std::uint16_t own = term_hash(spec.term_class, text);
      return {.own = own,
              .whole_word =
                  spec.term_class == TermClass::kPart ? term_hash(TermClass::kBase, text) : own};
    }
  }
  return {};
}

// A word of the deed that may have a term.
struct Candidate {
  std::string_view word;
  bool is_whole = false;  // the term is the word's own base form, not a part of it
};

// Whole words first, and words in lower case, which do not begin a sentence.
bool is_better(const Candidate& a, const Candidate& b) {
  return a.is_whole != b.is_whole ? a.is_whole
                                  : begins_in_lower_case(a.word) && !begins_in_lower_case(b.word);
}

class WordFinder {
 public:
  WordFinder(const DeedRecord& record, Analyzer& analyzer) : record_(record), analyzer_(analyzer) {}

  struct Found {
    std::string_view word;
    std::shared_ptr<const TermList> terms;
  };

  // The best word that has the term.
  [[nodiscard]] std::optional<Found> word_with(std::string_view term) const {
    std::vector<Candidate> candidates = candidates_for(hashes_of(term));
    std::stable_sort(candidates.begin(), candidates.end(), is_better);
    for (const auto& candidate : candidates) {
      for (const auto& token : analyzer_.analyze(candidate.word, record_.deed.language)) {
        if (has(*token.terms, term)) {
          return Found{candidate.word.substr(token.start, token.end - token.start), token.terms};
        }
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::vector<Candidate> candidates_for(const TermHashes& wanted) const {
    std::vector<Candidate> candidates;
    const auto texts = running_texts(record_.deed);
    for (std::size_t i = 0; i < std::min(texts.size(), record_.tokens.size()); ++i) {
      for (const auto& place : record_.tokens[i].places) {
        const auto hashes = record_.tokens[i].hashes_of(place);
        const auto has_hash = [&](std::uint16_t hash) {
          return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
        };
        const bool is_whole = has_hash(wanted.whole_word);
        if (place.end <= texts[i].text.size() && (is_whole || has_hash(wanted.own))) {
          candidates.push_back(
              {texts[i].text.substr(place.start, place.end - place.start), is_whole});
        }
      }
    }
    return candidates;
  }

  [[nodiscard]] bool has(const TermList& terms, std::string_view wanted) const {
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
      return wanted.ends_with(term.text) && profile_term(term, record_.deed.language) == wanted;
    });
  }

  const DeedRecord& record_;
  Analyzer& analyzer_;
};

}  // namespace

std::vector<std::string> telling_words(const DeedRecord& record,
                                       const std::vector<std::string_view>& terms,
                                       std::size_t count,
                                       Analyzer& analyzer) {
  const WordFinder finder(record, analyzer);
  std::vector<std::string> words;
  std::set<std::string, std::less<>> shown;
  for (const std::string_view term : terms) {
    if (words.size() == count) {
      break;
    }
    const auto found = shown.contains(term) ? std::nullopt : finder.word_with(term);
    if (!found || !analyzer.is_telling(found->word, record.deed.language)) {
      continue;
    }
    bool is_new = true;
    for (const auto& own : *found->terms) {
      const bool is_shown = !shown.insert(profile_term(own, record.deed.language)).second;
      is_new &= !is_shown || own.kind != TermKind::kBaseForm;
    }
    if (is_new) {
      words.emplace_back(found->word);
    }
  }
  return words;
}

}  // namespace kiertoon

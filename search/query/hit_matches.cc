#include "search/query/hit_matches.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "analysis/text.h"
#include "search/index/deed_fields.h"

namespace kiertoon {
namespace {

constexpr std::size_t kHashes = 65536;

// Sorted, and of overlapping matches the longer one.
void tidy(std::vector<TextMatch>& matches) {
  std::sort(matches.begin(), matches.end(), [](const TextMatch& a, const TextMatch& b) {
    return std::tie(a.start, b.end, a.word) < std::tie(b.start, a.end, b.word);
  });
  std::vector<TextMatch> kept;
  for (const auto& match : matches) {
    if (kept.empty() || match.start >= kept.back().end) {
      kept.push_back(match);
    }
  }
  matches = std::move(kept);
}

// Whether a term of a text is what an alternative looks for. A whole word is a part of itself.
bool meets(const Term& term, const TermAlternative& alternative) {
  if (term.kind == TermKind::kSurfaceForm || term.text != alternative.text) {
    return false;
  }
  const TermClass term_class = class_of(term.kind, term.language);
  return term_class == alternative.term_class ||
         (term_class == TermClass::kBase && alternative.term_class == TermClass::kPart);
}

bool begins_with_any(std::string_view text, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
    return text.starts_with(prefix);
  });
}

}  // namespace

HitMatcher::HitMatcher(Analyzer& analyzer, const std::vector<PlannedWord>& words)
    : analyzer_(analyzer), words_(words), wanted_hashes_(kHashes, false) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const auto& alternative : words[i].alternatives) {
      wanted_hashes_[term_hash(alternative.term_class, alternative.text)] = true;
      wanted_hashes_[term_hash(TermClass::kBase, alternative.text)] = true;
    }
    for (const auto& phrase : words[i].phrases) {
      add_wanted(phrase, i);
    }
    has_prefixes_ = has_prefixes_ || !words[i].prefixes.empty();
  }
}

void HitMatcher::add_wanted(const PlannedPhrase& phrase, std::size_t word) {
  auto& wanted = phrases_.emplace_back(WantedPhrase{&phrase, word});
  for (const auto& alternatives : phrase.words) {
    auto& terms = wanted.words.emplace_back();
    for (const auto& term : alternatives) {
      terms.push_back({term_hash(term.term_class, term.text), &term});
    }
  }
}

void HitMatcher::add_phrase_matches(const std::vector<bool>& phrases,
                                    std::vector<std::optional<WordMatch>>& met) const {
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    const auto& [phrase, word, terms] = phrases_[i];
    if (phrases[i] && (!met[word] || phrase->kind < met[word]->how)) {
      met[word] = {words_[word].word, phrase->name, phrase->kind};
    }
  }
}

bool HitMatcher::may_match(std::string_view word, std::span<const std::uint16_t> hashes) const {
  if (std::any_of(hashes.begin(), hashes.end(), [this](std::uint16_t hash) {
        return wanted_hashes_[hash];
      })) {
    return true;
  }
  if (!has_prefixes_) {
    return false;
  }
  const std::string folded = fold(normalise(word));
  return std::any_of(words_.begin(), words_.end(), [&](const PlannedWord& planned) {
    return begins_with_any(folded, planned.prefixes);
  });
}

const std::vector<TextMatch>& HitMatcher::matches_of(std::string_view word, Language language) {
  auto& known = known_.at(static_cast<std::size_t>(language));
  const auto found = known.find(word);
  return found == known.end() ? known.emplace(word, find_matches(word, language)).first->second
                              : found->second;
}

// The whole word, or the part of it that the wanted term stands for.
std::vector<TextMatch> HitMatcher::find_matches(std::string_view word, Language language) const {
  std::vector<TextMatch> matches;
  for (const auto& token : analyzer_.analyze(word, language)) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto& planned = words_[i];
      for (const auto& term : *token.terms) {
        const bool is_met = std::any_of(planned.alternatives.begin(),
                                        planned.alternatives.end(),
                                        [&](const auto& it) { return meets(term, it); });
        if (is_met || begins_with_any(term.text, planned.prefixes)) {
          matches.push_back({token.start + term.begin, token.start + term.end, i});
        }
      }
    }
  }
  return matches;
}

std::vector<TextMatch> HitMatcher::matches_in(const MarkedTokens& tokens,
                                              std::vector<bool>& phrases) {
  std::vector<TextMatch> matches;
  for (const auto& place : tokens.tokens.places) {
    if (place.end > tokens.text.size()) {
      break;
    }
    const std::string_view word = tokens.word(place);
    if (may_match(word, tokens.tokens.hashes_of(place))) {
      for (const auto& match : matches_of(word, tokens.language)) {
        matches.push_back({place.start + match.start, place.start + match.end, match.word});
      }
    }
  }
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    if (add_phrase(phrases_[i], tokens, matches)) {
      phrases[i] = true;
    }
  }
  tidy(matches);
  return matches;
}

bool HitMatcher::add_phrase(const WantedPhrase& wanted,
                            const MarkedTokens& tokens,
                            std::vector<TextMatch>& matches) const {
  const auto& places = tokens.tokens.places;
  const std::size_t words = wanted.words.size();
  bool is_there = false;
  for (std::size_t first = 0; first + words <= places.size(); ++first) {
    if (places[first + words - 1].end > tokens.text.size()) {
      break;
    }
    if (stands_at(first, wanted, tokens)) {
      matches.push_back({places[first].start, places[first + words - 1].end, wanted.word});
      is_there = true;
    }
  }
  return is_there;
}

bool HitMatcher::stands_at(std::size_t place,
                           const WantedPhrase& wanted,
                           const MarkedTokens& tokens) const {
  return std::all_of(wanted.words.begin(), wanted.words.end(), [&](const auto& terms) {
    const TokenPlace& word = tokens.tokens.places[place++];
    const auto hashes = tokens.tokens.hashes_of(word);
    return std::any_of(terms.begin(), terms.end(), [&](const WantedTerm& it) {
      return std::find(hashes.begin(), hashes.end(), it.hash) != hashes.end() &&
             has_term(tokens.word(word), tokens.language, *it.term);
    });
  });
}

bool HitMatcher::has_term(std::string_view word,
                          Language language,
                          const TermAlternative& alternative) const {
  const auto tokens = analyzer_.analyze(word, language);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return std::any_of(token.terms->begin(), token.terms->end(), [&](const Term& term) {
      return meets(term, alternative);
    });
  });
}

HitMatches HitMatcher::find(const DeedRecord& record, std::vector<std::optional<WordMatch>> met) {
  HitMatches matches;
  const auto texts = running_texts(record.deed);
  matches.texts.resize(texts.size());
  if (words_.empty()) {
    return matches;
  }
  std::vector<bool> phrases(phrases_.size(), false);
  const std::size_t known = std::min(texts.size(), record.tokens.size());
  for (std::size_t i = 0; i < known; ++i) {
    matches.texts[i] = matches_in({texts[i].text, record.tokens[i], record.deed.language}, phrases);
  }
  add_phrase_matches(phrases, met);
  for (auto& match : met) {
    if (match) {
      matches.words.push_back(std::move(*match));
    }
  }
  return matches;
}

}  // namespace kiertoon

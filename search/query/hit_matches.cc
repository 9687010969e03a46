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
      add_wanted(alternative.term_class, alternative, i);
      if (alternative.term_class == TermClass::kPart) {
        add_wanted(TermClass::kBase, alternative, i);
      }
    }
    for (const auto& phrase : words[i].phrases) {
      add_wanted(phrase, i);
    }
    has_prefixes_ = has_prefixes_ || !words[i].prefixes.empty();
  }
}

void HitMatcher::add_wanted(TermClass met, const TermAlternative& term, std::size_t word) {
  const std::uint16_t hash = term_hash(met, term.text);
  wanted_.push_back({hash, &term, word});
  wanted_hashes_[hash] = true;
}

void HitMatcher::add_wanted(const PlannedPhrase& phrase, std::size_t word) {
  auto& wanted = phrases_.emplace_back(WantedPhrase{&phrase, word});
  for (const auto& alternatives : phrase.words) {
    auto& terms = wanted.words.emplace_back();
    for (const auto& term : alternatives) {
      terms.push_back({term_hash(term.term_class, term.text), &term, word});
    }
  }
  for (const auto& term : wanted.words.front()) {
    wanted_hashes_[term.hash] = true;
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

bool HitMatcher::begins_as_wanted(std::string_view word) const {
  const std::string folded = fold(normalise(word));
  return std::any_of(words_.begin(), words_.end(), [&](const PlannedWord& planned) {
    return begins_with_any(folded, planned.prefixes);
  });
}

std::vector<std::size_t> HitMatcher::candidates_in(const MarkedTokens& tokens) const {
  std::vector<std::size_t> candidates;
  const auto& [places, hashes] = tokens.tokens;
  for (std::size_t i = 0; i < places.size() && places[i].end <= tokens.text.size(); ++i) {
    const std::size_t end = places[i].first_hash + places[i].hash_count;
    std::size_t hash = places[i].first_hash;
    while (hash < end && !wanted_hashes_[hashes[hash]]) {
      ++hash;
    }
    if (hash < end || (has_prefixes_ && begins_as_wanted(tokens.word(places[i])))) {
      candidates.push_back(i);
    }
  }
  return candidates;
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
  const auto terms = analyzer_.terms_of(word, language);
  for (const auto& term : *terms) {
    const std::uint16_t hash = term_hash(class_of(term.kind, term.language), term.text);
    for (const auto& wanted : wanted_) {
      if (wanted.hash == hash && meets(term, *wanted.term)) {
        matches.push_back({term.begin, term.end, wanted.word});
      }
    }
    for (std::size_t i = 0; has_prefixes_ && i < words_.size(); ++i) {
      if (begins_with_any(term.text, words_[i].prefixes)) {
        matches.push_back({term.begin, term.end, i});
      }
    }
  }
  tidy(matches);
  return matches;
}

std::vector<TextMatch> HitMatcher::matches_in(const MarkedTokens& tokens,
                                              std::vector<bool>& phrases) {
  std::vector<TextMatch> matches;
  for (const std::size_t i : candidates_in(tokens)) {
    const TokenPlace& place = tokens.tokens.places[i];
    for (const auto& match : matches_of(tokens.word(place), tokens.language)) {
      matches.push_back({place.start + match.start, place.start + match.end, match.word});
    }
    add_phrases_at(i, tokens, matches, phrases);
  }
  tidy(matches);
  return matches;
}

void HitMatcher::add_phrases_at(std::size_t place,
                                const MarkedTokens& tokens,
                                std::vector<TextMatch>& matches,
                                std::vector<bool>& phrases) const {
  const auto& places = tokens.tokens.places;
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    const WantedPhrase& wanted = phrases_[i];
    const std::size_t last = place + wanted.words.size() - 1;
    if (last < places.size() && places[last].end <= tokens.text.size() &&
        stands_at(place, wanted, tokens)) {
      matches.push_back({places[place].start, places[last].end, wanted.word});
      phrases[i] = true;
    }
  }
}

// Analyses words only where the hashes of all agree.
bool HitMatcher::stands_at(std::size_t place,
                           const WantedPhrase& wanted,
                           const MarkedTokens& tokens) const {
  const auto all_words = [&](auto is_met) {
    return std::equal(wanted.words.begin(),
                      wanted.words.end(),
                      tokens.tokens.places.begin() + static_cast<std::ptrdiff_t>(place),
                      [&](const auto& terms, const TokenPlace& word) {
                        return std::any_of(terms.begin(), terms.end(), [&](const WantedTerm& it) {
                          return is_met(it, word);
                        });
                      });
  };
  return all_words([&](const WantedTerm& it, const TokenPlace& word) {
           const auto hashes = tokens.tokens.hashes_of(word);
           return std::find(hashes.begin(), hashes.end(), it.hash) != hashes.end();
         }) &&
         all_words([&](const WantedTerm& it, const TokenPlace& word) {
           return has_term(tokens.word(word), tokens.language, *it.term);
         });
}

bool HitMatcher::has_term(std::string_view word,
                          Language language,
                          const TermAlternative& alternative) const {
  const auto terms = analyzer_.terms_of(word, language);
  return std::any_of(
      terms->begin(), terms->end(), [&](const Term& term) { return meets(term, alternative); });
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

#include "search/hit_matches.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "search/deed_fields.h"

namespace kiertoon {
namespace {

// The token that holds a position, if this text has it.
std::optional<TokenPlace> token_at(const std::vector<TokenPlace>& tokens, std::uint32_t position) {
  const auto after = std::upper_bound(
      tokens.begin(), tokens.end(), position, [](std::uint32_t value, const TokenPlace& token) {
        return value < token.position;
      });
  if (after == tokens.begin()) {
    return std::nullopt;
  }
  // A hyphenated word takes several positions, never more than it has bytes.
  const TokenPlace& token = *(after - 1);
  return position - token.position < token.end - token.start ? std::optional(token) : std::nullopt;
}

// Sorted, and of overlapping matches the longer one.
void tidy(std::vector<TextMatch>& matches) {
  std::sort(matches.begin(), matches.end(), [](const TextMatch& a, const TextMatch& b) {
    return std::tie(a.start, b.end) < std::tie(b.start, a.end);
  });
  std::vector<TextMatch> kept;
  for (const auto& match : matches) {
    if (kept.empty() || match.start >= kept.back().end) {
      kept.push_back(match);
    }
  }
  matches = std::move(kept);
}

const TermClassSpec* class_of_term(std::string_view term) {
  const auto* spec =
      std::find_if(kTermClasses.begin(), kTermClasses.end(), [&](const TermClassSpec& it) {
        return it.letter == term.front();
      });
  return spec == kTermClasses.end() ? nullptr : spec;
}

}  // namespace

HitMatcher::HitMatcher(const Xapian::Database& database,
                       Analyzer& analyzer,
                       const std::vector<PlannedWord>& words)
    : database_(database), analyzer_(analyzer), words_(words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const auto& alternative : words[i].alternatives) {
      wanted_.push_back({alternative.term, i, &alternative});
    }
    if (!words[i].prefix.empty()) {
      for (const auto& spec : kTermClasses) {
        wanted_.push_back({index_term(spec.term_class, words[i].prefix), i, nullptr});
      }
    }
  }
  std::sort(
      wanted_.begin(), wanted_.end(), [](const auto& a, const auto& b) { return a.term < b.term; });
}

std::vector<HitMatcher::MetTerm> HitMatcher::met_terms(Xapian::docid document) const {
  std::vector<MetTerm> met;
  auto term = database_.termlist_begin(document);
  const auto end = database_.termlist_end(document);
  for (const auto& wanted : wanted_) {
    term.skip_to(wanted.term);
    if (term == end) {
      break;
    }
    if (wanted.alternative != nullptr) {
      if (*term == wanted.term) {
        const auto& alternative = *wanted.alternative;
        met.push_back(
            {wanted.term, alternative.text, alternative.term_class, alternative.kind, wanted.word});
      }
      continue;
    }
    auto expanded = database_.termlist_begin(document);
    for (expanded.skip_to(wanted.term); expanded != end && (*expanded).starts_with(wanted.term);
         ++expanded) {
      const auto* spec = class_of_term(*expanded);
      met.push_back(
          {*expanded, (*expanded).substr(2), spec->term_class, MatchKind::kPrefix, wanted.word});
    }
  }
  return met;
}

// The place of the token, or of the part of it that the term stands for.
TextMatch HitMatcher::match_in(std::string_view text,
                               Language language,
                               const TokenPlace& place,
                               const MetTerm& met) const {
  TextMatch match{place.start, place.end, met.word};
  if (met.term_class != TermClass::kPart) {
    return match;
  }
  const std::string_view surface = text.substr(place.start, place.end - place.start);
  for (const auto& token : analyzer_.analyze(surface, language)) {
    for (const auto& term : *token.terms) {
      if (term.text == met.text &&
          (term.kind == TermKind::kWordPart || term.kind == TermKind::kRoot)) {
        match.start = place.start + token.start + term.begin;
        match.end = place.start + token.start + term.end;
        return match;
      }
    }
  }
  return match;
}

void HitMatcher::locate(Xapian::docid document,
                        const MetTerm& met,
                        const DeedRecord& record,
                        HitMatches& matches) const {
  const auto texts = running_texts(record.deed);
  const std::size_t count = std::min(texts.size(), record.tokens.size());
  std::size_t text = 0;
  const auto end = database_.positionlist_end(document, met.term);
  for (auto position = database_.positionlist_begin(document, met.term); position != end;
       ++position) {
    for (; text < count; ++text) {
      const auto& tokens = record.tokens[text];
      if (!tokens.empty() &&
          *position < tokens.back().position + (tokens.back().end - tokens.back().start)) {
        break;
      }
    }
    if (text == count) {
      return;
    }
    const auto place = token_at(record.tokens[text], *position);
    if (place && place->end <= texts[text].text.size()) {
      matches.texts[text].push_back(match_in(texts[text].text, record.deed.language, *place, met));
    }
  }
}

HitMatches HitMatcher::find(Xapian::docid document, const DeedRecord& record) const {
  HitMatches matches;
  matches.texts.resize(running_texts(record.deed).size());
  std::vector<std::optional<MetTerm>> surest(words_.size());
  for (auto& met : met_terms(document)) {
    locate(document, met, record, matches);
    auto& best = surest[met.word];
    if (!best || met.kind < best->kind) {
      best = std::move(met);
    }
  }
  for (auto& text : matches.texts) {
    tidy(text);
  }
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (surest[i]) {
      matches.words.push_back({words_[i].word, surest[i]->text, surest[i]->kind});
    }
  }
  return matches;
}

}  // namespace kiertoon

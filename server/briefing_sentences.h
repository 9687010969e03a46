#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/language.h"
#include "search/deed/vocabulary.h"
#include "search/report/briefing.h"
#include "server/statistics_texts.h"

namespace kiertoon {

// Words of a list, with commas.
[[nodiscard]] std::string listed(const std::vector<std::string>& words);

// What all forms of a briefing say in one language. Texts are plain: who writes them into a form
// escapes them. All that is given must outlive this.
class BriefingSentences {
 public:
  BriefingSentences(const Briefing& briefing, const Vocabulary& vocabulary, Language language);

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string_view operator()(const Translated& text) const {
    return text.in(language_);
  }
  [[nodiscard]] std::string label(Facet facet, std::string_view value) const {
    return vocabulary_.label(facet, value, language_);
  }

  // "78 %"; shares are from 0 to 1. whole_percent() is 78.
  [[nodiscard]] std::string percent(double share) const;
  [[nodiscard]] static int whole_percent(double share);
  [[nodiscard]] std::string day(std::chrono::year_month_day day) const;
  // The day it was published, or that it has none; the year alone.
  [[nodiscard]] std::string published(const DeedFacts& deed) const;
  [[nodiscard]] std::string year(const DeedFacts& deed) const;

  // "Kuusarannan kaupunki, Koski Oy (kumppani)".
  [[nodiscard]] std::string organisations(const DeedFacts& deed) const;
  [[nodiscard]] std::string themes(const std::vector<std::string>& slugs) const;
  [[nodiscard]] std::string theme(const ThemeGroup& group) const;
  [[nodiscard]] std::string sectors(const DeedFacts& deed) const;
  // "voittaja 2023 (Työhyvinvointi)".
  [[nodiscard]] std::string awards(const DeedFacts& deed) const;
  [[nodiscard]] std::string_view closeness(Closeness closeness) const;
  [[nodiscard]] std::string_view version(VersionKind kind) const;
  // "”Otsikko” (Kuusarannan kaupunki, 2021)".
  [[nodiscard]] std::string deed(const DeedFacts& deed) const;

  // From 1; nothing when the deed is no candidate.
  [[nodiscard]] std::optional<std::size_t> number(const DeedFacts& deed) const;

  [[nodiscard]] std::string novelty(const BriefedDeed& candidate) const;
  // "2021 Otsikko → 2023 tämä teko": its chain, with the candidate in its place.
  [[nodiscard]] std::string chain(const BriefedDeed& candidate) const;
  // What a neighbour and the candidate have in common, and what it has won.
  [[nodiscard]] std::string reasons(const BriefedNeighbour& neighbour) const;
  [[nodiscard]] std::string warning(const BriefingWarning& warning) const;
  // "vuosi: 2025; teema: Digitalisaatio, Viestintä".
  [[nodiscard]] std::string request() const;
  [[nodiscard]] std::string date() const;

 private:
  // "12 (”Otsikko”)".
  [[nodiscard]] std::string named(std::size_t candidate) const;
  [[nodiscard]] std::string quoted(std::string_view title) const;

  const Briefing& briefing_;
  const Vocabulary& vocabulary_;
  Language language_;
  std::map<const DeedFacts*, std::size_t> numbers_;
};

// "2021", "2021..2024", "2021.." or "..2024", as requests have it.
[[nodiscard]] std::string text_of(const YearRange& years);

}  // namespace kiertoon

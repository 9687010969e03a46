#include "search/words/suggest_names.h"

#include <string_view>
#include <utility>

namespace kiertoon {
namespace {

// Of a name that is not shown where another one of the same goes on like what is typed: less than
// any of those has.
constexpr std::size_t kLeastWeight = 1;

SuggestNames::Counts counts_of(const std::vector<FacetCounts>& all, Facet facet) {
  SuggestNames::Counts counts;
  for (const auto& one : all) {
    for (const auto& value : one.values) {
      if (one.facet == facet) {
        counts.emplace(value.value, value.count);
      }
    }
  }
  return counts;
}

std::size_t count_of(const SuggestNames::Counts& counts, std::string_view value) {
  const auto found = counts.find(value);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

SuggestNames::SuggestNames(const Snapshot& snapshot, const Vocabulary& vocabulary) {
  const auto counts = snapshot.counts();
  add_themes(counts_of(*counts, Facet::kTheme), vocabulary);
  const auto organisations = counts_of(*counts, Facet::kOrganisation);
  add_organisations(organisations, vocabulary);
  add_other_organisations(snapshot.completions().organisations, organisations, vocabulary);
  organisations_ =
      CompletionTable(std::exchange(organisation_texts_, {}), CompletionStarts::kAnyWord);
}

void SuggestNames::add(Name name,
                       std::string text,
                       std::size_t weight,
                       std::vector<CompletionText>& texts) {
  // The names of a value follow each other.
  for (auto it = texts.rbegin(); it != texts.rend() && names_[it->tag].value == name.value; ++it) {
    if (it->text == text) {
      return;
    }
  }
  texts.push_back({.text = std::move(text),
                   .weight = static_cast<std::uint32_t>(weight),
                   .tag = static_cast<std::uint32_t>(names_.size())});
  names_.push_back(std::move(name));
}

void SuggestNames::add_label(const Label& label,
                             const Name& name,
                             std::size_t count,
                             std::vector<CompletionText>& texts) {
  for (const Language language : kLanguages) {
    add({name.facet, name.value, language}, std::string(label.in(language)), count, texts);
  }
}

void SuggestNames::add_themes(const Counts& counts, const Vocabulary& vocabulary) {
  std::vector<CompletionText> texts;
  for (const auto& theme : vocabulary.themes()) {
    if (const std::size_t count = count_of(counts, theme.slug); count > 0) {
      add_label(theme.label, {.facet = Facet::kTheme, .value = theme.slug}, count, texts);
    }
  }
  themes_ = CompletionTable(texts, CompletionStarts::kAnyWord);
}

void SuggestNames::add_organisations(const Counts& counts, const Vocabulary& vocabulary) {
  auto& texts = organisation_texts_;
  for (const auto& known : vocabulary.organisations()) {
    const std::size_t count = count_of(counts, known.slug);
    if (count == 0) {
      continue;
    }
    const Name name{.facet = Facet::kOrganisation, .value = known.slug};
    const std::size_t weight = kLeastWeight + count;
    add_label(known.label, name, weight, texts);
    add({name.facet, name.value, Language::kFinnish}, known.official_fi, weight, texts);
    if (!known.official_sv.empty()) {
      add({name.facet, name.value, Language::kSwedish}, known.official_sv, weight, texts);
    }
    for (const auto& other : known.other_names) {
      add({name.facet, name.value, other.language}, other.text, kLeastWeight, texts);
    }
  }
}

void SuggestNames::add_other_organisations(const CompletionTable& organisations,
                                           const Counts& counts,
                                           const Vocabulary& vocabulary) {
  for (std::uint32_t entry = 0; entry < organisations.size(); ++entry) {
    std::string text(organisations.text(entry));
    std::string slug = vocabulary.organisation_slug(text);
    if (const std::size_t count = count_of(counts, slug); count > 0) {
      add({.facet = Facet::kOrganisation, .value = std::move(slug)},
          std::move(text),
          count,
          organisation_texts_);
    }
  }
}

}  // namespace kiertoon

#include "search/deed/vocabulary.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "analysis/text.h"
#include "analysis/transliteration.h"
#include "base/tsv.h"

namespace kiertoon {
namespace {

// Columns of the organisations' files; the county stands in the municipalities' alone.
enum OrganisationColumn : std::size_t {
  kSlug,
  kType,
  kFi,
  kSv,
  kEn,
  kOfficialFi,
  kOfficialSv,
  kCounty
};

constexpr std::array<std::string_view, 3> kOrganisationFiles{
    "municipalities.tsv", "counties.tsv", "organisations_example.tsv"};

std::string place(const std::filesystem::path& path, const TsvRow& row) {
  return path.string() + ":" + std::to_string(row.line);
}

Label label_from(const TsvRow& row, std::size_t first_column) {
  return {.fi = std::string(row.cell(first_column)),
          .sv = std::string(row.cell(first_column + 1)),
          .en = std::string(row.cell(first_column + 2))};
}

Expected<std::vector<VocabularyEntry>> load_entries(const std::filesystem::path& path) {
  const auto rows = read_tsv(path, "slug");
  if (!rows) {
    return tl::unexpected(rows.error());
  }
  std::vector<VocabularyEntry> entries;
  for (const auto& row : *rows) {
    entries.push_back({.slug = std::string(row.cell(0)), .label = label_from(row, 1)});
    const auto& added = entries.back();
    if (added.slug.empty() || added.label.fi.empty()) {
      return fail(ErrorCode::kInvalidData, place(path, row) + ": slug and Finnish name are needed");
    }
    if (std::any_of(entries.begin(), entries.end() - 1, [&](const VocabularyEntry& entry) {
          return entry.slug == added.slug;
        })) {
      return fail(ErrorCode::kInvalidData, place(path, row) + ": a second entry " + added.slug);
    }
  }
  return entries;
}

std::optional<int> year_from(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(year)
                                                                  : std::nullopt;
}

Expected<std::vector<Programme>> load_programmes(const std::filesystem::path& path) {
  const auto rows = read_tsv(path, "slug");
  if (!rows) {
    return tl::unexpected(rows.error());
  }
  std::vector<Programme> programmes;
  for (const auto& row : *rows) {
    const auto first_year = year_from(row.cell(1));
    const auto last_year = year_from(row.cell(2));
    if (!first_year || (!last_year && !row.cell(2).empty())) {
      return fail(
          ErrorCode::kInvalidData,
          place(path, row) + ": \"" + std::string(row.cell(first_year ? 2 : 1)) + "\" is no year");
    }
    programmes.push_back({.slug = std::string(row.cell(0)),
                          .first_year = *first_year,
                          .last_year = last_year,
                          .label = label_from(row, 3)});
    if (programmes.back().slug.empty() || programmes.back().label.fi.empty()) {
      return fail(ErrorCode::kInvalidData, place(path, row) + ": slug and Finnish name are needed");
    }
  }
  return programmes;
}

std::string name_key(std::string_view name) {
  return fold(normalise(strip(name)));
}

template <typename Entry>
const Label* find_label(const std::vector<Entry>& entries, std::string_view slug) {
  const auto found = std::find_if(
      entries.begin(), entries.end(), [&](const Entry& entry) { return entry.slug == slug; });
  return found == entries.end() ? nullptr : &found->label;
}

// Names of what has no file of its own.
const Label* built_in_label(Facet facet, std::string_view value) {
  static const std::array<VocabularyEntry, 6> entries{{
      {"fi", {"suomi", "finska", "Finnish"}},
      {"sv", {"ruotsi", "svenska", "Swedish"}},
      {"en", {"englanti", "engelska", "English"}},
      {"winner", {"voittaja", "vinnare", "winner"}},
      {"honourable_mention", {"kunniamaininta", "hedersomnämnande", "honourable mention"}},
      {"finalist", {"finalisti", "finalist", "finalist"}},
  }};
  if (facet != Facet::kLanguage && facet != Facet::kAward) {
    return nullptr;
  }
  const auto* found = std::find_if(
      entries.begin(), entries.end(), [&](const auto& entry) { return entry.slug == value; });
  return found == entries.end() ? nullptr : &found->label;
}

// The letters and digits of ASCII, å, ä and ö without their dots, with one hyphen for what stands
// between.
std::string ascii_slug(std::string_view folded) {
  std::string slug;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto c = static_cast<unsigned char>(folded[i]);
    const std::string_view rest = folded.substr(i);
    if (std::isalnum(c) != 0 && c < 0x80) {
      slug += static_cast<char>(c);
    } else if (rest.starts_with("ä") || rest.starts_with("å")) {
      slug += 'a';
    } else if (rest.starts_with("ö")) {
      slug += 'o';
    } else if (c < 0x80 && !slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (!slug.empty() && slug.back() == '-') {
    slug.pop_back();
  }
  return slug;
}

// FNV-1a of 32 bits (Fowler, Noll, Vo), as hexadecimal digits.
std::string hash_digits(std::string_view text) {
  constexpr std::uint32_t kOffsetBasis = 2166136261U;
  constexpr std::uint32_t kPrime = 16777619U;
  std::uint32_t hash = kOffsetBasis;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  }
  return fmt::format("{:08x}", hash);
}

}  // namespace

std::string_view Label::in(Language language) const {
  if (language == Language::kSwedish && !sv.empty()) {
    return sv;
  }
  if (language == Language::kEnglish && !en.empty()) {
    return en;
  }
  return fi;
}

std::string slug_of(std::string_view name) {
  const std::string key = name_key(name);
  std::string slug = ascii_slug(key);
  if (key.empty() || (!slug.empty() && !has_other_script(key))) {
    return slug;
  }
  slug = ascii_slug(to_lower(transliterate(key)));
  return slug.empty() ? hash_digits(key) : slug + '-' + hash_digits(key);
}

Expected<Vocabulary> Vocabulary::load(const std::filesystem::path& folder) {
  Vocabulary vocabulary;
  auto themes = load_entries(folder / "themes.tsv");
  auto sectors = load_entries(folder / "sectors.tsv");
  auto types = load_entries(folder / "organisation_types.tsv");
  auto programmes = load_programmes(folder / "programmes.tsv");
  for (const auto* loaded : {&themes, &sectors, &types}) {
    if (!*loaded) {
      return tl::unexpected(loaded->error());
    }
  }
  if (!programmes) {
    return tl::unexpected(programmes.error());
  }
  vocabulary.themes_ = std::move(*themes);
  vocabulary.sectors_ = std::move(*sectors);
  vocabulary.organisation_types_ = std::move(*types);
  vocabulary.programmes_ = std::move(*programmes);
  for (const auto file : kOrganisationFiles) {
    if (auto loaded = vocabulary.load_organisations(folder / file); !loaded) {
      return tl::unexpected(loaded.error());
    }
  }
  if (auto loaded = vocabulary.load_other_names(folder / "organisation_names.tsv"); !loaded) {
    return tl::unexpected(loaded.error());
  }
  return vocabulary;
}

Expected<void> Vocabulary::load_organisations(const std::filesystem::path& path) {
  const auto rows = read_tsv(path, "slug");
  if (!rows) {
    return tl::unexpected(rows.error());
  }
  for (const auto& row : *rows) {
    const auto type = organisation_type_from(row.cell(kType));
    if (!type) {
      return fail(ErrorCode::kInvalidData,
                  place(path, row) + ": \"" + std::string(row.cell(kType)) +
                      "\" is not a type of organisation");
    }
    KnownOrganisation organisation{.slug = std::string(row.cell(kSlug)),
                                   .type = *type,
                                   .label = label_from(row, kFi),
                                   .official_fi = std::string(row.cell(kOfficialFi)),
                                   .official_sv = std::string(row.cell(kOfficialSv)),
                                   .county = std::string(row.cell(kCounty))};
    if (organisation.slug.empty() || organisation.label.fi.empty()) {
      return fail(ErrorCode::kInvalidData, place(path, row) + ": slug and Finnish name are needed");
    }
    const std::size_t index = organisations_.size();
    if (!organisation_by_slug_.emplace(organisation.slug, index).second) {
      return fail(ErrorCode::kInvalidData,
                  place(path, row) + ": a second organisation " + organisation.slug);
    }
    for (const auto& name : {organisation.label.fi,
                             organisation.label.sv,
                             organisation.label.en,
                             organisation.official_fi,
                             organisation.official_sv}) {
      if (!name.empty()) {
        organisation_by_name_.emplace(name_key(name), index);
      }
    }
    organisations_.push_back(std::move(organisation));
  }
  return {};
}

// Columns: slug of an organisation, Finnish names, Swedish names.
Expected<void> Vocabulary::load_other_names(const std::filesystem::path& path) {
  const auto rows = read_tsv(path, "slug");
  if (!rows) {
    return tl::unexpected(rows.error());
  }
  for (const auto& row : *rows) {
    const auto known = organisation_by_slug_.find(std::string(row.cell(kSlug)));
    if (known == organisation_by_slug_.end()) {
      return fail(
          ErrorCode::kInvalidData,
          place(path, row) + ": there is no organisation \"" + std::string(row.cell(kSlug)) + "\"");
    }
    for (const Language language : {Language::kFinnish, Language::kSwedish}) {
      for (const auto name : split_list(row.cell(1 + static_cast<std::size_t>(language)))) {
        organisations_[known->second].other_names.push_back({std::string(name), language});
      }
    }
  }
  return {};
}

const KnownOrganisation* Vocabulary::find_organisation(std::string_view name) const {
  const auto found = organisation_by_name_.find(name_key(name));
  return found == organisation_by_name_.end() ? nullptr : &organisations_[found->second];
}

std::string Vocabulary::organisation_slug(std::string_view name) const {
  const auto* known = find_organisation(name);
  return known == nullptr ? slug_of(name) : known->slug;
}

std::string Vocabulary::label(Facet facet, std::string_view value, Language language) const {
  const Label* label = built_in_label(facet, value);
  if (facet == Facet::kTheme) {
    label = find_label(themes_, value);
  } else if (facet == Facet::kSector) {
    label = find_label(sectors_, value);
  } else if (facet == Facet::kOrganisationType) {
    label = find_label(organisation_types_, value);
  } else if (facet == Facet::kProgramme) {
    label = find_label(programmes_, value);
  } else if (facet == Facet::kOrganisation) {
    const auto found = organisation_by_slug_.find(std::string(value));
    label = found == organisation_by_slug_.end() ? nullptr : &organisations_[found->second].label;
  }
  return std::string(label == nullptr ? value : label->in(language));
}

bool Vocabulary::has_theme(std::string_view slug) const {
  return find_label(themes_, slug) != nullptr;
}
bool Vocabulary::has_sector(std::string_view slug) const {
  return find_label(sectors_, slug) != nullptr;
}

std::string Vocabulary::programme_of(int year) const {
  for (const auto& programme : programmes_) {
    if (year >= programme.first_year && year <= programme.last_year.value_or(year)) {
      return programme.slug;
    }
  }
  return {};
}

}  // namespace kiertoon

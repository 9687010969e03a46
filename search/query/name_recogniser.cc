#include "search/query/name_recogniser.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/tsv.h"
#include "search/deed/deed.h"

namespace kiertoon {
namespace {

constexpr std::string_view kHeader = "kind";
constexpr std::size_t kYearDigits = 4;

bool has_value(const FacetColumns& columns, Facet facet, std::string_view value) {
  const auto& values = columns.values(facet);
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_year(std::string_view text) {
  return text.size() == kYearDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_award_kind(std::string_view text) {
  return text == name_of(AwardKind::kWinner) || text == name_of(AwardKind::kHonourableMention) ||
         text == name_of(AwardKind::kFinalist);
}

// "Kuusarannan" of "Kuusarannan kaupunki": what stands before another word, and of a name that the
// dictionary does not know leads to no base form.
std::string_view genitive_of(const KnownOrganisation& organisation) {
  const bool is_area = organisation.type == OrganisationType::kMunicipality ||
                       organisation.type == OrganisationType::kWellbeingCounty;
  const std::string_view official = organisation.official_fi;
  const std::size_t last_space = official.rfind(' ');
  return is_area && last_space != std::string_view::npos ? official.substr(0, last_space)
                                                         : std::string_view();
}

void add_names(NameTableBuilder& names, const KnownOrganisation& organisation, std::uint32_t id) {
  names.add(organisation.label.fi, Language::kFinnish, id);
  names.add(organisation.official_fi, Language::kFinnish, id);
  names.add(organisation.label.in(Language::kSwedish), Language::kSwedish, id);
  names.add(organisation.official_sv, Language::kSwedish, id);
  names.add(organisation.label.in(Language::kEnglish), Language::kEnglish, id);
  names.add(genitive_of(organisation), Language::kFinnish, id);
  for (const auto& [name, language] : organisation.other_names) {
    names.add(name, language, id);
  }
}

Expected<void> add_award_words(NameTableBuilder& names, const TsvRow& row, std::uint32_t id) {
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    for (const std::string_view name : split_list(row.cell(i + 1))) {
      if (!names.add(name, kLanguages.at(i), id)) {
        return fail(ErrorCode::kInvalidData,
                    ":" + std::to_string(row.line) + ": \"" + std::string(name) +
                        "\" has no word, or too many");
      }
    }
  }
  return {};
}

std::string text_of(const QueryRun& run, const NameTable::Match& match) {
  std::string text(run[match.first].text);
  for (std::size_t i = 1; i < match.count; ++i) {
    text += " " + std::string(run[match.first + i].text);
  }
  return text;
}

}  // namespace

Expected<NameRecogniser> NameRecogniser::create(const Vocabulary& vocabulary,
                                                const std::filesystem::path& folder) {
  auto names = NameTableBuilder::create();
  if (!names) {
    return tl::unexpected(names.error());
  }
  NameRecogniser recogniser;
  const auto add_target = [&](Facet facet, std::string_view value) {
    recogniser.targets_.push_back({facet, std::string(value)});
    return static_cast<std::uint32_t>(recogniser.targets_.size() - 1);
  };
  for (const auto& organisation : vocabulary.organisations()) {
    add_names(**names, organisation, add_target(Facet::kOrganisation, organisation.slug));
  }
  const auto file = folder / "award_words.tsv";
  const auto rows = read_tsv(file, kHeader);
  if (!rows) {
    return tl::unexpected(rows.error());
  }
  for (const auto& row : *rows) {
    if (!is_award_kind(row.cell(0))) {
      return fail(ErrorCode::kInvalidData,
                  file.string() + ":" + std::to_string(row.line) + ": \"" +
                      std::string(row.cell(0)) + "\" is no kind of award");
    }
    if (const auto added = add_award_words(**names, row, add_target(Facet::kAward, row.cell(0)));
        !added) {
      return fail(added.error().code, file.string() + added.error().message);
    }
  }
  recogniser.names_ = (*names)->take();
  return recogniser;
}

NameRecogniser::Recognised NameRecogniser::recognise(const QueryRun& run,
                                                     const FacetColumns& columns) const {
  std::vector<Token> tokens;
  std::vector<bool> covered;
  Recognised recognised;
  for (const auto& word : run) {
    tokens.push_back(word.token);
    const bool is_named_year = is_year(word.text) && has_value(columns, Facet::kYear, word.text);
    covered.push_back(word.is_stop_word || is_named_year);
    if (is_named_year) {
      recognised.names.push_back({std::string(word.text), Facet::kYear, std::string(word.text)});
    }
  }
  NameTable::Match last{.first = 0, .count = 0};
  for (const auto& match : names_.find(tokens)) {
    const Target& target = targets_[match.id];
    const bool is_same_place = match.first == last.first && match.count == last.count;
    if ((match.first < last.first + last.count && !is_same_place) ||
        !has_value(columns, target.facet, target.value)) {
      continue;
    }
    last = match;
    std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(match.first), match.count, true);
    const RecognisedName name{text_of(run, match), target.facet, target.value};
    if (std::find(recognised.names.begin(), recognised.names.end(), name) ==
        recognised.names.end()) {
      recognised.names.push_back(name);
    }
  }
  recognised.is_whole_run = !recognised.names.empty() &&
                            std::all_of(covered.begin(), covered.end(), [](bool it) { return it; });
  return recognised;
}

}  // namespace kiertoon

#include "search/index/deed_facts.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "search/index/deed_fields.h"

namespace kiertoon {
namespace {

// Whether one of the items is among the wanted values. Nothing wanted: no filter.
template <typename Items, typename ValueOf>
bool has_any(const std::vector<std::string>& wanted, const Items& items, ValueOf value_of) {
  return wanted.empty() || std::any_of(items.begin(), items.end(), [&](const auto& item) {
           return std::find(wanted.begin(), wanted.end(), value_of(item)) != wanted.end();
         });
}

bool has_any(const std::vector<std::string>& wanted, const std::vector<std::string>& values) {
  return has_any(
      wanted, values, [](const std::string& value) -> std::string_view { return value; });
}

bool has_organisations(const DeedFacts& deed, const Filters& filters) {
  const auto slug = [](const HitOrganisation& one) -> std::string_view { return one.slug; };
  const auto type = [](const HitOrganisation& one) { return name_of(one.type); };
  return has_any(filters.of(Facet::kOrganisation), deed.organisations, slug) &&
         has_any(filters.of(Facet::kOrganisationType), deed.organisations, type);
}

bool is_of_years(const DeedFacts& deed, const std::vector<YearRange>& years) {
  return years.empty() ||
         (deed.published && std::any_of(years.begin(), years.end(), [&](const YearRange& range) {
            return range.contains(static_cast<int>(deed.published->year()));
          }));
}

bool is_in(const std::vector<std::string>& wanted, std::string_view value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

}  // namespace

DeedFacts facts_of(std::uint32_t document, const Deed& deed, const Vocabulary& vocabulary) {
  FacetValues values = facet_values(deed, vocabulary);
  const auto& programmes = values.at(index_of(Facet::kProgramme));
  DeedFacts facts{.document = document,
                  .id = deed.id,
                  .url = deed.url,
                  .language = deed.language,
                  .title = deed.title,
                  .organisations = {},
                  .themes = deed.themes,
                  .sectors = deed.sectors,
                  .keywords = std::move(values.at(index_of(Facet::kKeyword))),
                  .programme = programmes.empty() ? std::string() : programmes.front(),
                  .published = deed.published,
                  .modified = deed.modified,
                  .awards = deed.awards};
  facts.keywords.shrink_to_fit();
  facts.organisations.reserve(deed.organisations.size());
  for (const auto& organisation : deed.organisations) {
    facts.organisations.push_back({.slug = vocabulary.organisation_slug(organisation.name),
                                   .name = organisation.name,
                                   .type = organisation.type,
                                   .role = organisation.role});
  }
  return facts;
}

bool matches(const DeedFacts& deed, const Filters& filters) {
  const auto kind = [](const Award& award) { return name_of(award.kind); };
  return is_of_years(deed, filters.years) && is_in(filters.of(Facet::kProgramme), deed.programme) &&
         is_in(filters.of(Facet::kLanguage), language_code(deed.language)) &&
         has_any(filters.of(Facet::kTheme), deed.themes) &&
         has_any(filters.of(Facet::kSector), deed.sectors) &&
         has_any(filters.of(Facet::kKeyword), deed.keywords) &&
         has_any(filters.of(Facet::kAward), deed.awards, kind) && has_organisations(deed, filters);
}

Catalogue::Catalogue(std::vector<DeedFacts> deeds)
    : deeds_(std::move(deeds)), by_id_(deeds_.size()) {
  std::sort(deeds_.begin(), deeds_.end(), [](const DeedFacts& a, const DeedFacts& b) {
    return a.document < b.document;
  });
  std::iota(by_id_.begin(), by_id_.end(), 0U);
  std::sort(by_id_.begin(), by_id_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return deeds_[a].id < deeds_[b].id;
  });
}

Catalogue Catalogue::load(const DeedStore& store, const Vocabulary& vocabulary) {
  std::vector<DeedFacts> deeds;
  deeds.reserve(store.deed_count());
  for (std::uint32_t document = 1; document <= store.deed_count(); ++document) {
    deeds.push_back(facts_of(document, store.deed(document), vocabulary));
  }
  return Catalogue(std::move(deeds));
}

const DeedFacts* Catalogue::find(std::string_view id) const {
  const auto found = std::lower_bound(
      by_id_.begin(), by_id_.end(), id, [this](std::uint32_t position, std::string_view wanted) {
        return deeds_[position].id < wanted;
      });
  return found != by_id_.end() && deeds_[*found].id == id ? &deeds_[*found] : nullptr;
}

const DeedFacts* Catalogue::find_document(std::uint32_t document) const {
  const auto found = std::lower_bound(
      deeds_.begin(), deeds_.end(), document, [](const DeedFacts& deed, std::uint32_t wanted) {
        return deed.document < wanted;
      });
  return found != deeds_.end() && found->document == document ? &*found : nullptr;
}

}  // namespace kiertoon

#include "tests/search/report/campaign_deeds.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

HitOrganisation organisation(const std::string& name,
                             OrganisationType type,
                             OrganisationRole role = OrganisationRole::kLead) {
  return {
      .slug = test_vocabulary()->organisation_slug(name), .name = name, .type = type, .role = role};
}

// "Kunta 1", "Kunta 2", ... of one type.
Organisations numbered(std::string_view name, OrganisationType type, std::size_t count) {
  Organisations organisations;
  for (std::size_t i = 1; i <= count; ++i) {
    organisations.push_back(organisation(fmt::format("{} {}", name, i), type));
  }
  return organisations;
}

Organisations together(Organisations some, const Organisations& others) {
  some.insert(some.end(), others.begin(), others.end());
  return some;
}

// The deeds of one year as they come in.
class Year {
 public:
  explicit Year(int year) : year_(year) {}

  // `count` deeds, each of one of the organisations in turn.
  Year& deeds(std::size_t count, const Organisations& organisations) {
    for (std::size_t i = 0; i < count; ++i) {
      add(deeds_.size() % 12 + 1, {organisations[i % organisations.size()]});
    }
    return *this;
  }

  Year& deeds_in_month(std::size_t month, std::size_t count, const HitOrganisation& one) {
    for (std::size_t i = 0; i < count; ++i) {
      add(month, {one});
    }
    return *this;
  }

  // Gives the first `count` deeds an award each, in each of the categories in turn, and the very
  // first a second one.
  std::vector<DeedFacts> awarded(std::size_t count, std::size_t categories) && {
    const auto& themes = test_vocabulary()->themes();
    for (std::size_t i = 0; i < count; ++i) {
      deeds_[i].awards.push_back(
          {.year = year_,
           .kind = i < categories ? AwardKind::kWinner : AwardKind::kHonourableMention,
           .category = themes.at(i % categories).slug});
    }
    deeds_[0].awards.push_back(
        {.year = year_, .kind = AwardKind::kHonourableMention, .category = {}});
    return std::move(deeds_);
  }

 private:
  void add(std::size_t month, Organisations organisations) {
    const std::size_t number = deeds_.size();
    deeds_.push_back(deed_on(fmt::format("{}-{:02}-{:02}", year_, month, number % 28 + 1),
                             std::move(organisations)));
    const auto& themes = test_vocabulary()->themes();
    if (number % 10 != 0) {  // a tenth has no theme
      deeds_.back().themes = {themes.at(number % themes.size()).slug};
    }
    if (number % 4 == 0) {
      deeds_.back().themes.push_back(themes.at((number + 1) % themes.size()).slug);
    }
  }

  int year_;
  std::vector<DeedFacts> deeds_;
};

constexpr auto kMunicipality = OrganisationType::kMunicipality;
constexpr auto kJointAuthority = OrganisationType::kJointAuthority;

// 192 deeds, 58 awarded; in September Liminka 30, Kangasala 20, Lempäälä 11.
std::vector<DeedFacts> deeds_of_2021() {
  Year year(2021);
  year.deeds_in_month(9, 30, municipality("Limingan kunta"))
      .deeds_in_month(9, 20, municipality("Kangasalan kaupunki"))
      .deeds_in_month(9, 11, municipality("Lempäälän kunta"))
      .deeds(131, numbered("Kunta", kMunicipality, 60));
  return std::move(year).awarded(58, 15);
}

// 183 deeds, 50 awarded.
std::vector<DeedFacts> deeds_of_2022() {
  Year year(2022);
  year.deeds(183, numbered("Kunta", kMunicipality, 55));
  return std::move(year).awarded(50, 15);
}

// 269 deeds, 47 of them from counties; 65 organisations = 48 municipalities or joint authorities +
// 17 counties; 55 awarded in 15 themes.
std::vector<DeedFacts> deeds_of_2024() {
  Year year(2024);
  year.deeds(222,
             together(numbered("Kunta", kMunicipality, 42),
                      numbered("Kuntayhtymä", kJointAuthority, 6)))
      .deeds(47, numbered("Hyvinvointialue", OrganisationType::kWellbeingCounty, 17));
  return std::move(year).awarded(55, 15);
}

// 265 deeds; 65 organisations = 40 municipalities or joint authorities + 16 counties + 9 companies;
// 49 awarded; Kangasala 27, Kanta-Häme 23. The release gives 168 + 82 + 9 = 259 deeds by type. The
// six that are missing there name partners alone here.
std::vector<DeedFacts> deeds_of_2025() {
  Year year(2025);
  year.deeds(27, {municipality("Kangasalan kaupunki")})
      .deeds(23, {county("Kanta-Hämeen hyvinvointialue")})
      .deeds(141,
             together(numbered("Kunta", kMunicipality, 35),
                      numbered("Kuntayhtymä", kJointAuthority, 4)))
      .deeds(59, numbered("Hyvinvointialue", OrganisationType::kWellbeingCounty, 15))
      .deeds(9, numbered("Yhtiö Oy", OrganisationType::kCompany, 9))
      .deeds(6, {partner("Hämeen opisto")});
  return std::move(year).awarded(49, 15);
}

}  // namespace

HitOrganisation municipality(const std::string& name) {
  return organisation(name, kMunicipality);
}
HitOrganisation county(const std::string& name) {
  return organisation(name, OrganisationType::kWellbeingCounty);
}
HitOrganisation company(const std::string& name) {
  return organisation(name, OrganisationType::kCompany);
}
HitOrganisation partner(const std::string& name) {
  return organisation(name, OrganisationType::kOther, OrganisationRole::kPartner);
}

DeedFacts deed_on(std::string_view day, Organisations organisations) {
  DeedFacts deed;
  deed.organisations = std::move(organisations);
  deed.published = date_from_iso(day);
  if (deed.published) {
    deed.programme = test_vocabulary()->programme_of(static_cast<int>(deed.published->year()));
  }
  return deed;
}

Catalogue catalogue_of(std::vector<DeedFacts> deeds) {
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    deeds[i].document = static_cast<std::uint32_t>(i + 1);
    deeds[i].id = fmt::format("deed-{:05}", i + 1);
  }
  return Catalogue(std::move(deeds));
}

const Catalogue& campaign_catalogue() {
  static const Catalogue catalogue = [] {
    std::vector<DeedFacts> all;
    for (auto& year : {deeds_of_2021(), deeds_of_2022(), deeds_of_2024(), deeds_of_2025()}) {
      all.insert(all.end(), year.begin(), year.end());
    }
    return catalogue_of(std::move(all));
  }();
  return catalogue;
}

const Catalogue& joint_deeds() {
  static const Catalogue catalogue = catalogue_of(
      {deed_on("2024-03-01",
               {municipality("Limingan kunta"),
                municipality("Iin kunta"),
                municipality("Utajärven kunta"),
                municipality("Vaalan kunta")}),
       deed_on("2024-04-01",
               {county("Kanta-Hämeen hyvinvointialue"), municipality("Hausjärven kunta")}),
       deed_on("2024-05-01",
               {municipality("Hausjärven kunta"),
                municipality("Hausjärvi"),  // the same under another name
                partner("Hyria koulutus"),
                partner("Iin kunta")})});
  return catalogue;
}

Statistics counted(const Catalogue& catalogue, const Period& period, Filters filters) {
  return compute_statistics(
      catalogue, *test_vocabulary(), {.period = period, .filters = std::move(filters)});
}

Period dates(std::string_view first, std::string_view last) {
  return period_of_dates(*date_from_iso(first), *date_from_iso(last));
}

Filters only(Facet facet, std::vector<std::string> values) {
  Filters filters;
  filters.of(facet) = std::move(values);
  return filters;
}

}  // namespace kiertoon

#include "search/report/tally.h"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/language.h"

namespace kiertoon {
namespace {

std::vector<std::string_view> views_of(const std::vector<std::string>& values) {
  return {values.begin(), values.end()};
}

std::string_view key_of(const HitOrganisation& organisation) {
  return organisation.slug.empty() ? organisation.name : organisation.slug;
}

bool is_prize(const Award& award) {
  return award.kind != AwardKind::kFinalist;
}

// Counts the deeds that are handed to it one by one.
class TallyMaker {
 public:
  explicit TallyMaker(const Period& period) : period_(period) {}

  void add(const DeedFacts& deed) {
    if (!period_.contains(deed.published)) {
      add_outside(deed);
      return;
    }
    ++tally_.deeds;
    add_time(deed);
    add_organisations(deed);
    add_awards(deed);
    tally_.by_programme.add({deed.programme});
    tally_.by_theme.add(views_of(deed.themes));
    tally_.by_sector.add(views_of(deed.sectors));
    tally_.by_language.add({language_code(deed.language)});
  }

  Tally take() && {
    for (const auto& [key, organisation] : tally_.organisations) {
      partners_.erase(key);
      tally_.organisations_by_type.add({name_of(organisation.type())});
      tally_.contradicting_types += organisation.has_contradicting_types() ? 1 : 0;
    }
    tally_.partners = partners_.size();
    return std::move(tally_);
  }

 private:
  void add_outside(const DeedFacts& deed) {
    if (period_.kind == PeriodKind::kDates) {
      return;
    }
    tally_.awards_outside += static_cast<std::size_t>(
        std::count_if(deed.awards.begin(), deed.awards.end(), [this](const Award& award) {
          return is_prize(award) &&
                 period_.contains(std::chrono::year(award.year) / std::chrono::January / 1);
        }));
  }

  void add_time(const DeedFacts& deed) {
    if (!deed.published) {
      tally_.by_year.add({});
      tally_.by_month.add({});
      return;
    }
    const auto year = deed.published->year();
    tally_.by_year.add({value_of(year)});
    tally_.by_month.add({value_of(year / deed.published->month())});
    tally_.first_year = std::min(tally_.first_year.value_or(year), year);
    tally_.last_year = std::max(tally_.last_year.value_or(year), year);
  }

  void add_organisations(const DeedFacts& deed) {
    std::vector<std::string_view> types;
    std::set<std::string_view> keys;
    for (const auto& organisation : deed.organisations) {
      if (organisation.role == OrganisationRole::kPartner) {
        partners_.emplace(key_of(organisation));
      } else if (keys.insert(key_of(organisation)).second) {
        types.push_back(name_of(organisation.type));
        add_participation(organisation);
      }
    }
    tally_.participations += keys.size();
    tally_.joint_deeds += keys.size() > 1 ? 1 : 0;
    tally_.by_organisation_type.add(std::move(types));
  }

  void add_participation(const HitOrganisation& organisation) {
    OrganisationTally& tally = tally_.organisations[std::string(key_of(organisation))];
    if (tally.deeds == 0) {
      tally.slug = organisation.slug;
      tally.name = organisation.name;
    }
    ++tally.deeds;
    ++tally.deeds_by_type.at(static_cast<std::size_t>(organisation.type));
  }

  void add_awards(const DeedFacts& deed) {
    const bool is_awarded = std::any_of(deed.awards.begin(), deed.awards.end(), is_prize);
    tally_.awarded_deeds += is_awarded ? 1 : 0;
    tally_.finalists += !is_awarded && !deed.awards.empty() ? 1 : 0;
    for (const Award& award : deed.awards) {
      if (!is_prize(award)) {
        continue;
      }
      ++tally_.awards;
      const bool same_year =
          deed.published && deed.published->year() == std::chrono::year(award.year);
      tally_.awards_of_other_years += same_year ? 0 : 1;
      tally_.awards_by_kind.add({name_of(award.kind)});
      tally_.awards_by_theme.add(views_of(deed.themes));
      tally_.awards_by_category.add({award.category});
    }
  }

  const Period& period_;
  Tally tally_;
  std::set<std::string, std::less<>> partners_;
};

}  // namespace

void Counter::add(std::vector<std::string_view> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  if (!values.empty() && values.front().empty()) {
    values.erase(values.begin());
  }
  ++total;
  if (values.empty()) {
    ++without;
    return;
  }
  several += values.size() > 1 ? 1 : 0;
  counted_again += values.size() - 1;
  for (const std::string_view value : values) {
    const auto found = counts.find(value);
    ++(found == counts.end() ? counts.emplace(value, 0).first : found)->second;
  }
}

std::size_t Counter::of(std::string_view value) const {
  const auto found = counts.find(value);
  return found == counts.end() ? 0 : found->second;
}

OrganisationType OrganisationTally::type() const {
  const auto* const most = std::max_element(deeds_by_type.begin(), deeds_by_type.end());
  return static_cast<OrganisationType>(most - deeds_by_type.begin());
}

bool OrganisationTally::has_contradicting_types() const {
  return std::count(deeds_by_type.begin(), deeds_by_type.end(), 0) <
         static_cast<std::ptrdiff_t>(deeds_by_type.size()) - 1;
}

std::string value_of(std::chrono::year year) {
  return fmt::format("{:04}", static_cast<int>(year));
}

std::string value_of(std::chrono::year_month month) {
  return fmt::format("{}-{:02}", value_of(month.year()), static_cast<unsigned>(month.month()));
}

Tally count_deeds(const std::vector<const DeedFacts*>& deeds, const Period& period) {
  TallyMaker maker(period);
  for (const DeedFacts* deed : deeds) {
    maker.add(*deed);
  }
  return std::move(maker).take();
}

}  // namespace kiertoon

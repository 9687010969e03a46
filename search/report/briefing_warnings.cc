#include "search/report/briefing_warnings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace kiertoon {
namespace {

class WarningFinder {
 public:
  explicit WarningFinder(const Briefing& briefing) : briefing_(briefing) {
    for (std::size_t i = 0; i < briefing.candidates.size(); ++i) {
      places_.emplace(briefing.candidates[i].deed, i);
    }
  }

  std::vector<BriefingWarning> find(const std::vector<std::size_t>& named_twice) && {
    for (const std::size_t candidate : named_twice) {
      add(WarningKind::kNamedTwice, candidate);
    }
    for (std::size_t i = 0; i < briefing_.candidates.size(); ++i) {
      look_at(i);
    }
    look_at_organisations();
    std::stable_sort(warnings_.begin(), warnings_.end(), [](const auto& a, const auto& b) {
      return a.kind < b.kind;
    });
    return std::move(warnings_);
  }

 private:
  void add(WarningKind kind, std::size_t candidate) {
    warnings_.push_back({.kind = kind, .candidate = candidate, .other = std::nullopt});
  }

  void look_at(std::size_t candidate) {
    const BriefedDeed& briefed = briefing_.candidates[candidate];
    const DeedFacts& deed = *briefed.deed;
    look_at_duplicates(candidate);
    look_at_awards(candidate);
    if (deed.themes.empty()) {
      add(WarningKind::kNoTheme, candidate);
    }
    if (!deed.published) {
      add(WarningKind::kNoDate, candidate);
    }
    if (std::none_of(deed.organisations.begin(), deed.organisations.end(), [](const auto& one) {
          return one.role == OrganisationRole::kLead;
        })) {
      add(WarningKind::kNoLead, candidate);
    }
  }

  // Each pair is warned of once, at its first candidate.
  void look_at_duplicates(std::size_t candidate) {
    std::set<std::size_t> others;
    for (const BriefedVersion& version : briefing_.candidates[candidate].versions) {
      const auto found = places_.find(version.deed);
      if (version.kind == VersionKind::kDuplicate && found != places_.end() &&
          found->second > candidate) {
        others.insert(found->second);
      }
    }
    for (const std::size_t other : others) {
      add(WarningKind::kSentTwice, candidate);
      warnings_.back().other = other;
    }
  }

  void look_at_awards(std::size_t candidate) {
    const DeedFacts& deed = *briefing_.candidates[candidate].deed;
    if (!deed.published) {
      return;
    }
    std::set<int> years;
    for (const Award& award : deed.awards) {
      if (std::chrono::year(award.year) != deed.published->year() &&
          years.insert(award.year).second) {
        add(WarningKind::kAwardOfAnotherYear, candidate);
        warnings_.back().award_year = award.year;
      }
    }
  }

  // As the statistics count contradicting types: without partners.
  void look_at_organisations() {
    struct Types {
      std::string name;
      std::set<OrganisationType> types;
    };
    std::map<std::string, Types> organisations;
    for (const BriefedDeed& candidate : briefing_.candidates) {
      for (const HitOrganisation& one : candidate.deed->organisations) {
        if (one.role == OrganisationRole::kPartner) {
          continue;
        }
        Types& found = organisations[one.slug.empty() ? one.name : one.slug];
        found.name = found.name.empty() ? one.name : found.name;
        found.types.insert(one.type);
      }
    }
    for (const auto& [key, one] : organisations) {
      if (one.types.size() > 1) {
        warnings_.push_back({.kind = WarningKind::kOrganisationOfManyTypes,
                             .candidate = std::nullopt,
                             .other = std::nullopt,
                             .award_year = 0,
                             .organisation = one.name,
                             .types = {one.types.begin(), one.types.end()}});
      }
    }
  }

  const Briefing& briefing_;
  std::map<const DeedFacts*, std::size_t> places_;
  std::vector<BriefingWarning> warnings_;
};

}  // namespace

std::vector<BriefingWarning> find_warnings(const Briefing& briefing,
                                           const std::vector<std::size_t>& named_twice) {
  return WarningFinder(briefing).find(named_twice);
}

}  // namespace kiertoon

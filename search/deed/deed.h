#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"

namespace kiertoon {

enum class SectionKind { kBackground, kGoal, kImplementation, kResults, kLessons, kOther };
enum class OrganisationType { kMunicipality, kJointAuthority, kWellbeingCounty, kCompany, kOther };
enum class OrganisationRole { kLead, kMember, kPartner };
enum class AwardKind { kWinner, kHonourableMention, kFinalist };

struct Section {
  SectionKind kind = SectionKind::kOther;
  std::string text;
};

struct Organisation {
  std::string name;
  OrganisationType type = OrganisationType::kOther;
  OrganisationRole role = OrganisationRole::kLead;
};

struct Award {
  int year = 0;
  AwardKind kind = AwardKind::kWinner;
  std::string category;  // may be empty
};

// Personal data: shown in the deed's own answer alone, and only when the operator allows it.
struct Contact {
  std::string name;
  std::string email;
  std::string phone;
};

// A deed: one improvement of work, told by those who did it. Text is UTF-8 and valid; see
// parse_deed() for what else holds.
struct Deed {
  std::string id;
  std::string url;
  Language language = Language::kFinnish;
  std::string title;
  std::string summary;
  std::vector<Section> sections;
  std::vector<Organisation> organisations;
  std::vector<std::string> themes;
  std::vector<std::string> sectors;
  std::vector<std::string> keywords;
  std::optional<std::chrono::year_month_day> published;
  std::optional<std::chrono::year_month_day> modified;
  std::vector<Award> awards;
  std::vector<Contact> contacts;
  std::string source;  // where the facts come from, in words; may be empty
};

// Names as they stand in JSON, requests and facets ("wellbeing_county").
[[nodiscard]] std::string_view name_of(SectionKind kind);
[[nodiscard]] std::string_view name_of(OrganisationType type);
[[nodiscard]] std::string_view name_of(OrganisationRole role);
[[nodiscard]] std::string_view name_of(AwardKind kind);

// The reverse; nothing when the name is unknown.
[[nodiscard]] std::optional<SectionKind> section_kind_from(std::string_view name);
[[nodiscard]] std::optional<OrganisationType> organisation_type_from(std::string_view name);
[[nodiscard]] std::optional<OrganisationRole> organisation_role_from(std::string_view name);
[[nodiscard]] std::optional<AwardKind> award_kind_from(std::string_view name);

// "2021-09-14"; the reverse takes exactly that form and only days that exist.
[[nodiscard]] std::string to_iso(std::chrono::year_month_day date);
[[nodiscard]] std::optional<std::chrono::year_month_day> date_from_iso(std::string_view text);

}  // namespace kiertoon

#include "search/deed/deed.h"

#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace kiertoon {
namespace {

template <typename Enum, std::size_t kSize>
using Names = std::array<std::pair<Enum, std::string_view>, kSize>;

constexpr Names<SectionKind, 6> kSectionKinds{{
    {SectionKind::kBackground, "background"},
    {SectionKind::kGoal, "goal"},
    {SectionKind::kImplementation, "implementation"},
    {SectionKind::kResults, "results"},
    {SectionKind::kLessons, "lessons"},
    {SectionKind::kOther, "other"},
}};

constexpr Names<OrganisationType, 5> kOrganisationTypes{{
    {OrganisationType::kMunicipality, "municipality"},
    {OrganisationType::kJointAuthority, "joint_authority"},
    {OrganisationType::kWellbeingCounty, "wellbeing_county"},
    {OrganisationType::kCompany, "company"},
    {OrganisationType::kOther, "other"},
}};

constexpr Names<OrganisationRole, 3> kOrganisationRoles{{
    {OrganisationRole::kLead, "lead"},
    {OrganisationRole::kMember, "member"},
    {OrganisationRole::kPartner, "partner"},
}};

constexpr Names<AwardKind, 3> kAwardKinds{{
    {AwardKind::kWinner, "winner"},
    {AwardKind::kHonourableMention, "honourable_mention"},
    {AwardKind::kFinalist, "finalist"},
}};

template <typename Enum, std::size_t kSize>
std::string_view find_name(const Names<Enum, kSize>& names, Enum value) {
  for (const auto& [candidate, name] : names) {
    if (candidate == value) {
      return name;
    }
  }
  return {};
}

template <typename Enum, std::size_t kSize>
std::optional<Enum> find_value(const Names<Enum, kSize>& names, std::string_view name) {
  for (const auto& [value, candidate] : names) {
    if (candidate == name) {
      return value;
    }
  }
  return std::nullopt;
}

// The digits of `text` as a number; nothing when there is anything but digits.
std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

std::string_view name_of(SectionKind kind) {
  return find_name(kSectionKinds, kind);
}
std::string_view name_of(OrganisationType type) {
  return find_name(kOrganisationTypes, type);
}
std::string_view name_of(OrganisationRole role) {
  return find_name(kOrganisationRoles, role);
}
std::string_view name_of(AwardKind kind) {
  return find_name(kAwardKinds, kind);
}

std::optional<SectionKind> section_kind_from(std::string_view name) {
  return find_value(kSectionKinds, name);
}
std::optional<OrganisationType> organisation_type_from(std::string_view name) {
  return find_value(kOrganisationTypes, name);
}
std::optional<OrganisationRole> organisation_role_from(std::string_view name) {
  return find_value(kOrganisationRoles, name);
}
std::optional<AwardKind> award_kind_from(std::string_view name) {
  return find_value(kAwardKinds, name);
}

std::string to_iso(std::chrono::year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}",
                     static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<std::chrono::year_month_day> date_from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)},
                                         std::chrono::month{*month},
                                         std::chrono::day{*day}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace kiertoon

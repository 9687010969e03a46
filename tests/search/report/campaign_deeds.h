#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/index/deed_facts.h"
#include "search/report/statistics.h"

namespace kiertoon {

// Deeds with the counts that the press releases of the programmes give for 2021, 2022, 2024 and
// 2025, and for September 2021: see campaign_deeds.cc. 2023 has none.
[[nodiscard]] const Catalogue& campaign_catalogue();

using Organisations = std::vector<HitOrganisation>;

[[nodiscard]] HitOrganisation municipality(const std::string& name);
[[nodiscard]] HitOrganisation county(const std::string& name);
[[nodiscard]] HitOrganisation company(const std::string& name);
[[nodiscard]] HitOrganisation partner(const std::string& name);

// A deed of a day, "2021-09-14", or of none ("").
[[nodiscard]] DeedFacts deed_on(std::string_view day, Organisations organisations);

// A catalogue of these, numbered in their order.
[[nodiscard]] Catalogue catalogue_of(std::vector<DeedFacts> deeds);

// A joint deed of four municipalities, one of a municipality and a county, and one with partners.
[[nodiscard]] const Catalogue& joint_deeds();

[[nodiscard]] Statistics counted(const Catalogue& catalogue,
                                 const Period& period,
                                 Filters filters = {});
[[nodiscard]] Period dates(std::string_view first, std::string_view last);

// A filter by one facet.
[[nodiscard]] Filters only(Facet facet, std::vector<std::string> values);

}  // namespace kiertoon

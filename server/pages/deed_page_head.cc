#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "server/html_writer.h"
#include "server/json_writer.h"
#include "server/pages/deed_labels.h"
#include "server/pages/deed_page.h"
#include "server/search_view.h"

namespace kiertoon {

namespace {

constexpr std::string_view kSiteName = "kiertoon";

std::string_view locale_of(Language language) {
  switch (language) {
    case Language::kSwedish:
      return "sv_FI";
    case Language::kEnglish:
      return "en_GB";
    case Language::kFinnish:
      break;
  }
  return "fi_FI";
}

void open_graph(HtmlWriter& html, const DeedPage& page, std::string_view description) {
  const Deed& deed = page.stored.deed;
  const auto meta = [&](std::string_view property, std::string_view content) {
    html.void_element("meta", {{"property", property}, {"content", content}});
  };
  meta("og:type", "article");
  meta("og:site_name", kSiteName);
  meta("og:title", deed.title);
  if (!description.empty()) {
    meta("og:description", description);
  }
  meta("og:url", canonical_address(page));
  meta("og:locale", locale_of(deed.language));
  if (deed.published) {
    meta("article:published_time", to_iso(*deed.published));
  }
  if (deed.modified) {
    meta("article:modified_time", to_iso(*deed.modified));
  }
}

std::string_view schema_type(OrganisationType type) {
  switch (type) {
    case OrganisationType::kMunicipality:
    case OrganisationType::kJointAuthority:
    case OrganisationType::kWellbeingCounty:
      return "GovernmentOrganization";
    case OrganisationType::kCompany:
      return "Corporation";
    case OrganisationType::kOther:
      break;
  }
  return "Organization";
}

// "name": [each(item), ...], left out when there are no items.
template <typename Items, typename Each>
void list_unless_empty(JsonWriter& json, std::string_view name, const Items& items, Each each) {
  if (!items.empty()) {
    json.list(name, items, each);
  }
}

// The organisations whose deed it is are its authors, partners contribute.
void write_schema_organisations(JsonWriter& json, const std::vector<Organisation>& organisations) {
  std::vector<Organisation> authors = organisations;
  const auto partners =
      std::stable_partition(authors.begin(), authors.end(), [](const Organisation& one) {
        return one.role != OrganisationRole::kPartner;
      });
  const std::vector<Organisation> contributors(partners, authors.end());
  authors.erase(partners, authors.end());
  const auto write = [&](const Organisation& one) {
    json.object([&] {
      json.field("@type", schema_type(one.type));
      json.field("name", one.name);
    });
  };
  list_unless_empty(json, "author", authors, write);
  list_unless_empty(json, "contributor", contributors, write);
}

void write_schema_subjects(JsonWriter& json, const DeedPage& page) {
  const Deed& deed = page.stored.deed;
  list_unless_empty(json, "about", deed.themes, [&](const std::string& theme) {
    json.object([&] {
      json.field("@type", "Thing");
      json.field("name", page.vocabulary.label(Facet::kTheme, theme, page.language));
    });
  });
  list_unless_empty(
      json, "keywords", deed.keywords, [&](const std::string& keyword) { json.text(keyword); });
  list_unless_empty(json, "award", deed.awards, [&](const Award& award) {
    json.text(award_label(award, page.vocabulary, page.language));
  });
}

}  // namespace

std::string canonical_address(const DeedPage& page) {
  return fmt::format("{}/deeds/{}", page.site, page.stored.deed.id);
}

std::string deed_json_ld(const DeedPage& page) {
  const Deed& deed = page.stored.deed;
  const std::string address = canonical_address(page);
  JsonWriter json;
  json.object([&] {
    json.field("@context", "https://schema.org");
    json.field("@type", "Article");
    json.field("@id", address);
    json.field("mainEntityOfPage", address);
    json.field("headline", deed.title);
    if (const std::string description = short_description(deed); !description.empty()) {
      json.field("description", description);
    }
    json.field("inLanguage", language_code(deed.language));
    if (deed.published) {
      write_date(json, "datePublished", deed.published);
    }
    if (deed.modified) {
      write_date(json, "dateModified", deed.modified);
    }
    write_schema_organisations(json, deed.organisations);
    write_schema_subjects(json, page);
    if (!deed.url.empty()) {
      json.field("isBasedOn", deed.url);
    }
  });
  return std::move(json).take();
}

std::string deed_page_head(const DeedPage& page) {
  const Deed& deed = page.stored.deed;
  const std::string description = short_description(deed);
  HtmlWriter html;
  html.element("title", fmt::format("{} – {}", deed.title, kSiteName));
  if (!description.empty()) {
    html.void_element("meta", {{"name", "description"}, {"content", description}});
  }
  html.head_link({{"rel", "canonical"}}, canonical_address(page));
  html.head_link({{"rel", "alternate"}, {"type", "application/json"}},
                 fmt::format("{}/api/v1/deeds/{}", page.site, deed.id));
  open_graph(html, page, description);
  html.json_block(deed_json_ld(page));
  return std::move(html).take();
}

}  // namespace kiertoon

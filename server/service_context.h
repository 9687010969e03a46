#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "search/search_service.h"

namespace kiertoon {

// Whether the deed's own answer shows the people to contact.
enum class Contacts { kHidden, kShown };

// Who runs the server, as its statement of accessibility says; empty where nobody said.
struct SiteOperator {
  std::string name = {};      // "Kuusarannan kaupunki"
  std::string feedback = {};  // mail address, or address of a form (https)
};

// What the services of the API share. The search service must outlive them.
struct ServiceContext {
  SearchService& search;
  Contacts contacts = Contacts::kHidden;
  // What absolute links begin with; nothing: see public_address().
  std::optional<std::string> public_url = std::nullopt;
  SiteOperator site_operator = {};
  // What answers depend on besides index and request: the program, its vocabulary, its settings.
  // Part of every ETag.
  std::string edition = {};
};

[[nodiscard]] ServiceContext make_service_context(
    SearchService& search, Contacts contacts, std::optional<std::string> public_url = std::nullopt);

// Of the program: "0.1.0".
[[nodiscard]] std::string_view version();

}  // namespace kiertoon

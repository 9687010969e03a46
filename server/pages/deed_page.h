#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/search_service.h"
#include "server/service_context.h"

namespace kiertoon {

// What a deed's page shows. All that it refers to must outlive it.
struct DeedPage {
  const StoredDeed& stored;
  const std::vector<SimilarDeed>& similar;
  const Vocabulary& vocabulary;
  Contacts contacts = Contacts::kHidden;
  Language language = Language::kFinnish;  // of labels; the deed's own text stays as it is
  std::string_view site;                   // as of public_address()
};

// "https://teot.example/deeds/1": without `lang`, one address for the deed, whatever the labels.
[[nodiscard]] std::string canonical_address(const DeedPage& page);

// For the document's head: title, description, canonical address, Open Graph, schema.org, and where
// machines find the deed.
[[nodiscard]] std::string deed_page_head(const DeedPage& page);

// The deed as an <article>, with a way back before it and similar deeds after it, complete without
// scripts. What a deed says is text, never markup.
[[nodiscard]] std::string deed_page_main(const DeedPage& page);

// The deed as schema.org describes an article, in JSON-LD. No contacts.
[[nodiscard]] std::string deed_json_ld(const DeedPage& page);

}  // namespace kiertoon

#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"
#include "server/search_parameters.h"

namespace kiertoon {

inline constexpr std::string_view kAtomType = "application/atom+xml; charset=utf-8";

// What a feed tells. All that it refers to must outlive it.
struct AtomFeed {
  const DeedsQuery& query;
  const Parameters& parameters;  // of the query, as they came
  const std::vector<Deed>& deeds;
  const Vocabulary& vocabulary;
  std::string_view site;                   // as of public_address()
  std::chrono::year_month_day index_date;  // dates what has no date of its own
};

// The feed of a search (RFC 4287): an entry a deed, in the order given, with its organisations as
// authors, its lead as text, links to its page and to the original. No contacts. A deed's id does
// not change with the server's address.
[[nodiscard]] std::string atom_xml(const AtomFeed& feed);

}  // namespace kiertoon

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiertoon {

// Ids of concepts in a thesaurus, from their URIs: the slug of the last part
// ("http://www.yso.fi/onto/yso/p1278" -> "p1278"). Where that is not unique, as between two
// schemes, the part before it stands in front ("yso-p1278", "koko-p1278"), and where that does not
// help, a number behind. All ids differ, and each is one that a thesaurus takes. The order of the
// URIs decides who gets which number.
[[nodiscard]] std::vector<std::string> concept_ids(const std::vector<std::string_view>& uris);

}  // namespace kiertoon

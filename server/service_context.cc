#include "server/service_context.h"

#include <utility>

#include "search/deed/vocabulary.h"
#include "server/etag.h"

namespace kiertoon {

namespace {

void append_label(std::string& out, const std::string& slug, const Label& label) {
  for (const std::string& part : {slug, label.fi, label.sv, label.en}) {
    out += part;
    out += '\n';
  }
}

std::string vocabulary_fingerprint(const Vocabulary& vocabulary) {
  std::string names;
  for (const auto* entries :
       {&vocabulary.themes(), &vocabulary.sectors(), &vocabulary.organisation_types()}) {
    for (const VocabularyEntry& entry : *entries) {
      append_label(names, entry.slug, entry.label);
    }
  }
  for (const Programme& programme : vocabulary.programmes()) {
    append_label(names, programme.slug, programme.label);
  }
  for (const KnownOrganisation& organisation : vocabulary.organisations()) {
    append_label(names, organisation.slug, organisation.label);
  }
  return names;
}

}  // namespace

ServiceContext make_service_context(SearchService& search,
                                    Contacts contacts,
                                    std::optional<std::string> public_url) {
  return {.search = search,
          .contacts = contacts,
          .public_url = std::move(public_url),
          .edition = make_etag({version(),
                                contacts == Contacts::kShown ? "contacts" : "",
                                vocabulary_fingerprint(search.vocabulary())})};
}

std::string_view version() {
  return KIERTOON_VERSION;
}

}  // namespace kiertoon

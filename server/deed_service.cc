#include "server/deed_service.h"

#include <utility>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "server/etag.h"
#include "server/json_writer.h"
#include "server/search_view.h"
#include "server/text.h"

namespace kiertoon {

namespace {

constexpr std::size_t kExpectedBytes = 8'192;

void write_organisations(JsonWriter& json, const StoredDeed& stored) {
  json.key("organisations");
  json.array([&] {
    for (std::size_t i = 0; i < stored.deed.organisations.size(); ++i) {
      const Organisation& organisation = stored.deed.organisations[i];
      json.object([&] {
        json.field("slug", stored.organisation_slugs.at(i));
        json.field("name", organisation.name);
        json.field("type", name_of(organisation.type));
        json.field("role", name_of(organisation.role));
      });
    }
  });
}

void write_contacts(JsonWriter& json, const std::vector<Contact>& contacts) {
  json.list("contacts", contacts, [&](const Contact& contact) {
    json.object([&] {
      json.field("name", contact.name);
      json.field_or_null("email", contact.email);
      json.field_or_null("phone", contact.phone);
    });
  });
}

std::string programme_of(const Deed& deed, const Vocabulary& vocabulary) {
  return deed.published ? vocabulary.programme_of(static_cast<int>(deed.published->year()))
                        : std::string();
}

std::string deed_json(const StoredDeed& stored, const ServiceContext& context) {
  const Deed& deed = stored.deed;
  JsonWriter json(kExpectedBytes);
  json.object([&] {
    json.field("id", deed.id);
    json.field_or_null("url", deed.url);
    json.field("language", language_code(deed.language));
    json.field("title", deed.title);
    json.field("summary", deed.summary);
    json.list("sections", deed.sections, [&](const Section& section) {
      json.object([&] {
        json.field("kind", name_of(section.kind));
        json.field("text", section.text);
      });
    });
    write_organisations(json, stored);
    json.texts("themes", deed.themes);
    json.texts("sectors", deed.sectors);
    json.texts("keywords", deed.keywords);
    write_date(json, "published", deed.published);
    write_date(json, "modified", deed.modified);
    json.field_or_null("programme", programme_of(deed, context.search.vocabulary()));
    write_awards(json, deed.awards);
    json.field_or_null("source", deed.source);
    if (context.contacts == Contacts::kShown) {
      write_contacts(json, deed.contacts);
    }
  });
  return std::move(json).take();
}

}  // namespace

Reply DeedService::answer(const Call& call) {
  if (const auto checked = call.parameters.only({}); !checked) {
    return reply_of(checked.error());
  }
  const std::string etag =
      make_etag({"deed", context_.edition, context_.search.generation(), call.variable});
  const auto stored = context_.search.deed(call.variable);
  if (!stored) {
    spdlog::error("deed: {}", stored.error().to_string());
    return reply_of(problem_of_error(stored.error()));
  }
  if (!*stored) {
    return reply_of(not_found(fmt::format("there is no deed '{}'", quotable(call.variable, 100))));
  }
  // Names and telephone numbers stay out of caches that people share.
  const Caching caching =
      context_.contacts == Contacts::kShown ? Caching::kPrivate : Caching::kShared;
  return answer_unless_known(call, {.etag = etag, .caching = caching}, [&]() -> Reply {
    return {.body = deed_json(**stored, context_)};
  });
}

}  // namespace kiertoon

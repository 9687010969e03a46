#include "server/feeds/feed_services.h"

#include <array>
#include <chrono>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "search/index/generation_date.h"
#include "server/etag.h"
#include "server/feeds/atom_feed.h"
#include "server/feeds/feed_texts.h"
#include "server/feeds/xml_writer.h"
#include "server/pages/page_language.h"
#include "server/public_address.h"
#include "server/search_parameters.h"

namespace kiertoon {

namespace {

constexpr DeedsDefaults kFeedDefaults{.sort = SortOrder::kNewest, .per_page = 50};
constexpr std::string_view kOpenSearchType = "application/opensearchdescription+xml";

// The whole deeds of the hits. One that a new generation took away meanwhile is left out.
Expected<std::vector<Deed>> deeds_of(SearchService& search, const std::vector<Hit>& hits) {
  std::vector<Deed> deeds;
  deeds.reserve(hits.size());
  for (const Hit& hit : hits) {
    auto stored = search.deed(hit.id);
    if (!stored) {
      return tl::unexpected(stored.error());
    }
    if (*stored) {
      deeds.push_back(std::move((**stored).deed));
    }
  }
  return deeds;
}

Reply failed(const Error& error) {
  spdlog::error("feed: {}", error.to_string());
  return reply_of(problem_of_error(error));
}

std::string open_search_xml(std::string_view site, Language language) {
  const std::string_view lang = language_code(language);
  const auto url = [&](XmlWriter& xml, std::string_view type, std::string_view path) {
    xml.empty_element(
        "Url", {{"type", type}, {"template", fmt::format("{}{}&lang={}", site, path, lang)}});
  };
  XmlWriter xml;
  xml.element("OpenSearchDescription", {{"xmlns", "http://a9.com/-/spec/opensearch/1.1/"}}, [&] {
    xml.element("ShortName", "kiertoon");
    xml.element("Description", feed_texts::kSearchDescription.in(language));
    xml.element("InputEncoding", "UTF-8");
    xml.element("Language", lang);
    url(xml, "text/html", "/?q={searchTerms}");
    url(xml, "application/atom+xml", "/feeds/search.atom?q={searchTerms}");
    xml.empty_element("Url",
                      {{"type", kOpenSearchType},
                       {"rel", "self"},
                       {"template", fmt::format("{}/opensearch.xml?lang={}", site, lang)}});
  });
  return std::move(xml).take();
}

}  // namespace

Reply AtomService::answer(const Call& call) {
  auto query = parse_deeds_query(call.parameters, context_.search.vocabulary(), kFeedDefaults);
  if (!query) {
    return reply_of(query.error());
  }
  const auto site = public_address(call, context_);
  if (!site) {
    return reply_of(site.error());
  }
  query->request.facets.clear();
  query->request.detail = HitDetail::kIdentity;
  const auto tag = [&](std::string_view generation) {
    return make_etag({"feed", context_.edition, generation, *site, canonical(*query)});
  };
  return answer_unless_known(call, {.etag = tag(context_.search.generation())}, [&]() -> Reply {
    const auto result = context_.search.search(query->request);
    if (!result) {
      return failed(result.error());
    }
    const auto deeds = deeds_of(context_.search, result->hits);
    if (!deeds) {
      return failed(deeds.error());
    }
    const AtomFeed feed{
        .query = *query,
        .parameters = call.parameters,
        .deeds = *deeds,
        .vocabulary = context_.search.vocabulary(),
        .site = *site,
        .index_date = generation_date(result->generation)
                          .value_or(std::chrono::year_month_day(std::chrono::sys_days()))};
    return {.body = atom_xml(feed), .content_type = kAtomType, .etag = tag(result->generation)};
  });
}

Reply OpenSearchService::answer(const Call& call) {
  constexpr std::array<std::string_view, 1> kKnown{"lang"};
  if (const auto checked = call.parameters.only(kKnown); !checked) {
    return reply_of(checked.error());
  }
  const auto language =
      read_language(call.parameters,
                    "lang",
                    preferred_language(call.accept_language).value_or(Language::kFinnish));
  if (!language) {
    return reply_of(language.error());
  }
  const auto site = public_address(call, context_);
  if (!site) {
    return reply_of(site.error());
  }
  const std::string etag =
      make_etag({"opensearch", context_.edition, *site, language_code(*language)});
  Reply reply = answer_unless_known(call, {.etag = etag}, [&]() -> Reply {
    return {.body = open_search_xml(*site, *language), .content_type = kOpenSearchType};
  });
  reply.headers.push_back({"Vary", "Accept-Language"});
  return reply;
}

}  // namespace kiertoon

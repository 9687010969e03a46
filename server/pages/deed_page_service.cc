#include "server/pages/deed_page_service.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "server/etag.h"
#include "server/html_writer.h"
#include "server/pages/deed_page.h"
#include "server/pages/deed_texts.h"
#include "server/pages/error_page.h"
#include "server/pages/page_language.h"
#include "server/pages/page_policy.h"
#include "server/public_address.h"
#include "server/text.h"

namespace kiertoon {

namespace {

constexpr std::size_t kSimilarDeeds = 5;
constexpr std::size_t kShownIdCharacters = 100;

// The nearest deeds, or none when they cannot be had: the deed itself is what was asked for.
std::vector<SimilarDeed> similar_deeds(SearchService& search, const std::string& id) {
  auto result = search.similar({.ids = {id}, .limit = kSimilarDeeds});
  if (!result) {
    spdlog::error("deed page: {}", result.error().to_string());
    return {};
  }
  return std::move(result->deeds);
}

ErrorWords words_of(const Problem& problem, std::string_view id, Language language) {
  namespace texts = deed_texts;
  if (problem.status == 404) {
    return {.title = std::string(texts::kNotFound.in(language)),
            .text = fmt::format(fmt::runtime(texts::kNotFoundText.in(language)),
                                quotable(id, kShownIdCharacters))};
  }
  return {.title = std::string(texts::kFailed.in(language)),
          .text = std::string(texts::kFailedText.in(language))};
}

}  // namespace

Reply DeedPageService::answer(const Call& call) {
  const Language language = page_language(call);
  const auto site = public_address(call, context_);
  Reply reply = site ? page(call, *site, language) : failed(site.error(), call.variable, language);
  reply.headers.push_back({"Content-Security-Policy", std::string(kPagePolicy)});
  reply.headers.push_back({"Vary", "Accept-Language"});
  return reply;
}

Reply DeedPageService::page(const Call& call, const std::string& site, Language language) {
  const std::string etag = make_etag({"deed page",
                                      context_.edition,
                                      context_.search.generation(),
                                      call.variable,
                                      language_code(language),
                                      site,
                                      templates_.deed.etag(),
                                      kPagePolicy});
  const auto stored = context_.search.deed(call.variable);
  if (!stored) {
    spdlog::error("deed page: {}", stored.error().to_string());
    return failed(problem_of_error(stored.error()), call.variable, language);
  }
  if (!*stored) {
    return failed(not_found("there is no such deed"), call.variable, language);
  }
  // Names and telephone numbers stay out of caches that people share.
  const Caching caching =
      context_.contacts == Contacts::kShown ? Caching::kPrivate : Caching::kShared;
  return answer_unless_known(call, {.etag = etag, .caching = caching}, [&]() -> Reply {
    return {.body = fill(**stored, site, language), .content_type = kHtmlType};
  });
}

std::string DeedPageService::fill(const StoredDeed& stored,
                                  const std::string& site,
                                  Language language) {
  const auto similar = similar_deeds(context_.search, stored.deed.id);
  const DeedPage page{.stored = stored,
                      .similar = similar,
                      .vocabulary = context_.search.vocabulary(),
                      .contacts = context_.contacts,
                      .language = language,
                      .site = site};
  const std::string head = deed_page_head(page);
  const std::string main = deed_page_main(page);
  return templates_.deed.fill({.language = language, .head = head, .main = main});
}

Reply DeedPageService::failed(const Problem& problem,
                              std::string_view id,
                              Language language) const {
  Reply reply = error_page(templates_.error, words_of(problem, id, language), language);
  reply.status = problem.status;
  return reply;
}

}  // namespace kiertoon

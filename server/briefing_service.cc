#include "server/briefing_service.h"

#include <utility>

#include <spdlog/spdlog.h>

#include "server/briefing_counts.h"
#include "server/briefing_csv.h"
#include "server/briefing_html.h"
#include "server/briefing_json.h"
#include "server/briefing_markdown.h"
#include "server/briefing_sentences.h"
#include "server/csv_writer.h"
#include "server/etag.h"
#include "server/pages/page_policy.h"

namespace kiertoon {

namespace {

constexpr std::string_view kMarkdownType = "text/markdown; charset=utf-8";

// Nothing but text and the style sheet of web/static/briefing-print.css, named by its SHA-256, so
// that the page stays as it is when it is saved. A test compares the two.
constexpr std::string_view kHtmlPolicy =
    "default-src 'none'; style-src 'sha256-aDqalArZiwfs0rrM18rEmanFtNVvd69goNewaO4QAj4='; base-uri "
    "'none'; form-action 'none'; "
    "frame-ancestors 'self'";

Reply reply_in_format(const Briefing& briefing,
                      const BriefingQuery& query,
                      const Vocabulary& vocabulary) {
  const BriefingCounts counts = counts_of(briefing, vocabulary, query.labels);
  const BriefingSentences say(briefing, vocabulary, query.labels);
  Reply reply;
  switch (query.format) {
    case BriefingFormat::kHtml:
      reply.body = briefing_html(briefing, counts, say);
      reply.content_type = kHtmlType;
      reply.headers.push_back({"Content-Security-Policy", std::string(kHtmlPolicy)});
      break;
    case BriefingFormat::kCsv:
      reply.body = briefing_csv(briefing, counts, say);
      reply.content_type = kCsvType;
      reply.headers.push_back(
          {"Content-Disposition", "attachment; filename=\"kiertoon-briefing.csv\""});
      break;
    case BriefingFormat::kMarkdown:
      reply.body = briefing_markdown(briefing, counts, say);
      reply.content_type = kMarkdownType;
      reply.headers.push_back(
          {"Content-Disposition", "attachment; filename=\"kiertoon-briefing.md\""});
      break;
    case BriefingFormat::kJson:
      reply.body = briefing_json(briefing, counts, say);
      break;
  }
  return reply;
}

// The answer, and which generation gave it.
struct Made {
  Reply reply;
  std::string generation = {};
};

Made make(const BriefingQuery& query, SearchService& search) {
  const auto briefing = search.briefing(query.request);
  if (!briefing) {
    const ErrorCode code = briefing.error().code;
    if (code != ErrorCode::kNotFound && code != ErrorCode::kInvalidArgument) {
      spdlog::error("briefings: {}", briefing.error().to_string());
    }
    Problem problem = problem_of_error(briefing.error());
    if (code == ErrorCode::kNotFound) {
      problem.parameter = "ids";
    }
    return {.reply = reply_of(problem)};
  }
  return {.reply = reply_in_format(*briefing, query, search.vocabulary()),
          .generation = briefing->generation};
}

}  // namespace

Reply BriefingService::answer(const Call& call) {
  const auto query =
      parse_briefing_query(call.parameters, call.accept, context_.search.vocabulary());
  if (!query) {
    return reply_of(query.error());
  }
  const std::string question = canonical(*query);
  const auto tag = [&](std::string_view generation) {
    return make_etag({"briefings", context_.edition, generation, question});
  };
  Reply reply =
      answer_unless_known(call, {.etag = tag(context_.search.generation())}, [&]() -> Reply {
        Made made = make(*query, context_.search);
        if (made.reply.status == 200) {
          // A new generation may have come in between: the tag belongs to the one that answered.
          made.reply.etag = tag(made.generation);
        }
        return std::move(made.reply);
      });
  reply.headers.push_back({"Vary", "Accept"});
  return reply;
}

Reply PostedBriefingService::answer(const Call& call) {
  const auto query =
      parse_briefing_body(call.body, call.parameters, call.accept, context_.search.vocabulary());
  return query ? make(*query, context_.search).reply : reply_of(query.error());
}

}  // namespace kiertoon

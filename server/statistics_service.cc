#include "server/statistics_service.h"

#include <utility>

#include <spdlog/spdlog.h>

#include "server/csv_writer.h"
#include "server/etag.h"
#include "server/statistics_parameters.h"
#include "server/statistics_view.h"

namespace kiertoon {

namespace {

Reply reply_in_format(const Statistics& statistics,
                      const StatisticsQuery& query,
                      const Vocabulary& vocabulary) {
  if (query.format == StatisticsFormat::kJson) {
    return {.body = statistics_json(statistics, vocabulary, query.labels)};
  }
  Reply reply{.body = statistics_csv(statistics, vocabulary, query.labels),
              .content_type = kCsvType};
  reply.headers.push_back({"Content-Disposition", "attachment; filename=\"kiertoon.csv\""});
  return reply;
}

}  // namespace

Reply StatisticsService::answer(const Call& call) {
  const Vocabulary& vocabulary = context_.search.vocabulary();
  const auto query = parse_statistics_query(call.parameters, call.accept, vocabulary);
  if (!query) {
    return reply_of(query.error());
  }
  const std::string question = canonical(*query);
  const auto tag = [&](std::string_view generation) {
    return make_etag({"statistics", context_.edition, generation, question});
  };
  Reply reply =
      answer_unless_known(call, {.etag = tag(context_.search.generation())}, [&]() -> Reply {
        const auto statistics = context_.search.statistics(query->request);
        if (!statistics) {
          spdlog::error("statistics: {}", statistics.error().to_string());
          return reply_of(problem_of_error(statistics.error()));
        }
        Reply counted = reply_in_format(*statistics, *query, vocabulary);
        // A new generation may have come in between: the tag belongs to the one that answered.
        counted.etag = tag(statistics->generation);
        return counted;
      });
  reply.headers.push_back({"Vary", "Accept"});
  return reply;
}

}  // namespace kiertoon

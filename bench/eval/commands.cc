#include "bench/eval/commands.h"

#include <fstream>
#include <functional>
#include <iterator>
#include <utility>

#include "bench/eval/collection.h"
#include "bench/eval/temporary_index.h"

namespace kiertoon {
namespace {

struct Questions {
  std::vector<Query> queries;
  Qrels qrels;
};

Expected<Questions> load_questions(const EvaluationOptions& options) {
  auto queries = load_queries(options.queries);
  if (!queries) {
    return tl::unexpected(queries.error());
  }
  auto qrels = load_qrels(options.qrels);
  if (!qrels) {
    return tl::unexpected(qrels.error());
  }
  return Questions{std::move(*queries), std::move(*qrels)};
}

Expected<void> write_file(const std::filesystem::path& path,
                          const std::function<void(std::ostream&)>& write) {
  if (path.empty()) {
    return {};
  }
  std::ofstream file(path);
  write(file);
  file.flush();
  return file ? Expected<void>() : fail(ErrorCode::kUnavailable, "cannot write " + path.string());
}

IndexingReport report_of(const TemporaryIndex& index) {
  return {.deeds = index.published().deeds,
          .seconds = index.indexing_time().count(),
          .bytes = index.published().bytes};
}

Expected<EvaluationReport> evaluate(TemporaryIndex& index,
                                    const Questions& questions,
                                    const EvaluationOptions& options) {
  const auto scores = score_queries(index.service(), questions.queries, questions.qrels);
  if (!scores) {
    return tl::unexpected(scores.error());
  }
  if (scores->empty()) {
    return fail(ErrorCode::kInvalidData,
                "no query of " + options.queries.string() + " has a relevant document in " +
                    options.qrels.string());
  }
  for (const auto& written :
       {write_file(options.run_out, [&](std::ostream& out) { write_run(*scores, out); }),
        write_file(options.queries_out, [&](std::ostream& out) { write_queries(*scores, out); })}) {
    if (!written) {
      return tl::unexpected(written.error());
    }
  }
  return measure_latency(index.service(), questions.queries, options.repeat)
      .map([&](std::vector<Latency> latencies) {
        return EvaluationReport{.indexing = report_of(index),
                                .quality = summarise(*scores),
                                .by_kind = summarise_by_kind(*scores),
                                .latencies = std::move(latencies)};
      });
}

std::vector<Deed> deeds_from(const std::vector<Document>& documents,
                             std::optional<Language> language,
                             Analyzer& analyzer) {
  std::vector<Deed> deeds;
  deeds.reserve(documents.size());
  for (const Document& document : documents) {
    deeds.push_back(deed_from(document, language, analyzer));
  }
  return deeds;
}

Expected<std::vector<Deed>> deeds_of(const SearchEvaluation& evaluation, Analyzer& analyzer) {
  return load_documents(evaluation.documents).map([&](const std::vector<Document>& documents) {
    return deeds_from(documents, evaluation.language, analyzer);
  });
}

Expected<std::vector<Deed>> deeds_of(const GoldenEvaluation& evaluation, Analyzer& analyzer) {
  std::vector<Deed> deeds;
  for (const auto& path : evaluation.deeds) {
    auto loaded = load_deeds(path, analyzer);
    if (!loaded) {
      return loaded;
    }
    std::move(loaded->begin(), loaded->end(), std::back_inserter(deeds));
  }
  return deeds;
}

// What the evaluation has to work on.
struct Setting {
  Questions questions;
  std::unique_ptr<TemporaryIndex> index;
};

template <typename Evaluation>
Expected<Setting> set_up(const Evaluation& evaluation) {
  auto questions = load_questions(evaluation.common);
  if (!questions) {
    return tl::unexpected(questions.error());
  }
  const auto tools = load_indexing_tools(evaluation.common.data);
  if (!tools) {
    return tl::unexpected(tools.error());
  }
  auto deeds = deeds_of(evaluation, *tools->analyzer);
  if (!deeds) {
    return tl::unexpected(deeds.error());
  }
  auto index = TemporaryIndex::create(std::move(*deeds), *tools);
  if (!index) {
    return tl::unexpected(index.error());
  }
  return Setting{std::move(*questions), std::move(*index)};
}

Expected<SimilarQuestions> questions_of(const SimilarEvaluation& evaluation,
                                        const std::vector<Document>& documents) {
  const bool is_drawn = evaluation.queries.empty();
  auto qrels = load_qrels(is_drawn ? evaluation.classes : evaluation.qrels);
  if (!qrels) {
    return tl::unexpected(qrels.error());
  }
  if (is_drawn) {
    return draw_similar_questions(*qrels, documents, evaluation.sample);
  }
  return load_similar_queries(evaluation.queries).map([&](std::vector<SimilarQuery> queries) {
    return SimilarQuestions{std::move(queries), std::move(*qrels)};
  });
}

// What an evaluation of similar deeds has to work on.
struct SimilarSetting {
  SimilarQuestions questions;
  std::unique_ptr<TemporaryIndex> index;
};

Expected<SimilarSetting> set_up(const SimilarEvaluation& evaluation) {
  const auto documents = load_documents(evaluation.documents);
  if (!documents) {
    return tl::unexpected(documents.error());
  }
  auto questions = questions_of(evaluation, *documents);
  if (!questions) {
    return tl::unexpected(questions.error());
  }
  if (evaluation.asked_with == AskedWith::kText) {
    if (auto given = ask_with_text(*documents, questions->queries); !given) {
      return tl::unexpected(given.error());
    }
  }
  const auto tools = load_indexing_tools(evaluation.data);
  if (!tools) {
    return tl::unexpected(tools.error());
  }
  auto index =
      TemporaryIndex::create(deeds_from(*documents, evaluation.language, *tools->analyzer), *tools);
  if (!index) {
    return tl::unexpected(index.error());
  }
  return SimilarSetting{std::move(*questions), std::move(*index)};
}

}  // namespace

Expected<EvaluationReport> run(const SearchEvaluation& evaluation) {
  auto setting = set_up(evaluation);
  if (!setting) {
    return tl::unexpected(setting.error());
  }
  auto report = evaluate(*setting->index, setting->questions, evaluation.common);
  if (report) {
    report->by_kind.clear();
  }
  return report;
}

Expected<EvaluationReport> run(const GoldenEvaluation& evaluation) {
  auto setting = set_up(evaluation);
  if (!setting) {
    return tl::unexpected(setting.error());
  }
  return evaluate(*setting->index, setting->questions, evaluation.common);
}

Expected<SimilarReport> run(const SimilarEvaluation& evaluation) {
  auto setting = set_up(evaluation);
  if (!setting) {
    return tl::unexpected(setting.error());
  }
  SearchService& service = setting->index->service();
  const auto scores = score_similar(service, setting->questions);
  if (!scores) {
    return tl::unexpected(scores.error());
  }
  if (scores->empty()) {
    return fail(ErrorCode::kInvalidData, "no query has a relevant document besides its own");
  }
  const auto written =
      write_file(evaluation.run_out, [&](std::ostream& out) { write_run(*scores, out); });
  if (!written) {
    return tl::unexpected(written.error());
  }
  return measure_similar(service, setting->questions.queries, evaluation.repeat)
      .map([&](std::vector<Latency> latencies) {
        return SimilarReport{.indexing = report_of(*setting->index),
                             .quality = summarise(*scores),
                             .latencies = std::move(latencies)};
      });
}

}  // namespace kiertoon

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "indexer/commands.h"
#include "indexer/exit_code.h"
#include "search/resources.h"

namespace kiertoon {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxLineBytes = std::size_t{4} * 1024 * 1024;

Json token_json(const Token& token, std::string_view text) {
  Json terms = Json::array();
  for (const Term& term : *token.terms) {
    terms.push_back({{"term", term.text}, {"kind", name_of(term.kind)}});
  }
  return {{"surface", to_valid_utf8(text.substr(token.start, token.end - token.start))},
          {"start", token.start},
          {"end", token.end},
          {"terms", std::move(terms)}};
}

std::string line_json(std::string_view text, const std::vector<Token>& tokens) {
  Json json{{"text", to_valid_utf8(text)}, {"tokens", Json::array()}};
  for (const Token& token : tokens) {
    json["tokens"].push_back(token_json(token, text));
  }
  return json.dump();
}

// Flushes `out` before each read, so that whoever writes the input line by line gets each answer
// before the next line.
ReadBytes flushing(std::ostream& out, ReadBytes input) {
  return [&out, read = std::move(input)](std::span<char> buffer) {
    out.flush();
    return read(buffer);
  };
}

}  // namespace

int run_analyze(const AnalyzeOptions& options, ReadBytes input, const Reporter::Streams& streams) {
  Reporter reporter(streams, ProgressStyle::kNone);
  const auto tools = load_indexing_tools(options.data);
  if (!tools) {
    reporter.error(tools.error());
    return kExitEnvironment;
  }
  Analyzer& analyzer = *tools->analyzer;
  LineReader lines(flushing(streams.results, std::move(input)), kMaxLineBytes);
  int exit_code = kExitOk;
  for (auto line = lines.next(); line && *line; line = lines.next()) {
    const std::string_view text = (*line)->text;
    if ((*line)->size > kMaxLineBytes) {
      reporter.problem({"standard input", (*line)->number}, {{}, {}, "is longer than 4 MiB"});
      exit_code = kExitData;
      continue;
    }
    const Language language = options.language ? *options.language : analyzer.detect_language(text);
    streams.results << line_json(text, analyzer.analyze(text, language, options.role)) << '\n';
  }
  streams.results.flush();
  return exit_code;
}

}  // namespace kiertoon

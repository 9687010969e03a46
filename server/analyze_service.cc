#include "server/analyze_service.h"

#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "server/etag.h"
#include "server/json_writer.h"
#include "server/limits.h"
#include "server/search_parameters.h"
#include "server/text.h"

namespace kiertoon {

namespace {

constexpr std::array<std::string_view, 2> kKnownParameters{"text", "language"};

Valid<std::string> read_text(const Parameters& parameters) {
  const auto parameter = parameters.single("text");
  if (!parameter) {
    return refuse(parameter.error());
  }
  if (*parameter == nullptr) {
    return refuse({.status = 400,
                   .kind = "missing-parameter",
                   .title = "Missing parameter",
                   .detail = "the parameter 'text' is missing",
                   .parameter = "text"});
  }
  const std::size_t characters = count_code_points((*parameter)->value);
  if (characters > limits::kAnalyzedCharacters) {
    return refuse(invalid_value(**parameter,
                                fmt::format("'text' has {} characters; at most {} are allowed",
                                            characters,
                                            limits::kAnalyzedCharacters)));
  }
  return (*parameter)->value;
}

std::string analysis_json(std::string_view text,
                          Language language,
                          const std::vector<Token>& tokens) {
  JsonWriter json;
  json.object([&] {
    json.field("text", text);
    json.field("language", language_code(language));
    json.list("tokens", tokens, [&](const Token& token) {
      json.object([&] {
        json.field("surface", text.substr(token.start, token.end - token.start));
        json.field("start", static_cast<std::uint64_t>(token.start));
        json.field("end", static_cast<std::uint64_t>(token.end));
        json.list("terms", *token.terms, [&](const Term& term) {
          json.object([&] {
            json.field("term", term.text);
            json.field("kind", name_of(term.kind));
          });
        });
      });
    });
  });
  return std::move(json).take();
}

}  // namespace

Reply AnalyzeService::answer(const Call& call) {
  if (const auto checked = call.parameters.only(kKnownParameters); !checked) {
    return reply_of(checked.error());
  }
  const auto text = read_text(call.parameters);
  if (!text) {
    return reply_of(text.error());
  }
  const bool detect = call.parameters.all("language").empty();
  const auto given = read_language(call.parameters, "language", Language::kFinnish);
  if (!given) {
    return reply_of(given.error());
  }
  const Language language = detect ? context_.search.detect_language(*text) : *given;
  const std::string etag = make_etag(
      {"analyze", context_.edition, context_.search.generation(), language_code(language), *text});
  return answer_unless_known(call, {.etag = etag}, [&]() -> Reply {
    return {.body = analysis_json(*text, language, context_.search.analyze(*text, language))};
  });
}

}  // namespace kiertoon

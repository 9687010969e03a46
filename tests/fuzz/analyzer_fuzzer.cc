// Any bytes, read as each language and in both roles: offsets lie in the text and go forward, terms
// are valid UTF-8.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "base/utf8.h"
#include "tests/analysis/test_analyzer.h"
#include "tests/fuzz/require.h"

namespace {

using kiertoon::require;

std::unique_ptr<kiertoon::Analyzer> make_analyzer() {
  // A small cache, so that words come to be dropped from it.
  auto analyzer = kiertoon::Analyzer::create(kiertoon::test_analysis_data(),
                                             std::make_shared<kiertoon::TermCache>(64));
  require(analyzer.has_value());
  return std::move(*analyzer);
}

void check_terms(const kiertoon::Token& token) {
  require(token.terms != nullptr);
  for (const kiertoon::Term& term : *token.terms) {
    require(!term.text.empty() && kiertoon::is_valid_utf8(term.text));
    require(term.begin <= term.end && term.end <= token.end - token.start);
    require(!kiertoon::name_of(term.kind).empty());
  }
}

void check_tokens(const std::vector<kiertoon::Token>& tokens, std::string_view text) {
  const kiertoon::Token* before = nullptr;
  for (const kiertoon::Token& token : tokens) {
    require(token.start < token.end && token.end <= text.size());
    require(before == nullptr || (before->end <= token.start && before->position < token.position));
    check_terms(token);
    before = &token;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::unique_ptr<kiertoon::Analyzer> analyzer = make_analyzer();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const kiertoon::Language language : kiertoon::kLanguages) {
    check_tokens(analyzer->analyze(text, language, kiertoon::TextRole::kDocument), text);
    check_tokens(analyzer->analyze(text, language, kiertoon::TextRole::kQuery), text);
  }
  require(!kiertoon::language_code(analyzer->detect_language(text)).empty());
  return 0;
}

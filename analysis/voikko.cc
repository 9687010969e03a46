#include "analysis/voikko.h"

#include <cstddef>
#include <utility>

#include <libvoikko/voikko.h>

namespace kiertoon {
namespace {

constexpr std::size_t kLongestWord = 255;  // characters; Voikko takes no longer word

struct HandleDeleter {
  void operator()(VoikkoHandle* handle) const { voikkoTerminate(handle); }
};
struct AnalysesDeleter {
  void operator()(voikko_mor_analysis** analyses) const { voikko_free_mor_analysis(analyses); }
};

std::string value_of(const voikko_mor_analysis* analysis, const char* key) {
  char* value = voikko_mor_analysis_value_cstr(analysis, key);
  if (value == nullptr) {
    return {};
  }
  std::string text(value);
  voikko_free_mor_analysis_value_cstr(value);
  return text;
}

// Calls `visit` with each analysis of a word that is not too long.
template <typename Visitor>
void for_each_analysis(VoikkoHandle* voikko, std::string_view word, Visitor visit) {
  if (word.empty() || word.size() > kLongestWord) {
    return;
  }
  const std::unique_ptr<voikko_mor_analysis*, AnalysesDeleter> analyses(
      voikkoAnalyzeWordCstr(voikko, std::string(word).c_str()));
  for (voikko_mor_analysis** it = analyses.get(); it != nullptr && *it != nullptr; ++it) {
    visit(*it);
  }
}

}  // namespace

struct Voikko::Handle {
  std::unique_ptr<VoikkoHandle, HandleDeleter> voikko;
};

Voikko::Voikko(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Voikko::~Voikko() = default;

Expected<std::unique_ptr<Voikko>> Voikko::create() {
  const char* error = nullptr;
  auto handle = std::make_unique<Handle>();
  handle->voikko.reset(voikkoInit(&error, "fi", nullptr));
  if (!handle->voikko) {
    return fail(
        ErrorCode::kUnavailable,
        std::string("Voikko does not start: ") + (error == nullptr ? "unknown reason" : error),
        "install the Debian package voikko-fi");
  }
  return std::unique_ptr<Voikko>(new Voikko(std::move(handle)));
}

std::vector<VoikkoAnalysis> Voikko::analyze(std::string_view word) {
  std::vector<VoikkoAnalysis> found;
  for_each_analysis(handle_->voikko.get(), word, [&](const voikko_mor_analysis* analysis) {
    found.push_back({.base_form = value_of(analysis, "BASEFORM"),
                     .word_bases = value_of(analysis, "WORDBASES"),
                     .structure = value_of(analysis, "STRUCTURE")});
  });
  return found;
}

bool Voikko::is_verb(std::string_view word) {
  constexpr std::string_view kVerb = "teonsana";
  bool is_known = false;
  bool is_verb = true;
  for_each_analysis(handle_->voikko.get(), word, [&](const voikko_mor_analysis* analysis) {
    is_known = true;
    is_verb = is_verb && value_of(analysis, "CLASS") == kVerb;
  });
  return is_known && is_verb;
}

}  // namespace kiertoon

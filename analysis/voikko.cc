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
  if (word.empty() || word.size() > kLongestWord) {
    return found;
  }
  const std::unique_ptr<voikko_mor_analysis*, AnalysesDeleter> analyses(
      voikkoAnalyzeWordCstr(handle_->voikko.get(), std::string(word).c_str()));
  if (!analyses) {
    return found;
  }
  for (voikko_mor_analysis** analysis = analyses.get(); *analysis != nullptr; ++analysis) {
    found.push_back({.base_form = value_of(*analysis, "BASEFORM"),
                     .word_bases = value_of(*analysis, "WORDBASES"),
                     .structure = value_of(*analysis, "STRUCTURE")});
  }
  return found;
}

}  // namespace kiertoon

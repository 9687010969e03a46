#include "indexer/deed_collector.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace kiertoon {
namespace {

// More does not make the guess of a language better.
constexpr std::size_t kMaxBytesForDetection = 4'000;

std::string text_for_detection(const Deed& deed) {
  std::string text = deed.title + '\n' + deed.summary;
  for (const Section& section : deed.sections) {
    if (text.size() >= kMaxBytesForDetection) {
      break;
    }
    text += '\n' + section.text;
  }
  return std::string(truncate_utf8(text, kMaxBytesForDetection));
}

}  // namespace

std::vector<FieldError> unknown_slugs(const Deed& deed, const Vocabulary& vocabulary) {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < deed.themes.size(); ++i) {
    if (!vocabulary.has_theme(deed.themes[i])) {
      errors.push_back(
          {fmt::format("themes[{}]", i), deed.themes[i], "is not a theme of the vocabulary"});
    }
  }
  for (std::size_t i = 0; i < deed.sectors.size(); ++i) {
    if (!vocabulary.has_sector(deed.sectors[i])) {
      errors.push_back(
          {fmt::format("sectors[{}]", i), deed.sectors[i], "is not a sector of the vocabulary"});
    }
  }
  return errors;
}

Expected<void> DeedCollector::read(DeedSource& source) {
  while (!tools_.signals.received()) {
    auto record = source.next();
    if (!record) {
      return tl::unexpected(std::move(record.error()));
    }
    if (!*record) {
      return {};
    }
    take(std::move(**record));
    tools_.reporter.progress("Reading", counts_.read, 0);
  }
  return {};
}

void DeedCollector::take(SourceRecord record) {
  ++counts_.read;
  if (!record.deed) {
    return refuse(record.place, record.deed.error());
  }
  Deed& deed = record.deed->deed;
  if (const auto errors = unknown_slugs(deed, tools_.vocabulary); !errors.empty()) {
    return refuse(record.place, errors);
  }
  const auto [known, is_new] = places_.try_emplace(deed.id, record.place);
  if (!is_new) {
    ++counts_.duplicates;
    return refuse(
        record.place,
        {{"id", deed.id, fmt::format("is the id of {} already", known->second.to_string())}});
  }
  detect_language(*record.deed);
  ++counts_.by_language.at(static_cast<std::size_t>(deed.language));
  deeds_.push_back(std::move(deed));
}

void DeedCollector::refuse(const SourcePlace& place, const std::vector<FieldError>& errors) {
  ++counts_.wrong;
  for (const FieldError& error : errors) {
    tools_.reporter.problem(place, error);
  }
}

void DeedCollector::detect_language(ParsedDeed& parsed) {
  if (!parsed.language_given) {
    ++counts_.detected;
    parsed.deed.language = tools_.analyzer.detect_language(text_for_detection(parsed.deed));
  }
}

std::vector<Deed> DeedCollector::take_sorted() {
  std::vector<Deed> deeds = std::exchange(deeds_, {});
  places_.clear();
  std::sort(deeds.begin(), deeds.end(), [](const Deed& a, const Deed& b) { return a.id < b.id; });
  return deeds;
}

}  // namespace kiertoon

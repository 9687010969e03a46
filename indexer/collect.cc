#include "indexer/collect.h"

#include <memory>
#include <utility>

#include <fmt/format.h>

namespace kiertoon {

Expected<void> collect(const std::vector<std::string>& sources, DeedCollector& collector) {
  std::vector<std::unique_ptr<DeedSource>> opened;
  for (const std::string& name : sources) {
    auto source = open_source(name);
    if (!source) {
      return tl::unexpected(std::move(source.error()));
    }
    opened.push_back(std::move(*source));
  }
  for (const auto& source : opened) {
    if (auto read = collector.read(*source); !read) {
      return read;
    }
  }
  return {};
}

void report_counts(const CollectionCounts& counts, Reporter& reporter) {
  const std::string duplicates = counts.duplicates == 0
                                     ? std::string()
                                     : fmt::format(" ({} of them duplicates)", counts.duplicates);
  reporter.result(fmt::format("deeds read: {}, right: {}, wrong: {}{}",
                              counts.read,
                              counts.read - counts.wrong,
                              counts.wrong,
                              duplicates));
  std::string languages;
  for (const Language language : kLanguages) {
    languages += fmt::format("{}{} {}",
                             languages.empty() ? "" : ", ",
                             language_code(language),
                             counts.by_language.at(static_cast<std::size_t>(language)));
  }
  reporter.result(fmt::format("languages: {} (detected: {})", languages, counts.detected));
}

}  // namespace kiertoon

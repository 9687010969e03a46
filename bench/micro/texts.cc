#include "bench/micro/texts.h"

#include <cstdlib>
#include <fstream>

#include "bench/eval/collection.h"
#include "search/deed/deed_json.h"

namespace kiertoon {
namespace {

std::string text_of(const Deed& deed) {
  std::string text = deed.title + '\n' + deed.summary;
  for (const Section& section : deed.sections) {
    text += '\n' + section.text;
  }
  return text;
}

}  // namespace

std::vector<std::string> shipped_texts() {
  std::vector<std::string> texts;
  for (const char* name : {"examples.jsonl", "published.jsonl"}) {
    std::ifstream file(std::filesystem::path(KIERTOON_SOURCE_DIR) / "data" / "deeds" / name);
    for (std::string line; std::getline(file, line);) {
      if (const auto parsed = parse_deed(line)) {
        texts.push_back(text_of(parsed->deed));
      }
    }
  }
  return texts;
}

std::vector<std::string> collection_texts() {
  std::vector<std::string> texts;
  const auto documents =
      load_documents(collections_folder() / "kirjastonhoitaja-subjects" / "docs.jsonl");
  if (documents) {
    for (const Document& document : *documents) {
      texts.push_back(document.title + '\n' + document.text);
    }
  }
  return texts;
}

std::filesystem::path collections_folder() {
  const char* configured = std::getenv("KIERTOON_COLLECTIONS");  // NOLINT(concurrency-mt-unsafe)
  const std::filesystem::path folder =
      configured != nullptr
          ? std::filesystem::path(configured)
          : std::filesystem::path(KIERTOON_SOURCE_DIR).parent_path() / "shared" / "collections";
  return std::filesystem::is_directory(folder) ? folder : std::filesystem::path();
}

}  // namespace kiertoon

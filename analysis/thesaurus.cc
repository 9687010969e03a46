#include "analysis/thesaurus.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "analysis/text.h"
#include "analysis/thesaurus_names.h"
#include "base/bounded_cache.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace kiertoon {

namespace {

namespace fs = std::filesystem;

enum Column : std::size_t { kId, kFirstName, kBroader = kFirstName + kLanguages.size(), kRelated };

bool is_slug(std::string_view text) {
  return !text.empty() && text.size() <= kLongestConceptId &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

std::string_view sentence_of(NameVerdict verdict) {
  switch (verdict) {
    case NameVerdict::kEmpty:
      return "is an empty name";
    case NameVerdict::kTooLong:
    case NameVerdict::kNotUtf8:
      return "is too long or not UTF-8";
    case NameVerdict::kNoWordOrTooMany:
      return "has no word, or too many";
    case NameVerdict::kTooManyConcepts:
      return "names two other concepts already";
    case NameVerdict::kTaken:
    case NameVerdict::kKnown:
      break;
  }
  return {};
}

}  // namespace

std::string_view ThesaurusConcept::preferred_name(Language language) const {
  const auto name = std::find_if(
      names.begin(), names.end(), [&](const ThesaurusName& it) { return it.language == language; });
  return name == names.end() ? std::string_view() : std::string_view(name->text);
}

// Reads files into one thesaurus; links are resolved when all files are read.
class ThesaurusReader {
 public:
  explicit ThesaurusReader(std::unique_ptr<ThesaurusNames> names) : names_(std::move(names)) {}

  Expected<void> read(const fs::path& file) {
    const auto rows = read_tsv(file, kThesaurusColumns.front());
    if (!rows) {
      return tl::unexpected(rows.error());
    }
    std::set<std::string, std::less<>> seen;
    for (const auto& row : *rows) {
      place_ = file.string() + ":" + std::to_string(row.line);
      if (!seen.emplace(row.cell(kId)).second) {
        return wrong(kId, row.cell(kId), "is in this file already");
      }
      if (auto added = add(row); !added) {
        return added;
      }
    }
    return {};
  }

  Expected<Thesaurus> finish() {
    for (const auto& link : links_) {
      const auto target = numbers_.find(link.target);
      if (target == numbers_.end()) {
        place_ = link.place;
        return tl::unexpected(
            wrong(link.column, link.target, "is no concept of these files").error());
      }
      auto& source = thesaurus_.concepts_[link.source];
      auto& linked = link.column == kBroader ? source.broader : source.related;
      if (std::find(linked.begin(), linked.end(), target->second) == linked.end()) {
        linked.push_back(target->second);
      }
    }
    thesaurus_.names_ = names_->take();
    return std::move(thesaurus_);
  }

 private:
  struct Link {
    std::uint32_t source = 0;
    Column column = kBroader;
    std::string target;
    std::string place;
  };

  [[nodiscard]] Expected<void> wrong(std::size_t column,
                                     std::string_view value,
                                     std::string_view reason) const {
    return fail(ErrorCode::kInvalidData,
                place_ + ": column " + std::string(kThesaurusColumns.at(column)) + ": \"" +
                    std::string(truncate_utf8(value, kLongestThesaurusName)) + "\" " +
                    std::string(reason));
  }

  Expected<void> add(const TsvRow& row) {
    const std::string_view id = row.cell(kId);
    if (!is_slug(id)) {
      return wrong(kId, id, "is not made of a-z, 0-9 and -");
    }
    const auto [known, is_new] = numbers_.try_emplace(
        std::string(id), static_cast<std::uint32_t>(thesaurus_.concepts_.size()));
    const std::uint32_t number = known->second;
    if (is_new) {
      thesaurus_.concepts_.push_back({.id = std::string(id)});
    }
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
      const Language language = kLanguages.at(i);
      std::size_t place = is_new ? thesaurus_.concepts_[number].names.size()
                                 : place_of_added(thesaurus_.concepts_[number], language);
      for (const std::string_view name : split_list(row.cell(kFirstName + i))) {
        if (auto added = add_name({number, language}, name, place); !added) {
          return added;
        }
      }
    }
    if (thesaurus_.concepts_[number].names.empty()) {
      return wrong(kId, id, "has no name");
    }
    for (const Column column : {kBroader, kRelated}) {
      for (const std::string_view target : split_list(row.cell(column))) {
        links_.push_back({number, column, std::string(target), place_});
      }
    }
    return {};
  }

  // Right after the preferred name: who adds a name to a concept that is there writes it so.
  static std::size_t place_of_added(const ThesaurusConcept& concept_, Language language) {
    const auto& names = concept_.names;
    const auto preferred = std::find_if(names.begin(), names.end(), [&](const ThesaurusName& it) {
      return it.language == language;
    });
    return static_cast<std::size_t>(preferred - names.begin()) + (preferred == names.end() ? 0 : 1);
  }

  struct Owner {
    std::uint32_t number = 0;  // of a concept
    Language language = Language::kFinnish;
  };

  // `place` among the concept's names; moves on when the name is taken.
  Expected<void> add_name(Owner owner, std::string_view name, std::size_t& place) {
    const auto [number, language] = owner;
    const NameVerdict verdict = names_->add(name, language, number);
    if (verdict == NameVerdict::kTaken) {
      auto& names = thesaurus_.concepts_[number].names;
      names.insert(names.begin() + static_cast<std::ptrdiff_t>(place),
                   {std::string(name), language, split_words(fold(normalise(name)))});
      ++place;
    }
    if (verdict == NameVerdict::kTaken || verdict == NameVerdict::kKnown) {
      return {};
    }
    return wrong(kFirstName + static_cast<std::size_t>(language), name, sentence_of(verdict));
  }

  std::unique_ptr<ThesaurusNames> names_;
  Thesaurus thesaurus_;
  StringMap<std::uint32_t> numbers_;  // by id
  std::vector<Link> links_;
  std::string place_;  // file and line being read
};

Expected<Thesaurus> Thesaurus::load(const std::vector<fs::path>& files) {
  auto names = ThesaurusNames::create();
  if (!names) {
    return tl::unexpected(names.error());
  }
  ThesaurusReader reader(std::move(*names));
  for (const auto& file : files) {
    if (auto read = reader.read(file); !read) {
      return tl::unexpected(read.error());
    }
  }
  return reader.finish();
}

std::vector<fs::path> thesaurus_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code ignored;  // no folder, no files
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".tsv") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace kiertoon

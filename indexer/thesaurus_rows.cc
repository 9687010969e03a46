#include "indexer/thesaurus_rows.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <utility>

#include "analysis/thesaurus.h"
#include "analysis/thesaurus_names.h"
#include "base/tsv.h"
#include "indexer/concept_ids.h"
#include "indexer/search_forms.h"

namespace kiertoon {
namespace {

bool is_control(char c) {
  constexpr char kDelete = 0x7F;
  return (c >= 0 && c < ' ') || c == kDelete;
}

// A cell is a part of a line, and names are parts of a cell.
bool fits_a_cell(std::string_view name) {
  return std::none_of(
      name.begin(), name.end(), [](char c) { return is_control(c) || c == kListSeparator; });
}

void count(NameVerdict verdict, RefusedNames& refused) {
  switch (verdict) {
    case NameVerdict::kTooLong:
      ++refused.too_long;
      break;
    case NameVerdict::kNoWordOrTooMany:
      ++refused.without_word_or_too_many;
      break;
    case NameVerdict::kTooManyConcepts:
      ++refused.of_too_many_concepts;
      break;
    case NameVerdict::kEmpty:
    case NameVerdict::kNotUtf8:
      ++refused.unwritable;
      break;
    case NameVerdict::kTaken:
    case NameVerdict::kKnown:
      break;
  }
}

class RowMaker {
 public:
  RowMaker(const SkosVocabulary& vocabulary, ThesaurusNames& names)
      : vocabulary_(vocabulary), names_(names), rows_(vocabulary.concepts.size()) {}

  void add_labels(SkosLabelKind kind) {
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      for (const SkosLabel& label : vocabulary_.concepts[i].labels) {
        if (label.kind == kind) {
          add_label(i, label);
        }
      }
    }
  }

  void add_search_forms(const SearchForms& forms) {
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      for (const Language language : kLanguages) {
        const auto labels = names_of(i, language);  // a copy: forms have no forms
        for (const std::string& label : labels) {
          add_forms(i, language, forms.of(label, language));
        }
      }
    }
  }

  ThesaurusRows finish() {
    std::vector<std::string_view> uris;
    for (const SkosConcept& source : vocabulary_.concepts) {
      uris.emplace_back(source.uri);
    }
    const std::vector<std::string> ids = concept_ids(uris);
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      if (!has_name(i)) {
        ++made_.nameless;
        continue;
      }
      rows_[i].id = ids[i];
      rows_[i].broader = linked_ids(vocabulary_.concepts[i].broader, ids);
      rows_[i].related = linked_ids(vocabulary_.concepts[i].related, ids);
    }
    std::erase_if(rows_, [](const ThesaurusRow& row) { return row.id.empty(); });
    std::sort(rows_.begin(), rows_.end(), [](const ThesaurusRow& a, const ThesaurusRow& b) {
      return a.id < b.id;
    });
    made_.rows = std::move(rows_);
    return std::move(made_);
  }

 private:
  std::vector<std::string>& names_of(std::uint32_t i, Language language) {
    return rows_[i].names.at(static_cast<std::size_t>(language));
  }

  [[nodiscard]] bool has_name(std::uint32_t i) const {
    const auto& names = rows_[i].names;
    return std::any_of(names.begin(), names.end(), [](const auto& it) { return !it.empty(); });
  }

  void add_label(std::uint32_t i, const SkosLabel& label) {
    if (fits_a_cell(label.text)) {
      count(add_name(i, label.language, label.text), made_.refused);
    } else {
      ++made_.refused.unwritable;
    }
  }

  void add_forms(std::uint32_t i, Language language, const std::vector<std::string>& forms) {
    for (const std::string& form : forms) {
      if (fits_a_cell(form) && add_name(i, language, form) == NameVerdict::kTaken) {
        ++made_.search_forms;
      }
    }
  }

  NameVerdict add_name(std::uint32_t i, Language language, const std::string& name) {
    const NameVerdict verdict = names_.add(name, language, i);
    if (verdict == NameVerdict::kTaken) {
      names_of(i, language).push_back(name);
    }
    return verdict;
  }

  std::vector<std::string> linked_ids(const std::vector<std::uint32_t>& links,
                                      const std::vector<std::string>& ids) {
    std::vector<std::string> linked;
    for (const std::uint32_t link : links) {
      if (has_name(link)) {
        linked.push_back(ids[link]);
      } else {
        ++made_.lost_links;
      }
    }
    std::sort(linked.begin(), linked.end());
    return linked;
  }

  const SkosVocabulary& vocabulary_;
  ThesaurusNames& names_;
  std::vector<ThesaurusRow> rows_;
  ThesaurusRows made_;
};

void append_cell(std::string& text, const std::vector<std::string>& parts) {
  text += '\t';
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      text += ' ';
      text += kListSeparator;
      text += ' ';
    }
    text += parts[i];
  }
}

}  // namespace

Expected<ThesaurusRows> make_thesaurus_rows(const SkosVocabulary& vocabulary, Analyzer& analyzer) {
  auto names = ThesaurusNames::create();
  if (!names) {
    return tl::unexpected(names.error());
  }
  RowMaker maker(vocabulary, **names);
  for (const auto kind :
       {SkosLabelKind::kPreferred, SkosLabelKind::kAlternative, SkosLabelKind::kHidden}) {
    maker.add_labels(kind);
  }
  maker.add_search_forms(SearchForms(analyzer));
  return maker.finish();
}

std::string to_tsv(const std::vector<ThesaurusRow>& rows, std::string_view comment) {
  std::string text = "# ";
  std::replace_copy_if(comment.begin(), comment.end(), std::back_inserter(text), is_control, ' ');
  text += '\n';
  for (const std::string_view column : kThesaurusColumns) {
    text += std::string(column) + '\t';
  }
  text += "note\n";
  for (const ThesaurusRow& row : rows) {
    text += row.id;
    for (const auto& names : row.names) {
      append_cell(text, names);
    }
    append_cell(text, row.broader);
    append_cell(text, row.related);
    text += "\t\n";
  }
  return text;
}

}  // namespace kiertoon

#include "search/index/document_builder.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "analysis/collation.h"
#include "base/bounded_cache.h"
#include "search/index/deed_fields.h"
#include "search/index/deed_record.h"
#include "search/index/schema.h"

namespace kiertoon {
namespace {

// Keeps phrases and nearness from reaching over the border of two texts.
constexpr std::uint32_t kGapBetweenTexts = 100;

// Of a deed without a summary, the opening of its first section does a summary's work, and weighs
// as one.
constexpr std::uint32_t kOpeningWords = 20;

// Collects the terms of a deed, and writes them into its document at the end, each term once:
// Xapian's own map of terms costs much more an occurrence.
class TermWriter {
 public:
  void add(const Token& token,
           TextField field,
           std::uint32_t first_position,
           std::uint32_t weight) {
    for (const auto& term : *token.terms) {
      if (term.kind == TermKind::kSurfaceForm) {
        continue;
      }
      const TermClass term_class = class_of(term.kind, term.language);
      const std::uint32_t position = first_position + token.position + term.offset;
      assign_index_term(key_, term_class, term.text);
      add_posting(term_class, position, weight);
      if (spec_of(field).is_limitable) {
        key_.insert(key_.begin(), spec_of(field).letter);
        add_posting(term_class, position, 0);
      }
      if (term_class == TermClass::kBase) {
        // A word is found as a part of itself, so that the part's frequency counts every word that
        // holds it.
        assign_index_term(key_, TermClass::kPart, term.text);
        add_posting(TermClass::kPart, position, weight);
      }
    }
  }

  void write(Xapian::Document& document) const {
    for (const auto& [term, postings] : postings_) {
      if (!postings.first_position) {
        document.add_term(term, postings.frequency);
        continue;
      }
      document.add_posting(term, *postings.first_position, postings.frequency);
      for (const std::uint32_t position : postings.later_positions) {
        document.add_posting(term, position, 0);
      }
    }
  }

 private:
  struct Postings {
    std::uint32_t frequency = 0;
    std::optional<std::uint32_t> first_position;  // most terms have one position in a deed
    std::vector<std::uint32_t> later_positions;
  };

  // Counts the term in `key_`.
  void add_posting(TermClass term_class, std::uint32_t position, std::uint32_t weight) {
    auto found = postings_.find(std::string_view(key_));
    if (found == postings_.end()) {
      found = postings_.emplace(key_, Postings{}).first;
    }
    Postings& postings = found->second;
    postings.frequency += weight;
    if (!has_positions(term_class)) {
      return;
    }
    if (!postings.first_position) {
      postings.first_position = position;
    } else if (position > (postings.later_positions.empty() ? *postings.first_position
                                                            : postings.later_positions.back())) {
      postings.later_positions.push_back(position);
    }
  }

  StringMap<Postings> postings_;
  std::string key_;
};

TextTokens token_places(const std::vector<Token>& tokens) {
  TextTokens text;
  text.places.reserve(tokens.size());
  for (const auto& token : tokens) {
    const auto first = static_cast<std::uint32_t>(text.hashes.size());
    for (const auto& term : *token.terms) {
      if (term.kind != TermKind::kSurfaceForm) {
        text.hashes.push_back(term_hash(class_of(term.kind, term.language), term.text));
      }
    }
    text.places.push_back(
        {token.start, token.end, first, static_cast<std::uint32_t>(text.hashes.size()) - first});
  }
  return text;
}

std::uint32_t weight_of(const FieldText& text, const Deed& deed, const Token& token) {
  const bool is_opening = deed.summary.empty() && !deed.sections.empty() &&
                          text.text.data() == deed.sections.front().text.data() &&
                          token.position < kOpeningWords;
  return spec_of(is_opening ? TextField::kSummary : text.field).weight;
}

// Names of organisations bring deeds of one place together, themes have reasons of their own.
bool tells_the_subject(TextField field) {
  return field != TextField::kOrganisations && field != TextField::kThemes &&
         field != TextField::kSectors;
}

bool is_running_text(TextField field) {
  return field == TextField::kTitle || field == TextField::kSummary ||
         field == TextField::kSections;
}

TextKind kind_of(TextField field) {
  return field == TextField::kOrganisations ? TextKind::kName : TextKind::kRunning;
}

std::string join(const std::vector<std::string>& values) {
  std::string joined;
  for (const auto& value : values) {
    if (!joined.empty()) {
      joined += kValueSeparator;
    }
    joined += value;
  }
  return joined;
}

void add_values(Xapian::Document& document, const Deed& deed, const Vocabulary& vocabulary) {
  if (deed.published) {
    document.add_value(static_cast<std::uint32_t>(Slot::kPublished), to_iso(*deed.published));
  }
  document.add_value(static_cast<std::uint32_t>(Slot::kTitleKey), finnish_sort_key(deed.title));
  const FacetValues values = facet_values(deed, vocabulary);
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    document.add_value(slot_of(facet), join(values.at(i)));
    for (const auto& value : values.at(i)) {
      document.add_boolean_term(facet_term(facet, value));
    }
  }
}

}  // namespace

DocumentBuilder::DocumentBuilder(Analyzer& analyzer, const Vocabulary& vocabulary)
    : analyzer_(analyzer), vocabulary_(vocabulary) {}

IndexedDeed DocumentBuilder::build(const Deed& deed) {
  Xapian::Document document;
  TermWriter writer;
  ProfileWriter profile;
  TokenTable table;
  std::uint32_t first_position = 1;
  words_.begin_deed();
  phrases_.begin_deed();
  const auto add_text = [&](const FieldText& text, Language language) {
    auto tokens = analyzer_.analyze(text.text, language);
    phrases_.begin_text();
    for (const auto& token : tokens) {
      const std::uint32_t weight = weight_of(text, deed, token);
      writer.add(token, text.field, first_position, weight);
      const auto word = words_.add(token, text.text, language, kind_of(text.field));
      if (is_running_text(text.field)) {
        phrases_.add(token, text.text, word);
      }
      if (tells_the_subject(text.field) &&
          !analyzer_.is_stop_form(surface_form(*token.terms), language)) {
        profile.add_terms(token, language, weight);
      }
    }
    first_position += (tokens.empty() ? 0 : tokens.back().position) + kGapBetweenTexts;
    return tokens;
  };
  for (const auto& text : running_texts(deed)) {
    const auto tokens = add_text(text, deed.language);
    for (const auto& token : tokens) {
      profile.add_form(surface_form(*token.terms));
    }
    table.push_back(token_places(tokens));
  }
  for (const auto& name : name_texts(deed, vocabulary_)) {
    add_text({name.field, name.text}, name.language);
  }
  writer.write(document);
  document.add_boolean_term(id_term(deed.id));
  add_values(document, deed, vocabulary_);
  return {.document = std::move(document),
          .record = encode_deed_record(deed, table),
          .profile = profile.take()};
}

WordCounter DocumentBuilder::take_words() {
  return std::exchange(words_, {});
}

PhraseCounter DocumentBuilder::take_phrases() {
  return std::exchange(phrases_, {});
}

}  // namespace kiertoon

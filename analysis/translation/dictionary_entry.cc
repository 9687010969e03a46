#include "analysis/translation/dictionary_entry.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "analysis/text.h"
#include "base/tsv.h"

namespace kiertoon {
namespace {

constexpr std::size_t kMostSenses = 64;
constexpr std::size_t kMostTranslations = 16;    // of a sense
constexpr std::size_t kLongestTranslation = 80;  // bytes
constexpr std::size_t kMostWords = 4;            // of a translation
constexpr std::string_view kNotOfWords = "/+<>=\"|:…0123456789";

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return line;
}

PartOfSpeech part_of_speech(std::string_view grammar) {
  constexpr std::array<std::pair<std::string_view, PartOfSpeech>, 8> kNames{{
      {"n", PartOfSpeech::kNoun},
      {"pn", PartOfSpeech::kProperNoun},
      {"adj", PartOfSpeech::kAdjective},
      {"v", PartOfSpeech::kVerb},
      {"adv", PartOfSpeech::kAdverb},
      {"affix", PartOfSpeech::kAffix},
      {"prefix", PartOfSpeech::kAffix},
      {"suffix", PartOfSpeech::kAffix},
  }};
  const std::string_view name = grammar.substr(0, grammar.find(','));
  const auto* found = std::find_if(
      kNames.begin(), kNames.end(), [name](const auto& known) { return known.first == name; });
  return found == kNames.end() ? PartOfSpeech::kOther : found->second;
}

// "work //wɜːk// <n>": the word stands before its pronunciation and its grammar.
void read_head(std::string_view line, DictionaryEntry& entry) {
  const std::size_t end = std::min(line.find(" /"), line.find(" <"));
  entry.headword = std::string(strip(normalise(line.substr(0, end))));
  std::replace_if(
      entry.headword.begin(),
      entry.headword.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' '; },
      ' ');
  const std::size_t open = line.rfind('<');
  const std::size_t close = line.rfind('>');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    entry.part_of_speech = part_of_speech(line.substr(open + 1, close - open - 1));
  }
}

// `text` with each stretch from `open` to `close` replaced by nothing; one that does not end goes
// to the end of the text.
std::string without_stretches(std::string_view text, char open, char close) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    depth += c == open ? 1 : 0;
    if (depth == 0) {
      kept += c;
    }
    depth -= c == close && depth > 0 ? 1 : 0;
  }
  return kept;
}

// Links of a wiki as they are shown: "[[Lähi-itä|Lähi-idän]]" -> "Lähi-idän".
std::string without_links(std::string_view text) {
  std::string shown;
  while (true) {
    const std::size_t open = text.find("[[");
    shown += text.substr(0, open);
    if (open == std::string_view::npos) {
      return shown;
    }
    text.remove_prefix(open + 2);
    std::string_view link = text.substr(0, text.find("]]"));
    text.remove_prefix(std::min(link.size() + 2, text.size()));
    link.remove_prefix(std::min(link.find('|') + 1, link.size()));
    shown += link;
  }
}

// "kom&shy;posterare" -> "komposterare", "Bardet&ndash;Biedl" -> "Bardet-Biedl".
std::string without_entities(std::string text) {
  constexpr std::size_t kLongestEntity = 10;
  for (std::size_t begin = text.find('&'); begin != std::string::npos;
       begin = text.find('&', begin + 1)) {
    const std::size_t end = text.find(';', begin);
    if (end == std::string::npos || end - begin > kLongestEntity) {
      continue;
    }
    const bool is_dash = text.compare(begin, end - begin, "&ndash") == 0;
    text.replace(begin, end - begin + 1, is_dash ? "-" : "");
  }
  return text;
}

// A translation's words, one space between them; nothing when it is no plain words.
std::optional<std::string> plain_words(std::string_view text) {
  const std::size_t section = text.find('#');  // "Massachusetts#Englanti"
  std::string kept = normalise(text.substr(0, section));
  std::replace_if(
      kept.begin(),
      kept.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '!' || c == '?'; },
      ' ');
  std::erase_if(kept, [](char c) { return c == '{' || c == '}' || c == '[' || c == ']'; });
  const auto words = split_words(kept);
  if (words.empty() || words.size() > kMostWords ||
      kept.find_first_of(kNotOfWords) != std::string::npos) {
    return std::nullopt;
  }
  std::string joined;
  for (const auto& word : words) {
    joined += (joined.empty() ? "" : " ") + word;
  }
  constexpr std::size_t kShortest = 2;
  const bool is_affix = joined.front() == '-' || joined.back() == '-';
  if (joined.size() < kShortest || joined.size() > kLongestTranslation || is_affix) {
    return std::nullopt;
  }
  return joined;
}

// "sairausloma, sairasloma" -> both.
std::vector<std::string> split_translations(std::string_view line) {
  const std::string plain = without_stretches(without_entities(without_links(line)), '(', ')');
  std::vector<std::string> translations;
  std::string_view rest = plain;
  while (!rest.empty() && translations.size() < kMostTranslations) {
    const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
    auto words = plain_words(rest.substr(0, end));
    if (words &&
        std::find(translations.begin(), translations.end(), *words) == translations.end()) {
      translations.push_back(std::move(*words));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return translations;
}

// Takes "2." off the front of a line, if a number stands there.
std::optional<std::size_t> take_number(std::string_view& line) {
  std::size_t number = 0;
  const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
  const auto digits = static_cast<std::size_t>(read.ptr - line.data());
  if (read.ec != std::errc() || !line.substr(digits).starts_with('.')) {
    return std::nullopt;
  }
  line.remove_prefix(digits + 1);
  return number;
}

// Takes " 2." off the end of a line of translations: there the second explanation begins.
bool take_gloss_number(std::string_view& line) {
  constexpr std::string_view kNumber = " 2.";
  if (!line.ends_with(kNumber)) {
    return false;
  }
  line.remove_suffix(kNumber.size());
  return true;
}

// Whether a line says nothing but the number of the explanation that follows: " 3.".
bool is_gloss_number(std::string_view line) {
  std::string_view number = strip(line);
  return line.starts_with(' ') && take_number(number) && number.empty();
}

DictionarySense read_sense(std::string_view line) {
  DictionarySense sense;
  sense.glosses = take_gloss_number(line) ? 2 : 1;
  sense.translations = split_translations(line);
  return sense;
}

// Senses are numbered from 1 when there are several; everything between is explanation.
void read_body(std::string_view text, DictionaryEntry& entry) {
  std::size_t next = 1;
  bool is_first = true;
  bool is_numbered = false;
  while (!text.empty() && next <= kMostSenses) {
    std::string_view line = next_line(text);
    std::string_view rest = line;
    const bool has_number = take_number(rest) == next && rest.starts_with(' ');
    if (is_first || (is_numbered && has_number)) {
      is_numbered = is_numbered || has_number;
      entry.senses.push_back(read_sense(has_number ? rest : line));
      ++next;
    } else if (is_gloss_number(line)) {
      ++entry.senses.back().glosses;
    }
    is_first = false;
  }
  std::erase_if(entry.senses, [](const auto& sense) { return sense.translations.empty(); });
}

}  // namespace

DictionaryEntry parse_dictionary_entry(std::string_view text) {
  DictionaryEntry entry;
  while (!text.empty() && strip(text.substr(0, text.find('\n'))).empty()) {
    next_line(text);
  }
  read_head(next_line(text), entry);
  read_body(text, entry);
  return entry;
}

}  // namespace kiertoon

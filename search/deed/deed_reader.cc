#include "search/deed/deed_reader.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "search/deed/deed_rules.h"

namespace kiertoon {
namespace {

using Keys = std::initializer_list<std::string_view>;

constexpr std::size_t kMaxErrors = 100;

std::string shown(const JsonValue& value) {
  switch (value.kind) {
    case JsonValue::Kind::kList:
      return value.items.empty() ? "[]" : "[...]";
    case JsonValue::Kind::kObject:
      return "{...}";
    default:
      return shorten_for_message(value.text);
  }
}

// "municipality, joint_authority, ...": every name of an enumeration whose values count from 0.
template <typename Enum>
std::string all_names() {
  std::string names;
  for (int i = 0; !name_of(static_cast<Enum>(i)).empty(); ++i) {
    names += fmt::format("{}{}", i == 0 ? "" : ", ", name_of(static_cast<Enum>(i)));
  }
  return names;
}

// A value and the way to it. Missing and null ones are fields without a value.
struct Field {
  const JsonValue* value = nullptr;
  const Field* parent = nullptr;
  std::string_view key = {};
  std::size_t index = 0;  // of an entry of a list, which has no key

  Field operator[](std::string_view name) const {
    const auto found = std::find(value->keys.begin(), value->keys.end(), name);
    if (found == value->keys.end()) {
      return {nullptr, this, name};
    }
    const JsonValue& item = value->items[static_cast<std::size_t>(found - value->keys.begin())];
    return {item.kind == JsonValue::Kind::kNull ? nullptr : &item, this, name};
  }

  [[nodiscard]] std::string path() const {
    if (parent == nullptr) {
      return {};
    }
    const std::string prefix = parent->path();
    if (parent->value->kind == JsonValue::Kind::kList) {
      return fmt::format("{}[{}]", prefix, index);
    }
    const std::string name = key.empty() ? "\"\"" : shorten_for_message(key);
    return prefix.empty() ? name : fmt::format("{}.{}", prefix, name);
  }
};

// Reads fields and gathers what is wrong with them. A wrong field reads as empty.
class FieldReader {
 public:
  void add_error(std::string path, std::string value, std::string message) {
    if (errors_.size() == kMaxErrors) {
      errors_.push_back({{}, {}, "has more errors than are listed"});
    } else if (errors_.size() < kMaxErrors) {
      const bool personal = path.starts_with("contacts");
      errors_.push_back({std::move(path), personal ? "" : std::move(value), std::move(message)});
    }
  }

  void add_error(const Field& field, std::string message) {
    add_error(field.path(), field.value == nullptr ? "" : shown(*field.value), std::move(message));
  }

  [[nodiscard]] std::vector<FieldError>& errors() { return errors_; }

  // Values are left out of these errors: they may be contacts under a misspelt name.
  void check_keys(const Field& object, Keys known) {
    const std::vector<std::string>& keys = object.value->keys;
    for (auto key = keys.begin(); key != keys.end(); ++key) {
      if (std::find(known.begin(), known.end(), *key) == known.end()) {
        add_error(object[*key].path(), "", "is not a field of the format");
      }
      if (std::find(keys.begin(), key, *key) != key) {
        add_error(object[*key].path(), "", "is given twice");
      }
    }
  }

  std::string text(const Field& field, const TextRule& rule) {
    if (field.value == nullptr) {
      if (rule.presence == Presence::kRequired) {
        add_error(field, "is missing");
      }
      return {};
    }
    const std::string& content = field.value->text;
    std::string problem =
        field.value->kind == JsonValue::Kind::kText ? text_problem(content, rule) : "is not text";
    if (!problem.empty()) {
      add_error(field, std::move(problem));
      return {};
    }
    return content;
  }

  // What `parse` makes of a text; nothing when there is none, or not one that it knows.
  template <typename Value>
  std::optional<Value> parsed(const Field& field,
                              std::optional<Value> (*parse)(std::string_view),
                              std::string_view what) {
    if (field.value == nullptr) {
      return std::nullopt;
    }
    const bool is_text = field.value->kind == JsonValue::Kind::kText;
    std::optional<Value> result = is_text ? parse(field.value->text) : std::nullopt;
    if (!result) {
      add_error(field, fmt::format("is not {}", what));
    }
    return result;
  }

  // A required name of an enumeration.
  template <typename Enum>
  Enum name(const Field& field,
            std::optional<Enum> (*parse)(std::string_view),
            std::string_view what) {
    if (field.value != nullptr && field.value->kind == JsonValue::Kind::kText) {
      if (const std::optional<Enum> named = parse(field.value->text)) {
        return *named;
      }
    }
    const std::string problem =
        field.value == nullptr ? "is missing" : fmt::format("is not {}", what);
    add_error(field, fmt::format("{} ({})", problem, all_names<Enum>()));
    return Enum{};
  }

  // Calls `read(entry)` for each entry of a list.
  template <typename Read>
  void each(const Field& list, std::size_t max_entries, Read read) {
    if (list.value == nullptr) {
      return;
    }
    if (list.value->kind != JsonValue::Kind::kList) {
      return add_error(list, "is not a list");
    }
    const std::vector<JsonValue>& items = list.value->items;
    if (items.size() > max_entries) {
      return add_error(list,
                       fmt::format("has {} entries; {} are allowed", items.size(), max_entries));
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      read(Field{&items[i], &list, {}, i});
    }
  }

  // As each(), for entries that are objects with known keys.
  template <typename Read>
  void each_object(const Field& list, std::size_t max_entries, Keys known, Read read) {
    each(list, max_entries, [&](const Field& entry) {
      if (entry.value->kind != JsonValue::Kind::kObject) {
        return add_error(entry, "is not an object");
      }
      check_keys(entry, known);
      read(entry);
    });
  }

  // A list of different texts.
  std::vector<std::string> words(const Field& list, std::size_t max_entries, const TextRule& rule) {
    std::vector<std::string> words;
    each(list, max_entries, [&](const Field& entry) {
      std::string word = text(entry, rule);
      if (!word.empty() && std::find(words.begin(), words.end(), word) != words.end()) {
        add_error(entry, "is given twice");
      }
      words.push_back(std::move(word));
    });
    return words;
  }

 private:
  std::vector<FieldError> errors_;
};

void read_texts(FieldReader& in, const Field& root, Deed& deed) {
  deed.id = in.text(root["id"], deed_rules::kId);
  deed.url = in.text(root["url"], deed_rules::kUrl);
  deed.title = in.text(root["title"], deed_rules::kTitle);
  deed.summary = in.text(root["summary"], deed_rules::kSummary);
  deed.source = in.text(root["source"], deed_rules::kSource);
  const auto read = [&](const Field& entry) {
    deed.sections.push_back({in.name(entry["kind"], section_kind_from, "a kind of section"),
                             in.text(entry["text"], deed_rules::kSectionText)});
  };
  in.each_object(root["sections"], deed_rules::kMaxSections, {"kind", "text"}, read);
}

void read_organisations(FieldReader& in, const Field& root, Deed& deed) {
  std::vector<Organisation>& organisations = deed.organisations;
  const auto read = [&](const Field& entry) {
    std::string name = in.text(entry["name"], deed_rules::kOrganisationName);
    const auto same = [&](const Organisation& other) { return other.name == name; };
    if (!name.empty() && std::any_of(organisations.begin(), organisations.end(), same)) {
      in.add_error(entry["name"], "is given twice");
    }
    organisations.push_back(
        {std::move(name),
         in.name(entry["type"], organisation_type_from, "a type of organisation"),
         in.name(entry["role"], organisation_role_from, "a role")});
  };
  const Field list = root["organisations"];
  in.each_object(list, deed_rules::kMaxOrganisations, {"name", "type", "role"}, read);
  const bool empty_list = list.value != nullptr && list.value->kind == JsonValue::Kind::kList &&
                          list.value->items.empty();
  if (list.value == nullptr || empty_list) {
    in.add_error(list.path(), "", "is missing: a deed has one organisation or more");
  }
}

void read_labels(FieldReader& in, const Field& root, Deed& deed) {
  constexpr std::string_view kDay = "a day that exists, written like 2021-09-14";
  deed.themes = in.words(root["themes"], deed_rules::kMaxThemes, deed_rules::kSlug);
  deed.sectors = in.words(root["sectors"], deed_rules::kMaxSectors, deed_rules::kSlug);
  deed.keywords = in.words(root["keywords"], deed_rules::kMaxKeywords, deed_rules::kKeyword);
  deed.published = in.parsed(root["published"], date_from_iso, kDay);
  deed.modified = in.parsed(root["modified"], date_from_iso, kDay);
}

int read_year(FieldReader& in, const Field& year) {
  const std::int64_t number = year.value == nullptr ? 0 : year.value->integer;
  if (number >= deed_rules::kFirstAwardYear && number <= deed_rules::kLastAwardYear) {
    return static_cast<int>(number);
  }
  in.add_error(year,
               fmt::format("{} ({}-{})",
                           year.value == nullptr ? "is missing" : "is not a year",
                           deed_rules::kFirstAwardYear,
                           deed_rules::kLastAwardYear));
  return 0;
}

void read_awards_and_contacts(FieldReader& in, const Field& root, Deed& deed) {
  const auto read_award = [&](const Field& entry) {
    deed.awards.push_back({read_year(in, entry["year"]),
                           in.name(entry["kind"], award_kind_from, "a kind of award"),
                           in.text(entry["category"], deed_rules::kAwardCategory)});
  };
  in.each_object(root["awards"], deed_rules::kMaxAwards, {"year", "kind", "category"}, read_award);
  const auto read_contact = [&](const Field& entry) {
    deed.contacts.push_back({in.text(entry["name"], deed_rules::kContactText),
                             in.text(entry["email"], deed_rules::kContactText),
                             in.text(entry["phone"], deed_rules::kContactText)});
  };
  in.each_object(
      root["contacts"], deed_rules::kMaxContacts, {"name", "email", "phone"}, read_contact);
}

}  // namespace

tl::expected<ParsedDeed, std::vector<FieldError>> read_deed(const JsonValue& object) {
  FieldReader in;
  const Field root{&object};
  in.check_keys(root,
                {"id",
                 "url",
                 "language",
                 "title",
                 "summary",
                 "sections",
                 "organisations",
                 "themes",
                 "sectors",
                 "keywords",
                 "published",
                 "modified",
                 "awards",
                 "contacts",
                 "source"});
  ParsedDeed parsed;
  const auto language = in.parsed(root["language"], language_from_code, "a language (fi, sv, en)");
  parsed.language_given = language.has_value();
  parsed.deed.language = language.value_or(Language::kFinnish);
  read_texts(in, root, parsed.deed);
  read_organisations(in, root, parsed.deed);
  read_labels(in, root, parsed.deed);
  read_awards_and_contacts(in, root, parsed.deed);
  if (!in.errors().empty()) {
    return tl::unexpected(std::move(in.errors()));
  }
  return parsed;
}

}  // namespace kiertoon

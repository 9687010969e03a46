#include "search/deed/deed_json.h"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "search/deed/deed_reader.h"
#include "search/deed/json_value.h"

namespace kiertoon {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kMaxDepth = 3;  // the deed, one of its lists, an entry of that
constexpr std::size_t kMaxKeys = 100;

// Builds a JsonValue from the events of nlohmann's parser, which has checked the UTF-8. Each
// function returns whether to go on; the names are the parser's.
class ValueBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  bool null() { return add(JsonValue{}); }
  bool boolean(bool value) {
    return add(scalar(JsonValue::Kind::kBoolean, value ? "true" : "false"));
  }
  bool number_integer(number_integer_t value) { return add_integer(value); }
  bool number_unsigned(number_unsigned_t value) {
    return std::in_range<std::int64_t>(value)
               ? add_integer(static_cast<std::int64_t>(value))
               : add(scalar(JsonValue::Kind::kNumber, std::to_string(value)));
  }
  bool number_float(number_float_t, const string_t& text) {
    return add(scalar(JsonValue::Kind::kNumber, text));
  }
  bool string(string_t& text) { return add(scalar(JsonValue::Kind::kText, std::move(text))); }
  bool binary(binary_t&) { return false; }  // JSON has none

  bool start_object(std::size_t) { return open(JsonValue::Kind::kObject); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(JsonValue::Kind::kList); }
  bool end_array() { return close(); }
  bool key(string_t& name) {
    if (open_.back()->keys.size() == kMaxKeys) {
      problem_ = fmt::format("has an object with more than {} fields", kMaxKeys);
      return false;
    }
    open_.back()->keys.push_back(std::move(name));
    return true;
  }

  bool parse_error(std::size_t position,
                   const std::string&,
                   const nlohmann::json::exception& error) {
    constexpr int kNumberOutOfRange = 406;
    problem_ = error.id == kNumberOutOfRange
                   ? fmt::format("has a number that is too large (before byte {})", position)
                   : fmt::format("is not valid JSON in UTF-8 (at byte {})", position);
    return false;
  }

  [[nodiscard]] const std::string& problem() const { return problem_; }
  [[nodiscard]] JsonValue& root() { return root_; }

 private:
  static JsonValue scalar(JsonValue::Kind kind, std::string text) {
    JsonValue value;
    value.kind = kind;
    value.text = std::move(text);
    return value;
  }

  bool add_integer(std::int64_t integer) {
    JsonValue value = scalar(JsonValue::Kind::kInteger, std::to_string(integer));
    value.integer = integer;
    return add(std::move(value));
  }

  bool add(JsonValue value) {
    place(std::move(value));
    return true;
  }

  JsonValue& place(JsonValue value) {
    return open_.empty() ? root_ = std::move(value)
                         : open_.back()->items.emplace_back(std::move(value));
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() == kMaxDepth) {
      problem_ = "is nested too deeply for a deed";
      return false;
    }
    open_.push_back(&place(scalar(kind, {})));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  JsonValue root_;
  // The lists and objects around the next value. Only the last one grows, so that the pointers
  // hold.
  std::vector<JsonValue*> open_;
  std::string problem_;
};

// The value, or what is wrong with the record as a whole.
tl::expected<JsonValue, std::string> parse_json(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) {  // the parser would stop reading there
    return tl::unexpected<std::string>("has a zero byte");
  }
  ValueBuilder builder;
  if (!nlohmann::json::sax_parse(text, &builder)) {
    return tl::unexpected(builder.problem());
  }
  if (builder.root().kind != JsonValue::Kind::kObject) {
    return tl::unexpected<std::string>("is not a JSON object");
  }
  return std::move(builder.root());
}

template <typename Sequence>
void put(OrderedJson& json, const char* key, const Sequence& value) {
  if (!value.empty()) {
    json[key] = value;
  }
}

void put(OrderedJson& json,
         const char* key,
         const std::optional<std::chrono::year_month_day>& day) {
  if (day) {
    json[key] = to_iso(*day);
  }
}

void put_lists(OrderedJson& json, const Deed& deed) {
  for (const Section& section : deed.sections) {
    json["sections"].push_back({{"kind", name_of(section.kind)}, {"text", section.text}});
  }
  for (const auto& [name, type, role] : deed.organisations) {
    json["organisations"].push_back(
        {{"name", name}, {"type", name_of(type)}, {"role", name_of(role)}});
  }
  put(json, "themes", deed.themes);
  put(json, "sectors", deed.sectors);
  put(json, "keywords", deed.keywords);
  put(json, "published", deed.published);
  put(json, "modified", deed.modified);
  for (const Award& award : deed.awards) {
    OrderedJson entry{{"year", award.year}, {"kind", name_of(award.kind)}};
    put(entry, "category", award.category);
    json["awards"].push_back(std::move(entry));
  }
  for (const Contact& contact : deed.contacts) {
    OrderedJson entry = OrderedJson::object();
    put(entry, "name", contact.name);
    put(entry, "email", contact.email);
    put(entry, "phone", contact.phone);
    json["contacts"].push_back(std::move(entry));
  }
}

}  // namespace

std::string FieldError::to_string() const {
  return fmt::format("{}{}{}",
                     field.empty() ? "the record " : field + ": ",
                     value.empty() ? "" : '"' + value + "\" ",
                     message);
}

tl::expected<ParsedDeed, std::vector<FieldError>> parse_deed(std::string_view json) {
  const auto value = parse_json(json);
  if (!value) {
    return tl::unexpected(std::vector<FieldError>{{{}, {}, value.error()}});
  }
  return read_deed(*value);
}

std::string serialise_deed(const Deed& deed) {
  OrderedJson json{{"id", deed.id}};
  put(json, "url", deed.url);
  json["language"] = language_code(deed.language);
  put(json, "title", deed.title);
  put(json, "summary", deed.summary);
  put_lists(json, deed);
  put(json, "source", deed.source);
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace kiertoon

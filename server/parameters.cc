#include "server/parameters.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "server/text.h"

namespace kiertoon {

namespace {

Problem not_utf8(const Parameter& parameter, std::size_t position) {
  return {.status = 400,
          .kind = "invalid-encoding",
          .title = "Not UTF-8",
          .detail = fmt::format("the parameter '{}' is not valid UTF-8", quotable(parameter.name)),
          .parameter = quotable(parameter.name),
          .position = position};
}

Parameter decode_pair(std::string_view pair, std::size_t offset) {
  const std::size_t equals = pair.find('=');
  const bool has_value = equals != std::string_view::npos;
  Parameter result;
  result.name = percent_decode(pair.substr(0, equals), PlusSign::kSpace);
  result.raw_value = has_value ? pair.substr(equals + 1) : std::string_view();
  result.value = percent_decode(result.raw_value, PlusSign::kSpace);
  result.name_offset = offset;
  result.value_offset = offset + (has_value ? equals + 1 : pair.size());
  return result;
}

Valid<void> check_utf8(const Parameter& parameter) {
  if (!is_valid_utf8(parameter.name)) {
    return refuse(not_utf8(parameter, parameter.name_offset));
  }
  if (!is_valid_utf8(parameter.value)) {
    return refuse(not_utf8(parameter, parameter.value_offset));
  }
  return {};
}

}  // namespace

Problem invalid_value(const Parameter& parameter, std::string detail, std::size_t decoded_offset) {
  return {.status = 400,
          .kind = "invalid-parameter",
          .title = "Invalid parameter",
          .detail = std::move(detail),
          .parameter = parameter.name,
          .position = parameter.value_offset + raw_offset(parameter.raw_value, decoded_offset)};
}

Valid<Parameters> Parameters::parse(std::string_view query) {
  Parameters result;
  std::size_t start = 0;
  while (start < query.size()) {
    const std::size_t end = std::min(query.find('&', start), query.size());
    if (end > start) {
      result.items_.push_back(decode_pair(query.substr(start, end - start), start));
      if (const auto checked = check_utf8(result.items_.back()); !checked) {
        return refuse(checked.error());
      }
    }
    start = end + 1;
  }
  return result;
}

Valid<void> Parameters::only(std::span<const std::string_view> known) const {
  for (const Parameter& item : items_) {
    if (std::find(known.begin(), known.end(), item.name) == known.end()) {
      const std::string allowed =
          known.empty() ? "no parameters" : "the parameters " + choices(known);
      return refuse(
          {.status = 400,
           .kind = "unknown-parameter",
           .title = "Unknown parameter",
           .detail = fmt::format(
               "there is no parameter '{}'; this address takes {}", quotable(item.name), allowed),
           .parameter = quotable(item.name),
           .position = item.name_offset});
    }
  }
  return {};
}

Valid<const Parameter*> Parameters::single(std::string_view name) const {
  const auto items = all(name);
  if (items.size() > 1) {
    return refuse({.status = 400,
                   .kind = "repeated-parameter",
                   .title = "Repeated parameter",
                   .detail = fmt::format("the parameter '{}' may be given once only", name),
                   .parameter = std::string(name),
                   .position = items[1]->name_offset});
  }
  return items.empty() ? nullptr : items.front();
}

std::vector<const Parameter*> Parameters::all(std::string_view name) const {
  std::vector<const Parameter*> result;
  for (const Parameter& item : items_) {
    if (item.name == name) {
      result.push_back(&item);
    }
  }
  return result;
}

Valid<std::size_t> read_number(const Parameters& parameters,
                               std::string_view name,
                               const NumberRange& range) {
  const auto parameter = parameters.single(name);
  if (!parameter) {
    return refuse(parameter.error());
  }
  if (*parameter == nullptr) {
    return range.absent;
  }
  const std::string& text = (*parameter)->value;
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < range.least ||
      value > range.most) {
    return refuse(invalid_value(**parameter,
                                fmt::format("'{}' is '{}'; it takes a whole number from {} to {}",
                                            name,
                                            quotable(text),
                                            range.least,
                                            range.most)));
  }
  return value;
}

Valid<bool> read_switch(const Parameters& parameters, std::string_view name, bool absent) {
  const auto parameter = parameters.single(name);
  if (!parameter) {
    return refuse(parameter.error());
  }
  if (*parameter == nullptr) {
    return absent;
  }
  if ((*parameter)->value == "false") {
    return false;
  }
  if ((*parameter)->value == "true") {
    return true;
  }
  return refuse(invalid_value(
      **parameter,
      fmt::format(
          "'{}' is '{}'; it takes 'true' or 'false'", name, quotable((*parameter)->value))));
}

std::string choices(std::span<const std::string_view> names) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) {
      result += i + 1 == names.size() ? " or " : ", ";
    }
    result += fmt::format("'{}'", names[i]);
  }
  return result;
}

}  // namespace kiertoon

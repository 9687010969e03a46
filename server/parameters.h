#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/problem.h"

namespace kiertoon {

// One name=value of a query string, decoded, with its places in the query string as sent.
struct Parameter {
  std::string name = {};
  std::string value = {};
  std::string raw_value = {};  // before decoding
  std::size_t name_offset = 0;
  std::size_t value_offset = 0;
};

// What is wrong with a parameter's value, from byte `decoded_offset` of the value on.
[[nodiscard]] Problem invalid_value(const Parameter& parameter,
                                    std::string detail,
                                    std::size_t decoded_offset = 0);

// The parameters of a request in the order sent. Names and values are valid UTF-8. Immutable.
class Parameters {
 public:
  Parameters() = default;

  // Fails when a name or value is not UTF-8 once decoded.
  [[nodiscard]] static Valid<Parameters> parse(std::string_view query);

  // Fails when there is a parameter that `known` does not name.
  [[nodiscard]] Valid<void> only(std::span<const std::string_view> known) const;

  // The only parameter of that name; null when there is none. Fails when it is there twice, at the
  // second.
  [[nodiscard]] Valid<const Parameter*> single(std::string_view name) const;

  [[nodiscard]] std::vector<const Parameter*> all(std::string_view name) const;

  [[nodiscard]] const std::vector<Parameter>& items() const { return items_; }

 private:
  std::vector<Parameter> items_;
};

// Bounds of a number, both included, and its value when absent.
struct NumberRange {
  std::size_t absent = 1;
  std::size_t least = 1;
  std::size_t most = 1;
};

[[nodiscard]] Valid<std::size_t> read_number(const Parameters& parameters,
                                             std::string_view name,
                                             const NumberRange& range);

// "true" or "false"; absent is false.
[[nodiscard]] Valid<bool> read_switch(const Parameters& parameters,
                                      std::string_view name,
                                      bool absent = false);

// "'a', 'b' or 'c'", for messages.
[[nodiscard]] std::string choices(std::span<const std::string_view> names);

}  // namespace kiertoon

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kiertoon {

// Writes JSON text front to back, without building a tree first: an answer of 20 hits takes a third
// of the time (see docs/notes-server.md). The caller is responsible for the nesting; commas and
// escapes are the writer's.
//
// Text that is not valid UTF-8 comes out with U+FFFD in its place; numbers that JSON cannot express
// as null. Not thread-safe.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t expected_bytes = 1024) { out_.reserve(expected_bytes); }

  void key(std::string_view name);

  void text(std::string_view value);
  void number(std::uint64_t value);
  void number(std::int64_t value);
  // At most four decimals.
  void number(double value);
  void boolean(bool value);
  void null();

  template <typename Body>
  void object(Body&& body) {
    separate();
    out_ += '{';
    body();
    out_ += '}';
  }

  template <typename Body>
  void array(Body&& body) {
    separate();
    out_ += '[';
    body();
    out_ += ']';
  }

  // "name": [each(item), ...]
  template <typename Items, typename Each>
  void list(std::string_view name, const Items& items, Each&& each) {
    key(name);
    array([&] {
      for (const auto& item : items) {
        each(item);
      }
    });
  }

  // "name": ["...", ...]
  template <typename Texts>
  void texts(std::string_view name, const Texts& items) {
    list(name, items, [this](std::string_view item) { text(item); });
  }

  void field(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void field(std::string_view name, std::uint64_t value) {
    key(name);
    number(value);
  }
  void field(std::string_view name, double value) {
    key(name);
    number(value);
  }
  // "name": value, or null when the value is empty.
  void field_or_null(std::string_view name, std::string_view value);
  void flag(std::string_view name, bool value) {
    key(name);
    boolean(value);
  }

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void separate();
  void escaped(std::string_view value);

  std::string out_;
};

}  // namespace kiertoon

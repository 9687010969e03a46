#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace kiertoon {

// Writes numbers, arrays and texts one after the other, as this machine (little-endian) has them.
class ByteWriter {
 public:
  template <typename T>
  void value(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(T));
  }

  template <typename T>
  void values(std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    value(static_cast<std::uint64_t>(values.size()));
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }

  void text(std::string_view text) { values(std::span(text.data(), text.size())); }

  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what ByteWriter wrote. Nothing when the bytes end too early; never allocates more than they
// hold.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <typename T>
  [[nodiscard]] std::optional<T> value() {
    static_assert(std::is_trivially_copyable_v<T>);
    if (rest_.size() < sizeof(T)) {
      return std::nullopt;
    }
    T value{};
    std::memcpy(&value, rest_.data(), sizeof(T));
    rest_.remove_prefix(sizeof(T));
    return value;
  }

  template <typename T>
  [[nodiscard]] std::optional<std::vector<T>> values() {
    static_assert(std::is_trivially_copyable_v<T>);
    const auto count = value<std::uint64_t>();
    if (!count || *count > rest_.size() / sizeof(T)) {
      return std::nullopt;
    }
    std::vector<T> values(*count);
    if (!values.empty()) {
      std::memcpy(values.data(), rest_.data(), *count * sizeof(T));
    }
    rest_.remove_prefix(*count * sizeof(T));
    return values;
  }

  // Points into the bytes.
  [[nodiscard]] std::optional<std::string_view> text() {
    const auto size = value<std::uint64_t>();
    if (!size || *size > rest_.size()) {
      return std::nullopt;
    }
    const std::string_view text = rest_.substr(0, *size);
    rest_.remove_prefix(*size);
    return text;
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace kiertoon

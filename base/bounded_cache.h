#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace kiertoon {

// Hash for looking up a std::string key by a std::string_view.
struct StringHash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

// String -> value, at most `capacity` entries (but two at least). Entries live in a young and an
// old generation: when the young one is half the capacity, the old one goes and the young becomes
// old, so what was used lately stays. Not thread-safe.
template <typename Value>
class BoundedCache {
 public:
  explicit BoundedCache(std::size_t capacity) : half_(std::max<std::size_t>(capacity / 2, 1)) {}

  // The value of `key`, or nullptr. Valid until the next insert().
  [[nodiscard]] const Value* find(std::string_view key) {
    if (const auto young = young_.find(key); young != young_.end()) {
      return &young->second;
    }
    const auto old = old_.find(key);
    if (old == old_.end()) {
      return nullptr;
    }
    Value value = std::move(old->second);
    old_.erase(old);
    return &insert(key, std::move(value));
  }

  const Value& insert(std::string_view key, Value value) {
    if (young_.size() >= half_) {
      old_ = std::exchange(young_, {});
    }
    return young_.insert_or_assign(std::string(key), std::move(value)).first->second;
  }

  [[nodiscard]] std::size_t size() const { return young_.size() + old_.size(); }

 private:
  std::size_t half_;
  StringMap<Value> young_;
  StringMap<Value> old_;
};

}  // namespace kiertoon

#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "search/index/snapshot.h"

namespace kiertoon {

// The newest snapshot of an index. A thread looks for new generations, so that no request waits for
// one. Thread-safe.
class SnapshotProvider {
 public:
  SnapshotProvider(std::filesystem::path index, std::shared_ptr<const Snapshot> first);

  [[nodiscard]] std::shared_ptr<const Snapshot> newest() const;

  // The newest on disk, without waiting for the thread to look.
  [[nodiscard]] std::shared_ptr<const Snapshot> look_now();

 private:
  void watch(const std::stop_token& stop);
  [[nodiscard]] std::shared_ptr<const Snapshot> look() const;

  std::filesystem::path index_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::shared_ptr<const Snapshot> newest_;
  std::jthread watcher_;  // last: it uses the members above
};

}  // namespace kiertoon

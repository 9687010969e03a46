#include "search/index/snapshot_provider.h"

#include <chrono>
#include <utility>

#include "search/index/generations.h"

namespace kiertoon {
namespace {

constexpr std::chrono::milliseconds kLookForNewGeneration{500};

}  // namespace

SnapshotProvider::SnapshotProvider(std::filesystem::path index,
                                   std::shared_ptr<const Snapshot> first)
    : index_(std::move(index)),
      newest_(std::move(first)),
      watcher_([this](const std::stop_token& stop) { watch(stop); }) {}

std::shared_ptr<const Snapshot> SnapshotProvider::newest() const {
  const std::lock_guard lock(mutex_);
  return newest_;
}

std::shared_ptr<const Snapshot> SnapshotProvider::look_now() {
  auto found = look();
  const std::lock_guard lock(mutex_);
  if (found) {
    newest_ = std::move(found);
  }
  return newest_;
}

void SnapshotProvider::watch(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    wake_.wait_for(lock, stop, kLookForNewGeneration, [] { return false; });
    lock.unlock();
    auto found = look();
    lock.lock();
    if (found) {
      newest_ = std::move(found);
    }
  }
}

// A snapshot of a generation that is newer than the one in use. What is missing or broken is left
// for the next look: the generation in use goes on answering.
std::shared_ptr<const Snapshot> SnapshotProvider::look() const {
  const auto generation = current_generation(index_);
  if (!generation || *generation == newest()->generation()) {
    return nullptr;
  }
  auto opened = Snapshot::open(index_);
  return opened ? *opened : nullptr;
}

}  // namespace kiertoon

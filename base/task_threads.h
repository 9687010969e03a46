#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace kiertoon {

// A fixed number of threads that run tasks in the order they come. A task gets the number of its
// thread (0, 1, ...), so that each thread can have tools of its own. run() and stop() belong to the
// owner's thread.
class TaskThreads {
 public:
  explicit TaskThreads(std::size_t count);
  // Waits for the tasks under way; those not begun are dropped.
  ~TaskThreads();
  TaskThreads(const TaskThreads&) = delete;
  TaskThreads& operator=(const TaskThreads&) = delete;
  TaskThreads(TaskThreads&&) = delete;
  TaskThreads& operator=(TaskThreads&&) = delete;

  // What the task returns or throws comes through the future; a dropped task's future throws
  // std::future_error.
  template <typename Task>
  [[nodiscard]] auto run(Task task) -> std::future<std::invoke_result_t<Task, std::size_t>> {
    using Result = std::invoke_result_t<Task, std::size_t>;
    auto packaged = std::make_shared<std::packaged_task<Result(std::size_t)>>(std::move(task));
    auto future = packaged->get_future();
    enqueue([packaged](std::size_t thread) { (*packaged)(thread); });
    return future;
  }

  // As the destructor does; nothing runs afterwards.
  void stop();

 private:
  using Task = std::function<void(std::size_t)>;

  void enqueue(Task task);
  void work(std::size_t thread);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> tasks_;
  bool is_stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace kiertoon

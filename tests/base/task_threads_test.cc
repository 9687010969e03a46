#include "base/task_threads.h"

#include <atomic>
#include <chrono>
#include <set>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using std::chrono::milliseconds;

TEST(TaskThreads, GivesResultsThroughFutures) {
  TaskThreads threads(3);
  std::vector<std::future<int>> squares;
  squares.reserve(200);
  for (int i = 0; i < 200; ++i) {
    squares.push_back(threads.run([i](std::size_t) { return i * i; }));
  }
  for (int i = 0; i < 200; ++i) {
    EXPECT_EQ(squares[static_cast<std::size_t>(i)].get(), i * i);
  }
}

TEST(TaskThreads, BeginsTasksInTheirOrder) {
  std::vector<int> begun;
  TaskThreads threads(1);
  std::vector<std::future<void>> tasks;
  tasks.reserve(100);
  for (int i = 0; i < 100; ++i) {
    tasks.push_back(threads.run([&begun, i](std::size_t) { begun.push_back(i); }));
  }
  for (auto& task : tasks) {
    task.get();
  }
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(begun[static_cast<std::size_t>(i)], i);
  }
}

TEST(TaskThreads, TellsEachTaskWhichThreadRunsIt) {
  constexpr std::size_t kThreads = 4;
  TaskThreads threads(kThreads);
  std::vector<int> own(kThreads);  // written by one thread each, without a lock
  std::vector<std::future<std::size_t>> tasks;
  tasks.reserve(400);
  for (int i = 0; i < 400; ++i) {
    tasks.push_back(threads.run([&own](std::size_t thread) {
      ++own.at(thread);
      return thread;
    }));
  }
  for (auto& task : tasks) {
    EXPECT_LT(task.get(), kThreads);
  }
  threads.stop();
  int sum = 0;
  for (const int count : own) {
    sum += count;
  }
  EXPECT_EQ(sum, 400);
}

TEST(TaskThreads, RunsTasksAtTheSameTime) {
  TaskThreads threads(2);
  std::promise<void> first_reached;
  std::promise<void> second_reached;
  auto first = threads.run([&](std::size_t) {
    first_reached.set_value();
    return second_reached.get_future().wait_for(std::chrono::seconds(30));
  });
  auto second = threads.run([&](std::size_t) {
    second_reached.set_value();
    return first_reached.get_future().wait_for(std::chrono::seconds(30));
  });
  EXPECT_EQ(first.get(), std::future_status::ready);
  EXPECT_EQ(second.get(), std::future_status::ready);
}

TEST(TaskThreads, PassOnWhatATaskThrowsAndGoOn) {
  TaskThreads threads(1);
  auto failing = threads.run([](std::size_t) -> int { throw std::runtime_error("no such deed"); });
  auto next = threads.run([](std::size_t) { return 1; });
  try {
    failing.get();
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "no such deed");
  }
  EXPECT_EQ(next.get(), 1);
}

TEST(TaskThreads, StopFinishesTheTaskUnderWayAndDropsTheOthers) {
  TaskThreads threads(1);
  std::promise<void> has_begun;
  std::atomic<int> finished = 0;
  auto under_way = threads.run([&](std::size_t) {
    has_begun.set_value();
    std::this_thread::sleep_for(milliseconds(50));
    ++finished;
  });
  std::vector<std::future<void>> waiting;
  waiting.reserve(5);
  for (int i = 0; i < 5; ++i) {
    waiting.push_back(threads.run([&](std::size_t) { ++finished; }));
  }
  has_begun.get_future().wait();
  threads.stop();
  EXPECT_EQ(finished, 1);
  EXPECT_NO_THROW(under_way.get());
  for (auto& task : waiting) {
    EXPECT_THROW(task.get(), std::future_error);
  }
}

TEST(TaskThreads, RunNothingAfterStop) {
  TaskThreads threads(2);
  threads.stop();
  threads.stop();
  std::atomic<bool> has_run = false;
  {
    auto late = threads.run([&](std::size_t) { has_run = true; });
    EXPECT_EQ(late.wait_for(milliseconds(20)), std::future_status::timeout);
  }
  EXPECT_FALSE(has_run);
}

TEST(TaskThreads, AreDestroyedWithTasksWaiting) {
  std::vector<std::future<void>> tasks;
  {
    TaskThreads threads(2);
    for (int i = 0; i < 100; ++i) {
      tasks.push_back(
          threads.run([](std::size_t) { std::this_thread::sleep_for(milliseconds(1)); }));
    }
  }
  std::size_t dropped = 0;
  for (auto& task : tasks) {
    try {
      task.get();
    } catch (const std::future_error& error) {
      EXPECT_EQ(error.code(), std::future_errc::broken_promise);
      ++dropped;
    }
  }
  EXPECT_GT(dropped, 0U);
}

}  // namespace
}  // namespace kiertoon

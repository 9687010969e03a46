#include "search/similar/truncated_svd.h"

#include <algorithm>
#include <array>
#include <future>
#include <random>

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include "base/task_threads.h"

namespace kiertoon {
namespace {

using Dense = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Eigen::Index;

// Directions beyond the rank that keep the last wanted ones near the exact ones; Halko et al.
// advise 5 to 10.
constexpr std::size_t kOversampling = 8;
// Dense matrices are this many columns wide, times a whole number: so much of a row is summed up in
// registers.
constexpr std::size_t kStripe = 32;
// Rows of one task. Sums over rows are sums over these blocks, in order: that, and not the number
// of threads, decides how they are rounded.
constexpr std::size_t kBlockRows = 256;
// Of the sum of all squares, added to the diagonal before a Cholesky factorisation: above the
// rounding of float, below all that counts. It makes room for columns that depend on each other.
constexpr double kRidge = 1e-6;
// A singular value below this part of the largest is rounding.
constexpr float kNegligible = 1e-4F;

class Threads {
 public:
  explicit Threads(std::size_t count) : pool_(std::max<std::size_t>(count, 1)) {}

  // Calls task(number of the block, first row, number of rows) for all blocks, and waits.
  template <typename Task>
  void for_each_block(std::size_t row_count, const Task& task) {
    std::vector<std::future<void>> done;
    for (std::size_t begin = 0; begin < row_count; begin += kBlockRows) {
      const std::size_t rows = std::min(kBlockRows, row_count - begin);
      done.push_back(pool_.run([&task, begin, rows](std::size_t) {
        task(begin / kBlockRows, static_cast<Index>(begin), static_cast<Index>(rows));
      }));
    }
    for (auto& block : done) {
      block.wait();
    }
    for (auto& block : done) {
      block.get();
    }
  }

 private:
  TaskThreads pool_;
};

SparseMatrix transpose(const SparseMatrix& matrix) {
  SparseMatrix result;
  result.column_count = matrix.row_count();
  result.starts.assign(matrix.column_count + 1, 0);
  for (const std::uint32_t column : matrix.columns) {
    ++result.starts[column + 1];
  }
  for (std::size_t i = 1; i < result.starts.size(); ++i) {
    result.starts[i] += result.starts[i - 1];
  }
  result.columns.resize(matrix.columns.size());
  result.values.resize(matrix.values.size());
  std::vector<std::size_t> next(result.starts.begin(), result.starts.end() - 1);
  for (std::size_t row = 0; row < matrix.row_count(); ++row) {
    for (std::size_t i = matrix.starts[row]; i < matrix.starts[row + 1]; ++i) {
      const std::size_t place = next[matrix.columns[i]]++;
      result.columns[place] = static_cast<std::uint32_t>(row);
      result.values[place] = matrix.values[i];
    }
  }
  return result;
}

// matrix * dense, for the rows [begin, begin + rows).
void multiply_rows(
    const SparseMatrix& matrix, const Dense& dense, Index begin, Index rows, Dense& result) {
  using Stripe = Eigen::Array<float, kStripe, 1>;
  const auto width = static_cast<std::size_t>(dense.cols());
  for (auto row = static_cast<std::size_t>(begin); row < static_cast<std::size_t>(begin + rows);
       ++row) {
    for (std::size_t stripe = 0; stripe < width; stripe += kStripe) {
      Stripe sum = Stripe::Zero();
      for (std::size_t i = matrix.starts[row]; i < matrix.starts[row + 1]; ++i) {
        const float* source = dense.data() + matrix.columns[i] * width + stripe;
        sum += matrix.values[i] * Eigen::Map<const Stripe>(source);
      }
      Eigen::Map<Stripe>(result.data() + row * width + stripe) = sum;
    }
  }
}

Dense multiply(const SparseMatrix& matrix, const Dense& dense, Threads& threads) {
  Dense result(matrix.row_count(), dense.cols());
  threads.for_each_block(matrix.row_count(), [&](std::size_t, Index begin, Index rows) {
    multiply_rows(matrix, dense, begin, rows, result);
  });
  return result;
}

// dense * square, block by block.
Dense multiply(const Dense& dense, const Dense& square, Threads& threads) {
  Dense result(dense.rows(), square.cols());
  threads.for_each_block(
      static_cast<std::size_t>(dense.rows()), [&](std::size_t, Index begin, Index rows) {
        result.middleRows(begin, rows).noalias() = dense.middleRows(begin, rows) * square;
      });
  return result;
}

// a^T * b; both have the same rows.
Eigen::MatrixXd inner_products(const Dense& a, const Dense& b, Threads& threads) {
  const auto row_count = static_cast<std::size_t>(a.rows());
  std::vector<Eigen::MatrixXf> parts((row_count + kBlockRows - 1) / kBlockRows);
  threads.for_each_block(row_count, [&](std::size_t block, Index begin, Index rows) {
    parts[block].noalias() = a.middleRows(begin, rows).transpose() * b.middleRows(begin, rows);
  });
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(a.cols(), b.cols());
  for (const auto& part : parts) {
    sum += part.cast<double>();
  }
  return sum;
}

// Columns of length 1 at right angles that span what the columns of `dense` span (Cholesky QR).
// Where those depend on each other, some columns come out as nearly nothing.
Dense orthonormalise(const Dense& dense, Threads& threads) {
  Eigen::MatrixXd products = inner_products(dense, dense, threads);
  products.diagonal().array() += std::max(kRidge * products.trace(), 1e-30);
  const Eigen::LLT<Eigen::MatrixXd> cholesky(products);
  const Eigen::MatrixXd inverse =
      cholesky.matrixU().solve(Eigen::MatrixXd::Identity(dense.cols(), dense.cols()));
  return multiply(dense, inverse.cast<float>(), threads);
}

// Numbers in [-1, 1), the same on every machine.
Dense random_columns(std::size_t rows, std::size_t columns) {
  std::mt19937 generator;  // NOLINT(cert-msc51-cpp): always the same
  Dense result(rows, columns);
  for (Index i = 0; i < result.size(); ++i) {
    result.data()[i] = static_cast<float>(static_cast<std::int32_t>(generator())) * 0x1p-31F;
  }
  return result;
}

// How many of the values, ascending squares of singular values, are more than rounding; at most
// `rank`.
std::size_t count_significant(const Eigen::VectorXd& squares, std::size_t rank) {
  const double least = squares.tail(1).value() * kNegligible * kNegligible;
  const auto significant = std::count_if(squares.begin(), squares.end(), [least](double square) {
    return square > least && square > 0;
  });
  return std::min(static_cast<std::size_t>(significant), rank);
}

}  // namespace

TruncatedSvd truncated_svd(const SparseMatrix& matrix, const TruncatedSvdOptions& options) {
  const std::size_t wanted = options.rank + kOversampling;
  const std::size_t width = (wanted + kStripe - 1) / kStripe * kStripe;
  if (matrix.row_count() == 0 || matrix.values.empty()) {
    return {};
  }
  Threads threads(options.threads);
  const SparseMatrix transposed = transpose(matrix);
  const auto apply = [&](const Dense& basis) {
    return multiply(matrix, multiply(transposed, basis, threads), threads);
  };

  Dense basis = orthonormalise(random_columns(matrix.row_count(), width), threads);
  for (std::size_t i = 0; i < options.power_iterations; ++i) {
    basis = orthonormalise(apply(basis), threads);
  }
  // Once more: one Cholesky QR leaves an error that grows with the square of the condition.
  basis = orthonormalise(basis, threads);

  const Eigen::MatrixXd projected = inner_products(basis, apply(basis), threads);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(projected);
  const std::size_t rank = count_significant(eigen.eigenvalues(), options.rank);
  const auto columns = static_cast<Index>(rank);
  const Eigen::VectorXd values = eigen.eigenvalues().tail(columns).reverse().cwiseSqrt();
  Dense rotation = Dense::Zero(basis.cols(), basis.cols());
  rotation.leftCols(columns) = (eigen.eigenvectors().rightCols(columns).rowwise().reverse() *
                                values.cwiseInverse().asDiagonal())
                                   .cast<float>();
  const Dense vectors = multiply(transposed, multiply(basis, rotation, threads), threads);

  TruncatedSvd result;
  result.singular_values.assign(values.begin(), values.end());
  result.right_vectors.resize(matrix.column_count * rank);
  Eigen::Map<Dense>(result.right_vectors.data(), vectors.rows(), columns) =
      vectors.leftCols(columns);
  return result;
}

}  // namespace kiertoon

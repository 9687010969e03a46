#include "search/similar/truncated_svd.h"

#include <random>

#include <Eigen/Core>
#include <Eigen/SVD>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using Vectors = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// One value of four is not 0.
SparseMatrix make_matrix(std::size_t rows, std::size_t columns) {
  std::mt19937 random(11);
  SparseMatrix matrix;
  matrix.column_count = columns;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      if (random() % 4 == 0) {
        matrix.columns.push_back(static_cast<std::uint32_t>(column));
        matrix.values.push_back(static_cast<float>(random() % 200) / 100 - 0.5F);
      }
    }
    matrix.starts.push_back(matrix.columns.size());
  }
  return matrix;
}

Eigen::MatrixXd dense(const SparseMatrix& matrix) {
  Eigen::MatrixXd result = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(matrix.row_count()),
                                                 static_cast<Eigen::Index>(matrix.column_count));
  for (std::size_t row = 0; row < matrix.row_count(); ++row) {
    for (std::size_t i = matrix.starts[row]; i < matrix.starts[row + 1]; ++i) {
      result(static_cast<Eigen::Index>(row), matrix.columns[i]) = matrix.values[i];
    }
  }
  return result;
}

Vectors vectors_of(const TruncatedSvd& svd) {
  const auto rank = static_cast<Eigen::Index>(svd.singular_values.size());
  return Eigen::Map<const Vectors>(
      svd.right_vectors.data(), static_cast<Eigen::Index>(svd.right_vectors.size()) / rank, rank);
}

TEST(TruncatedSvd, IsExactWhenTheRankIsThatOfTheMatrix) {
  for (const auto& [rows, columns] : {std::pair{30, 70}, {70, 30}}) {
    const SparseMatrix matrix =
        make_matrix(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns));
    const TruncatedSvd svd = truncated_svd(matrix, {.rank = 30});
    const Eigen::BDCSVD<Eigen::MatrixXd> exact(dense(matrix), Eigen::ComputeThinV);
    ASSERT_EQ(svd.singular_values.size(), 30U);
    for (std::size_t i = 0; i < 30; ++i) {
      const double expected = exact.singularValues()(static_cast<Eigen::Index>(i));
      EXPECT_NEAR(svd.singular_values[i], expected, 2e-3) << rows << 'x' << columns << ' ' << i;
    }
    // Vectors have no sign of their own.
    const Eigen::MatrixXd products =
        exact.matrixV().leftCols(5).transpose() * vectors_of(svd).leftCols(5).cast<double>();
    EXPECT_TRUE(products.cwiseAbs().isIdentity(5e-3)) << products;
  }
}

TEST(TruncatedSvd, HasVectorsOfLengthOneAtRightAngles) {
  const Vectors vectors = vectors_of(truncated_svd(make_matrix(700, 300), {.rank = 20}));
  ASSERT_EQ(vectors.rows(), 300);
  ASSERT_EQ(vectors.cols(), 20);
  EXPECT_TRUE(Eigen::MatrixXf(vectors.transpose() * vectors).isIdentity(1e-4F));
}

TEST(TruncatedSvd, CapturesMostOfWhatTheExactOneDoes) {
  const SparseMatrix matrix = make_matrix(700, 300);
  const Vectors vectors = vectors_of(truncated_svd(matrix, {.rank = 20}));
  const Eigen::MatrixXd all = dense(matrix);
  const double captured = (all * vectors.cast<double>()).squaredNorm();
  const Eigen::BDCSVD<Eigen::MatrixXd> exact(all);
  EXPECT_GT(captured, 0.8 * exact.singularValues().head(20).squaredNorm());
}

TEST(TruncatedSvd, OfAMatrixOfLowRankHasNoMoreValues) {
  SparseMatrix matrix = make_matrix(2, 50);
  for (int copies = 0; copies < 40; ++copies) {
    const SparseMatrix rows = make_matrix(2, 50);
    const std::size_t before = matrix.values.size();
    matrix.columns.insert(matrix.columns.end(), rows.columns.begin(), rows.columns.end());
    matrix.values.insert(matrix.values.end(), rows.values.begin(), rows.values.end());
    matrix.starts.push_back(before + rows.starts[1]);
    matrix.starts.push_back(before + rows.starts[2]);
  }
  EXPECT_EQ(truncated_svd(matrix, {.rank = 20}).singular_values.size(), 2U);
}

TEST(TruncatedSvd, OfNothingIsEmpty) {
  EXPECT_TRUE(truncated_svd({}, {.rank = 3}).singular_values.empty());
  EXPECT_TRUE(truncated_svd(make_matrix(5, 0), {.rank = 3}).singular_values.empty());
  EXPECT_TRUE(truncated_svd(make_matrix(5, 9), {.rank = 0}).right_vectors.empty());
  SparseMatrix zeros = make_matrix(5, 9);
  std::fill(zeros.values.begin(), zeros.values.end(), 0.0F);
  EXPECT_TRUE(truncated_svd(zeros, {.rank = 3}).singular_values.empty());
}

}  // namespace
}  // namespace kiertoon

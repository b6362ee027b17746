// Who waits for whom at a gate, and in which order they go.
#include "engine/gates.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class GatesTest : public testing::Test {
 protected:
  /// Each answer is for a connection of the same number.
  void arrive(std::uint64_t seq, const Gate& gate, const std::string& name = "a") {
    gates_.arrive({seq, seq}, name, gate, Chance{1}, now_);
  }

  /// In the order in which they are released, each done at once.
  std::vector<std::uint64_t> all_in_turn() {
    std::vector<std::uint64_t> order;
    for (auto released = gates_.take_released(); !released.empty(); released = gates_.take_released()) {
      for (const auto seq : released) {
        order.push_back(seq);
        gates_.done(seq);
      }
    }
    return order;
  }

  Gates gates_;
  Gates::Time now_;
};

TEST_F(GatesTest, OpensForTheLastThatIsWaitedFor) {
  arrive(1, {3});
  arrive(2, {3});
  EXPECT_THAT(gates_.take_released(), IsEmpty());

  arrive(3, {3});

  EXPECT_THAT(gates_.take_released(), ElementsAre(1));
}

TEST_F(GatesTest, LetsTheNextGoWhenTheOneBeforeIsDone) {
  arrive(1, {2});
  arrive(2, {2});
  gates_.take_released();
  EXPECT_THAT(gates_.take_released(), IsEmpty());

  gates_.done(1);

  EXPECT_THAT(gates_.take_released(), ElementsAre(2));
}

TEST_F(GatesTest, LetsThemGoInTheOrderThatItSays) {
  const Gate reverse{3, 500ms, ReleaseOrder::reverse};
  for (const auto seq : {1, 2, 3}) arrive(seq, {3}, "arrival");
  for (const auto seq : {4, 5, 6}) arrive(seq, reverse, "reverse");

  EXPECT_THAT(all_in_turn(), ElementsAre(1, 6, 2, 5, 3, 4));
}

TEST_F(GatesTest, DrawsTheSameOrderFromTheSameSeed) {
  const Gate seeded{6, 500ms, ReleaseOrder::seeded};
  const auto order_with = [&](std::uint64_t seed) {
    for (std::uint64_t seq = 1; seq <= 6; ++seq) gates_.arrive({seq, seq}, "a", seeded, Chance{seed}, now_);
    return all_in_turn();
  };
  const auto order = order_with(1);

  EXPECT_THAT(order, UnorderedElementsAre(1, 2, 3, 4, 5, 6));
  EXPECT_EQ(order_with(1), order);
  EXPECT_NE(order_with(2), order);
}

TEST_F(GatesTest, OpensWhenNobodyCameForAWhile) {
  arrive(1, {3, 500ms});
  now_ += 300ms;
  arrive(2, {3, 500ms});
  now_ += 300ms;
  EXPECT_EQ(gates_.time_left(1, now_), 200ms) << "since the last came";

  now_ += 200ms;

  EXPECT_EQ(gates_.time_left(1, now_), std::nullopt);
  EXPECT_THAT(all_in_turn(), ElementsAre(1, 2));
}

TEST_F(GatesTest, BeginsAnewWhenItHasOpened) {
  arrive(1, {2});
  arrive(2, {2});
  arrive(3, {2});

  EXPECT_THAT(all_in_turn(), ElementsAre(1, 2));
  arrive(4, {2});
  EXPECT_THAT(all_in_turn(), ElementsAre(3, 4));
}

TEST_F(GatesTest, DoesNotWaitForOneThatHasLeft) {
  arrive(1, {3});
  gates_.done(1);
  arrive(2, {3});
  arrive(3, {3});
  EXPECT_THAT(gates_.take_released(), IsEmpty()) << "two are there";
  arrive(4, {3});
  gates_.take_released();

  gates_.done(3);  // before its turn
  gates_.done(2);

  EXPECT_THAT(gates_.take_released(), ElementsAre(4));
}

TEST_F(GatesTest, OfAnotherNameAreOthers) {
  arrive(1, {2}, "a");
  arrive(2, {2}, "b");

  EXPECT_THAT(gates_.take_released(), IsEmpty());
}

TEST_F(GatesTest, KnowNothingOfWhoeverIsAtNone) {
  gates_.done(7);

  EXPECT_EQ(gates_.time_left(7, now_), std::nullopt);
  EXPECT_THAT(gates_.take_released(), IsEmpty());
}

}  // namespace
}  // namespace gcmock

// Text for terminals: nothing a client says can repaint the report, widths are characters, wrapping keeps words whole.
#include "report/text_layout.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::ElementsAre;
using namespace std::chrono_literals;

TEST(Printable, ShowsAnEscapeSequenceInsteadOfObeyingIt) {
  EXPECT_EQ(printable("\x1b[2Jall passed\r"), "\\x1b[2Jall passed\\x0d");
  EXPECT_EQ(printable("\u009b2J"), "\\x9b2J");
}

TEST(Printable, LeavesTextAndNewlinesAsTheyAre) {
  EXPECT_EQ(printable("Zürich → 東京 😀\n\tok"), "Zürich → 東京 😀\n\tok");
}

TEST(Printable, EndsLinesWithANewlineAlone) {
  EXPECT_EQ(printable("one\r\ntwo\r\n"), "one\ntwo\n");
}

TEST(Printable, ReplacesWhatIsNoUtf8) {
  EXPECT_EQ(printable("a\xff"
                      "b"),
            "a\uFFFD"
            "b");
  EXPECT_EQ(printable("\xc0\xaf"), "\uFFFD\uFFFD") << "overlong";
  EXPECT_EQ(printable("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD") << "a surrogate";
  EXPECT_EQ(printable("\xe2\x86"), "\uFFFD\uFFFD") << "cut off";
}

TEST(Padding, CountsCharactersAndNotBytes) {
  EXPECT_EQ(padded_right("→", 3), "→  ");
  EXPECT_EQ(padded_left("312 ms", 8), "  312 ms");
  EXPECT_EQ(padded_left("longer", 3), "longer");
}

TEST(Wrapped, BreaksAtBlanksAndKeepsWordsWhole) {
  EXPECT_THAT(wrapped("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("gcmock run scenarios/a/very/long/path.json", 12),
              ElementsAre("gcmock run", "scenarios/a/very/long/path.json"));
}

TEST(Wrapped, KeepsNewlinesAndTheIndentOfALine) {
  EXPECT_THAT(wrapped("{\n  \"a\": 1 2\n}", 8), ElementsAre("{", "  \"a\": 1", "  2", "}"));
}

TEST(InWords, ChoosesTheUnitByTheSize) {
  EXPECT_EQ(in_words(0ns), "0.0 ms");
  EXPECT_EQ(in_words(400us), "0.4 ms");
  EXPECT_EQ(in_words(9960us), "10 ms");
  EXPECT_EQ(in_words(312ms), "312 ms");
  EXPECT_EQ(in_words(2100ms), "2.1 s");
  EXPECT_EQ(in_words(185s), "3 min 5 s");
}

TEST(Counted, KnowsOneFromMany) {
  EXPECT_EQ(counted(1, "scenario"), "1 scenario");
  EXPECT_EQ(counted(0, "scenario"), "0 scenarios");
  EXPECT_EQ(counted(2, "entry", "entries"), "2 entries");
}

}  // namespace
}  // namespace gcmock

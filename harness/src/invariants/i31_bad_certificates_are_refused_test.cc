// I-31: a server that cannot prove who it is is told nothing.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal, const Handshakes& handshakes) {
  Evidence evidence = journal.evidence();
  evidence.handshakes = handshakes;
  return bad_certificates_are_refused().check(evidence);
}

Handshakes on_bad_certificates(std::size_t number) {
  Handshakes handshakes;
  handshakes.failed = handshakes.on_bad_certificates = number;
  return handshakes;
}

TEST(BadCertificate, IsAViolationWhereItIsAccepted) {
  JournalBuilder journal;
  for (int i = 0; i < 2; ++i) {
    journal.refresh("acme/refresh-main");
    journal.last().bad_certificate = "expired";
  }

  const auto verdict = check(journal, on_bad_certificates(1));

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2));
  EXPECT_EQ(words_of(verdict),
            "2 requests were sent to a server whose certificate must be refused (expired), with acme/refresh-main");
}

TEST(BadCertificate, IsAViolationEvenWithoutCredentials) {
  JournalBuilder journal;
  journal.authorize("acme", "state=1");
  journal.last().bad_certificate = "self_signed";

  EXPECT_EQ(words_of(check(journal, on_bad_certificates(1))),
            "1 request was sent to a server whose certificate must be refused (self_signed)");
}

TEST(BadCertificate, IsAViolationWhereTlsIsLeftOut) {
  Handshakes handshakes;
  handshakes.failed = handshakes.in_the_clear = 1;

  EXPECT_EQ(words_of(check({}, handshakes)),
            "1 request was sent in the clear to a server whose address begins with https");
}

TEST(BadCertificate, IsRefusedByAClientThatEndsTheHandshake) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main");  // on another connection, with the right certificate

  const auto verdict = check(journal, on_bad_certificates(3));

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 3u);
}

TEST(BadCertificate, IsNothingToLookAtWhereNoneIsShown) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main");
  Handshakes good;
  good.completed = 2;

  EXPECT_EQ(check(journal, good).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock

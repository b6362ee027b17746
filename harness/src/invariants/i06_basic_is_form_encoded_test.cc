// I-6: a secret is form-encoded before it goes into a Basic header.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return basic_is_form_encoded().check(journal.evidence());
}

JournalBuilder& with_secret(JournalBuilder& journal, BasicForm form) {
  journal.refresh("acme/refresh-main")
      .carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::authorization_header, "Authorization");
  journal.last().basic_form = form;
  return journal;
}

TEST(BasicHeader, IsViolatedByASecretAsItStands) {
  JournalBuilder journal;
  with_secret(journal, BasicForm::as_it_stands);
  with_secret(journal, BasicForm::as_it_stands);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2));
  EXPECT_EQ(
      words_of(verdict),
      "the secret of client app was put into a Basic header as it stands, although it has characters that must be "
      "form-encoded first");
}

TEST(BasicHeader, HoldsASecretThatWasFormEncoded) {
  JournalBuilder journal;
  with_secret(journal, BasicForm::form_encoded);

  EXPECT_TRUE(check(journal).violations.empty());
  EXPECT_EQ(check(journal).looked_at, 1u);
}

TEST(BasicHeader, IsNothingToLookAtWhereEncodingChangesNothing) {
  JournalBuilder journal;
  with_secret(journal, BasicForm::no_matter);

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock

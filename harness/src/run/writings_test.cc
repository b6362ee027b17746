// What a client wrote besides its requests is searched for credentials.
#include "run/writings.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "gcmock/mock_server.h"
#include "run/scratch_directory.h"

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const OrgName acme{"acme"};
const std::string secret = "the secret of acme";
const std::string dreamt_of = "never issued by anyone";

World one_org() {
  World world;
  world.dialect = Dialect::reported;
  Org& org = world.orgs[acme];
  org.name = acme;
  org.id = OrgId{"11111111-1111-4111-8111-111111111111"};
  OAuthClient& app = org.clients[ClientId{"app"}];
  app.id = ClientId{"app"};
  app.secret = secret;
  return world;
}

class WritingsTest : public testing::Test {
 protected:
  Writings search(const ClientOutput& output = {}) const { return search_writings(output, scratch_.path(), redact_); }

  void write(const std::string& file, const std::string& text, int others_may_read) const {
    namespace fs = std::filesystem;
    const fs::path path = fs::path(scratch_.path()) / file;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
    fs::permissions(path, others_may_read ? fs::perms{0644} : fs::perms{0600});
  }

  const MockServer server_{one_org()};
  const std::map<OrgName, ClientSettings> settings_{{acme, {"app", secret, "", dreamt_of, "", "", ""}}};
  const Redactor redact_{server_, settings_};
  const ScratchDirectory scratch_;
};

TEST_F(WritingsTest, AreSearchedInBothOutputs) {
  ClientOutput output;
  output.standard_output = "one\ntwo\nthe%20secret%20of%20acme and " + dreamt_of + "\n";
  output.standard_error = secret;

  const Writings writings = search(output);

  const Fingerprint of_client{CredentialKind::client_secret, "acme/secret-app", acme, ClientId{"app"}};
  const Fingerprint believed{CredentialKind::refresh_token, "acme/refresh_token as configured", acme, {}};
  EXPECT_THAT(writings.found, ElementsAre(WrittenCredential{of_client, "standard output", 3, {TextEncoding::percent}},
                                          WrittenCredential{believed, "standard output", 3, {}},
                                          WrittenCredential{of_client, "standard error", 1, {}}));
  EXPECT_EQ(writings.searched, 2u);
}

TEST_F(WritingsTest, AreSearchedInFilesThatOthersMayRead) {
  write("state/tokens.json", "{\n\"s\": \"the\\u0020secret of acme\"}", 1);

  const Writings writings = search();

  ASSERT_THAT(writings.found, SizeIs(1));
  EXPECT_EQ(writings.found[0].file, "state/tokens.json");
  EXPECT_EQ(writings.found[0].line, 2u);
  EXPECT_THAT(writings.found[0].encodings, ElementsAre(TextEncoding::json));
}

TEST_F(WritingsTest, AreSearchedInLogsWhoeverMayReadThem) {
  for (const std::string file : {"app.log", "app.LOG.1", "logs/today.txt"}) write(file, secret, 0);

  EXPECT_THAT(search().found, SizeIs(3));
}

TEST_F(WritingsTest, AreLeftAloneInAStoreThatNobodyElseMayRead) {
  write("tokens.json", secret, 0);
  write("catalogue", secret, 0);

  EXPECT_THAT(search().found, IsEmpty());
  EXPECT_EQ(search().searched, 0u);
}

TEST_F(WritingsTest, AreNoneWhereNothingWasWritten) {
  write("empty.log", "", 1);

  EXPECT_EQ(search().searched, 0u);
}

TEST_F(WritingsTest, AreShownWithoutTheirCredentials) {
  EXPECT_EQ(redact_("a the+secret+of+acme b " + dreamt_of), "a ‹acme/secret-app› b ‹acme/refresh_token as configured›");
  EXPECT_EQ(redact_("bmV2ZXIgaXNzdWVkIGJ5IGFueW9uZQ=="), "‹acme/refresh_token as configured›==");
}

}  // namespace
}  // namespace gcmock

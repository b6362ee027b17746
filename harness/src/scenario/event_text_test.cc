// World events from outside of a scenario.
#include "scenario/event_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/event_reader.h"

namespace gcmock {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

World world_with_acme() {
  Org acme;
  acme.name = OrgName("acme");
  acme.clients[ClientId("app")].id = ClientId("app");
  World world;
  world.orgs.emplace(acme.name, acme);
  return world;
}

ReadEvent read(const std::string& text, std::size_t number = 0) {
  return read_event_text(text, world_with_acme(), 1, number);
}

TEST(EventText, IsReadAsAStepOfAScenarioIs) {
  const ReadEvent event = read(R"({"set_client_state": {"org": "acme", "client": "app", "state": "disabled"}})");

  EXPECT_THAT(event.diagnostics, IsEmpty());
  ASSERT_TRUE(event.change);
  EXPECT_EQ(*event.change, WorldChange(SetClientState{OrgName("acme"), ClientId("app"), ClientState::disabled}));
}

TEST(EventText, GivesEachRotationASecretOfItsOwn) {
  const char* const text = R"({"rotate_secret": {"org": "acme", "client": "app"}})";

  EXPECT_EQ(*read(text, 0).change, *read(text, 0).change);
  EXPECT_NE(*read(text, 0).change, *read(text, 1).change);
}

TEST(EventText, TellsMistakesWithAWayOut) {
  EXPECT_THAT(read(R"({"rotate_secrets": {"org": "acme", "client": "app"}})").diagnostics,
              ElementsAre(Field(&Diagnostic::fix, HasSubstr("did you mean \"rotate_secret\"?"))));
  EXPECT_THAT(read(R"({"rotate_secret": {"org": "acmee", "client": "app"}})", 3).diagnostics,
              ElementsAre(AllOf(Field(&Diagnostic::fix, HasSubstr("acme")),
                                Field(&Diagnostic::place, Field(&SourcePlace::line, 1)))));
  for (const char* text : {"", "[]", "{}", "{\"a\": 1, \"rotate_secret\": {}}", "nonsense"}) {
    const ReadEvent event = read(text);
    EXPECT_THAT(event.diagnostics, Not(IsEmpty())) << text;
    EXPECT_FALSE(event.change) << text;
  }
}

TEST(EventText, HasAFormOfEachEvent) {
  const std::vector<EventForm> forms = event_forms();
  std::vector<std::string_view> names;
  for (const EventForm& form : forms) names.push_back(form.name);

  EXPECT_EQ(names, event_keys());
  for (const EventForm& form : forms) EXPECT_THAT(form.members, Not(IsEmpty())) << form.name;
  EXPECT_THAT(forms[2].members.back().words, ElementsAre("active", "inactive", "disabled"));
}

}  // namespace
}  // namespace gcmock

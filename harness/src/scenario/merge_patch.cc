// The merge, member by member, keeping the book of places beside it.
#include "scenario/merge_patch.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scenario/spelling.h"

namespace gcmock {
namespace {

using Change = WorldPlaces::Change;
using Origins = std::map<std::string, WorldPlaces::Origin>;

template <class Visit>
void visit_children(const JsonValue& value, const std::string& pointer, const Visit& visit) {
  for (const JsonMember& member : value.members) {
    visit(pointer_to(pointer, member.key), member.key_spot, member.value);
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    visit(pointer + "/" + std::to_string(i), value.items[i].spot, value.items[i]);
  }
}

void state(Origins& origins, const std::string& pointer, const Spot& spot, const JsonValue& value) {
  origins[pointer].stated = spot.place();
  visit_children(value, pointer, [&](const std::string& child, const Spot& child_spot, const JsonValue& child_value) {
    state(origins, child, child_spot, child_value);
  });
}

void add_below(Origins& origins, const std::string& pointer, const JsonValue& value) {
  visit_children(value, pointer, [&](const std::string& child, const Spot& spot, const JsonValue& child_value) {
    origins[child] = {std::nullopt, spot.place(), Change::added};
    add_below(origins, child, child_value);
  });
}

void erase_below(Origins& origins, const std::string& pointer) {
  const std::string prefix = pointer + "/";
  for (auto it = origins.lower_bound(prefix); it != origins.end() && it->first.starts_with(prefix);)
    it = origins.erase(it);
}

void mark_removed(Origins& origins, const std::string& pointer, const SourcePlace& at) {
  const std::string prefix = pointer + "/";
  for (auto& [each, origin] : origins) {
    if (each != pointer && !each.starts_with(prefix)) continue;
    origin.changed = at;
    origin.change = Change::removed;
  }
}

bool is_credential(const JsonMember& member) {
  return (member.key == "secret" || member.key == "value") && !member.value.is(JsonValue::Kind::null);
}

bool holds_credentials(const JsonValue& value) {
  return std::ranges::any_of(value.items, holds_credentials) ||
         std::ranges::any_of(value.members, [](const JsonMember& member) {
           return is_credential(member) || holds_credentials(member.value);
         });
}

std::string text_before(const JsonMember& member) {
  return is_credential(member) || holds_credentials(member.value) ? std::string{} : to_json(member.value);
}

/// RFC 7396 §2: null in a patch that adds an object means that the member is not there.
JsonValue without_nulls(JsonValue value) {
  if (!value.is(JsonValue::Kind::object)) return value;
  std::erase_if(value.members, [](const JsonMember& member) { return member.value.is(JsonValue::Kind::null); });
  for (JsonMember& member : value.members) member.value = without_nulls(std::move(member.value));
  return value;
}

class Merge {
 public:
  Merge(Merged& merged, Mistakes& mistakes)
      : origins_(merged.places.origins), lookalikes_(merged.lookalikes), mistakes_(mistakes) {}

  void apply(JsonValue& target, const JsonValue& patch, const std::string& pointer) {
    for (const JsonMember& change : patch.members) {
      const std::string child = pointer_to(pointer, change.key);
      const auto found = std::find_if(target.members.begin(), target.members.end(),
                                      [&](const JsonMember& member) { return member.key == change.key; });
      const bool exists = found != target.members.end();
      if (change.value.is(JsonValue::Kind::null)) {
        exists ? remove(target, found, change, child) : tell_nothing_to_remove(target, change, pointer);
      } else if (exists && change.value.is(JsonValue::Kind::object) && found->value.is(JsonValue::Kind::object)) {
        apply(found->value, change.value, child);
      } else if (exists) {
        std::string was = text_before(*found);
        found->value = without_nulls(change.value);
        record(child, change, Change::replaced, found->value);
        origins_[child].was = std::move(was);
      } else {
        note_lookalike(target, change);
        target.members.push_back({change.key, change.key_spot, without_nulls(change.value)});
        record(child, change, Change::added, target.members.back().value);
      }
    }
  }

 private:
  void remove(JsonValue& target, std::vector<JsonMember>::iterator found, const JsonMember& change,
              const std::string& pointer) {
    mark_removed(origins_, pointer, change.key_spot.place());
    origins_[pointer].was = text_before(*found);
    target.members.erase(found);
  }

  void record(const std::string& pointer, const JsonMember& change, Change kind, const JsonValue& value) {
    WorldPlaces::Origin& origin = origins_[pointer];
    origin.changed = change.key_spot.place();
    origin.change = kind;
    erase_below(origins_, pointer);
    add_below(origins_, pointer, value);
  }

  void note_lookalike(const JsonValue& target, const JsonMember& change) {
    const std::optional<std::string> meant = closest(change.key, keys_of(target));
    if (meant && change.value.is(JsonValue::Kind::object)) lookalikes_.push_back({change.value.spot, *meant});
  }

  static std::vector<std::string> keys_of(const JsonValue& object) {
    std::vector<std::string> keys;
    for (const JsonMember& member : object.members) keys.push_back(member.key);
    return keys;
  }

  void tell_nothing_to_remove(const JsonValue& target, const JsonMember& change, const std::string& pointer) {
    mistakes_.add(
        {"GC307", change.key_spot,
         fmt::format("world_changes removes \"{}\", but the world has no such member at \"{}\"", change.key, pointer),
         suggest(change.key, keys_of(target), "there is nothing to remove; leave this out")});
  }

  Origins& origins_;
  std::vector<Lookalike>& lookalikes_;
  Mistakes& mistakes_;
};

}  // namespace

std::string pointer_to(std::string_view parent, std::string_view key) {
  std::string pointer(parent);
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

WorldPlaces places_of(const JsonValue& world) {
  WorldPlaces places;
  state(places.origins, "", world.spot, world);
  return places;
}

Merged merge(const JsonValue& world, const JsonValue& patch, Mistakes& mistakes) {
  Merged merged{world, places_of(world), {}};
  if (!patch.is(JsonValue::Kind::object)) {
    mistakes.add({"GC201", patch.spot,
                  fmt::format("world_changes must be an object, but this is {}", name_of(patch.kind)),
                  "a merge patch (RFC 7396): the members of the world that differ, null for what is gone"});
    return merged;
  }
  Merge(merged, mistakes).apply(merged.value, patch, "");
  return merged;
}

std::optional<WorldPlaces::Origin> WorldPlaces::find(std::string pointer) const {
  for (;;) {
    if (const auto found = origins.find(pointer); found != origins.end()) return found->second;
    if (pointer.empty()) return std::nullopt;
    const std::size_t slash = pointer.rfind('/');
    pointer.erase(slash == std::string::npos ? 0 : slash);
  }
}

}  // namespace gcmock

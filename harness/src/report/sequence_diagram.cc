// A sequence as a drawing. Time runs down; beside it stand domain time, where it changed, and the time since the start.
#include "report/sequence_diagram.h"

#include <fmt/format.h>

#include <algorithm>

#include "gcmock/domain/duration.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

// Pixels. Text is monospaced at 12 px: a character takes 7.23 of them.
constexpr double character_width = 7.23;
constexpr int left_edge = 8;
constexpr int elapsed_edge = 228;
constexpr int client_lane = 316;
constexpr int between_orgs = 190;
constexpr int least_to_first_org = 440;
constexpr int least_width = 1164;  // fills the page: long labels have room
constexpr int room_for_blame = 150;
constexpr int head_height = 44;
constexpr int row_height = 30;
constexpr int step_height = 40;
constexpr int note_height = 22;
constexpr int beside_lane = 10;

std::string class_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "plain";
    case Tone::good:
      return "good";
    case Tone::bad:
      return "bad";
    case Tone::doubtful:
      return "doubtful";
  }
  return "plain";
}

std::string number(int pixels) {
  return std::to_string(pixels);
}

/// `text` within `pixels`, with an ellipsis where it is longer. Cut between characters, never within one.
std::string fitting(const std::string& text, int pixels) {
  const auto room = static_cast<std::size_t>(std::max(pixels / character_width, 4.0));
  if (width_of(text) <= room) return text;
  std::size_t end = 0;
  for (std::size_t shown = 0; end < text.size(); ++end) {
    if ((static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U && ++shown == room) break;
  }
  return text.substr(0, end) + "…";
}

/// "2026-01-01 00:00:00".
std::string day_and_time(Instant moment) {
  std::string text = rfc3339(moment);
  text[10] = ' ';
  return text.substr(0, 19);
}

class Canvas {
 public:
  Canvas(Markup& page, const Sequence& sequence, const std::string& anchor)
      : page_(page), sequence_(sequence), anchor_(anchor) {}

  void draw() {
    const int height = height_of_all();
    const auto svg = page_.open("svg", {{"class", "sequence"},
                                        {"role", "img"},
                                        {"aria-label", spoken()},
                                        {"width", number(width())},
                                        {"height", number(height)},
                                        {"viewBox", fmt::format("0 0 {} {}", width(), height)}});
    draw_lanes(height);
    for (const SequenceEvent& event : sequence_.events) {
      draw_times(event);
      std::visit([&](const auto& what) { draw(event, what); }, event.what);
    }
  }

 private:
  static int height_of(const SequenceStep&) { return step_height; }
  static int height_of(const SequenceNote&) { return note_height; }
  static int height_of(const auto&) { return row_height; }

  [[nodiscard]] int height_of_all() const {
    int height = head_height + 16;
    for (const SequenceEvent& event : sequence_.events) {
      height += std::visit([](const auto& what) { return height_of(what); }, event.what);
    }
    return height;
  }

  [[nodiscard]] std::string spoken() const {
    return fmt::format("Sequence diagram: the client and {}. The exchanges below say the same in words.",
                       sequence_.orgs.empty() ? "no org" : joined(sequence_.orgs));
  }

  [[nodiscard]] int lane_at(std::size_t org) const {
    const int others = std::max(static_cast<int>(sequence_.orgs.size()) - 1, 0) * between_orgs;
    const int to_first_org = std::max(least_to_first_org, least_width - client_lane - others - room_for_blame);
    return client_lane + to_first_org + static_cast<int>(org) * between_orgs;
  }

  [[nodiscard]] int last_lane() const { return lane_at(sequence_.orgs.empty() ? 0 : sequence_.orgs.size() - 1); }

  [[nodiscard]] int width() const { return last_lane() + room_for_blame; }

  void label(int x, int y, std::string_view text, const std::string& kind) {
    page_.put("text", text, {{"x", number(x)}, {"y", number(y)}, {"class", kind}});
  }

  void draw_lane(int x, const std::string& name, int height) {
    constexpr int half = 76;
    page_.empty("line",
                {{"class", "lane"}, {"x1", number(x)}, {"x2", number(x)}, {"y1", "34"}, {"y2", number(height)}});
    page_.empty("rect", {{"class", "lane-head"},
                         {"x", number(x - half)},
                         {"y", "4"},
                         {"width", number(2 * half)},
                         {"height", "28"},
                         {"rx", "6"}});
    label(x, 23, fitting(name, 2 * half - 12), "lane-name");
  }

  void draw_lanes(int height) {
    label(left_edge, 23, "virtual time", "axis");
    label(elapsed_edge, 23, "real", "axis elapsed");
    draw_lane(client_lane, "client", height);
    for (std::size_t i = 0; i < sequence_.orgs.size(); ++i) draw_lane(lane_at(i), sequence_.orgs[i], height);
  }

  void draw_times(const SequenceEvent& event) {
    if (event.exchange == 0) return;
    const int baseline = y_ + 22;
    if (event.domain_time && event.domain_time != shown_time_) {
      label(left_edge, baseline, day_and_time(*event.domain_time), "virtual");
      shown_time_ = event.domain_time;
    }
    if (!std::holds_alternative<SequenceNote>(event.what)) {
      label(elapsed_edge, baseline, in_words(event.at), "elapsed");
    }
  }

  void draw(const SequenceEvent& event, const SequenceStep& step) {
    const auto group = page_.open("g", {{"class", "step " + class_of(event.tone)}});
    page_.empty("rect", {{"class", "band"},
                         {"x", "0"},
                         {"y", number(y_ + 8)},
                         {"width", number(width())},
                         {"height", number(step_height - 14)},
                         {"rx", "4"}});
    const int used = static_cast<int>(static_cast<double>(width_of(step.what)) * character_width);
    label(left_edge, y_ + 25, fitting(step.what, width() - 24), "what");
    const int room = width() - used - 48;
    if (room > 80) label(left_edge + used + 16, y_ + 25, fitting(step.came_of, room), "came-of");
    page_.put("title", step.what + (step.came_of.empty() ? "" : ": " + step.came_of));
    y_ += step_height;
  }

  void draw(const SequenceEvent& event, const SequenceRequest& request) {
    const int lane = lane_at(event.lane);
    const auto link = page_.open("a", {{"href", link_to(event)}, {"class", "request plain"}});
    page_.put("title", request.what);
    label(client_lane + beside_lane, y_ + 18, fitting(request.what, lane - client_lane - 2 * beside_lane), "what");
    draw_arrow(client_lane, lane);
    if (!request.blamed_by.empty()) {
      label(last_lane() + 14, y_ + 26, fitting("◂ " + request.blamed_by, room_for_blame - 20), "blame");
    }
    y_ += row_height;
  }

  void draw(const SequenceEvent& event, const SequenceNote& note) {
    const int room = width() - client_lane - 40;
    const auto group = page_.open("g", {{"class", "note " + class_of(event.tone)}});
    page_.put("title", note.what);
    label(client_lane + beside_lane, y_ + 17, fitting("◆ " + note.what, room), "what");
    y_ += note_height;
  }

  void draw(const SequenceEvent& event, const SequenceAnswer& answer) {
    const int lane = lane_at(event.lane);
    const auto link = page_.open("a", {{"href", link_to(event)}, {"class", "answer " + class_of(event.tone)}});
    page_.put("title", answer.what);
    label(client_lane + beside_lane, y_ + 18, fitting(answer.what, lane - client_lane - 2 * beside_lane), "what");
    if (answer.arrival == Arrival::whole) {
      draw_arrow(lane, client_lane);
    } else {
      draw_broken_off(lane, answer.arrival == Arrival::lost ? client_lane + (lane - client_lane) / 2 : lane - 16);
    }
    y_ += row_height;
  }

  [[nodiscard]] std::string link_to(const SequenceEvent& event) const {
    return fmt::format("#{}-{}", anchor_, event.exchange);
  }

  void draw_arrow(int from, int to) {
    const int y = y_ + 24;
    const int head = to > from ? -8 : 8;
    page_.empty("path", {{"class", "arrow"}, {"d", fmt::format("M{} {}H{}", from, y, to + head / 2)}});
    page_.empty("path", {{"class", "head"}, {"d", fmt::format("M{0} {1}l{2} -4v8z", to, y, head)}});
  }

  void draw_broken_off(int from, int to) {
    const int y = y_ + 24;
    page_.empty("path", {{"class", "arrow"}, {"d", fmt::format("M{} {}H{}", from, y, to)}});
    page_.empty("path", {{"class", "cross"}, {"d", fmt::format("M{} {}l10 10m0 -10l-10 10", to - 5, y - 5)}});
  }

  Markup& page_;
  const Sequence& sequence_;
  const std::string& anchor_;
  int y_ = head_height;
  std::optional<Instant> shown_time_;
};

}  // namespace

void write_sequence_diagram(Markup& page, const Sequence& sequence, const std::string& anchor) {
  // A wide drawing is scrolled within its frame, by the keyboard too.
  const auto frame = page.open(
      "div", {{"class", "diagram"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Sequence diagram"}});
  Canvas(page, sequence, anchor).draw();
  if (sequence.exchanges_left_out > 0) {
    page.put("p",
             fmt::format("{} of the middle left out here; they stand below.",
                         counted(sequence.exchanges_left_out, "exchange")),
             {{"class", "dim"}});
  }
}

}  // namespace gcmock

// `gcmock invariants`: what no client may do, in any scenario.
#include "gcmock/harness/invariants.h"

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "report/text_layout.h"

namespace gcmock {

int perform(const InvariantsCommand&, Terminal& terminal) {
  std::size_t widest = 0;
  for (const Invariant& invariant : all_invariants()) widest = std::max(widest, width_of(invariant.title));
  for (const Invariant& invariant : all_invariants()) {
    terminal.out << padded_right(invariant.id, 5) << padded_right(invariant.title, widest) << "  "
                 << padded_right(to_string(invariant.severity), 7) << "  " << invariant.clause << '\n';
  }
  return exit_ok;
}

}  // namespace gcmock

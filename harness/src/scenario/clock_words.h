// Words of "clock" and "client_clock" in scenario files, each with what it means.
#pragma once

#include <array>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/server_options.h"
#include "scenario/fields.h"

namespace gcmock::words {

inline constexpr std::array domain_times = {Word<DomainTime>{"frozen", DomainTime::frozen},
                                            Word<DomainTime>{"real", DomainTime::follows_real_time}};
inline constexpr std::array client_clocks = {Word<ClientClock>{"own", ClientClock::own},
                                             Word<ClientClock>{"follow", ClientClock::follows}};

}  // namespace gcmock::words

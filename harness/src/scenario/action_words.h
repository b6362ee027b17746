// Words of actions, each with what it means.
#pragma once

#include <array>

#include "gcmock/script/actions.h"
#include "scenario/fields.h"

namespace gcmock::words {

inline constexpr std::array cut_points = {Word<CutPoint>{"before_headers", CutPoint::before_headers},
                                          Word<CutPoint>{"inside_headers", CutPoint::inside_headers},
                                          Word<CutPoint>{"inside_body", CutPoint::inside_body},
                                          Word<CutPoint>{"after_body", CutPoint::after_body}};
inline constexpr std::array cut_hows = {Word<CutHow>{"close", CutHow::close}, Word<CutHow>{"reset", CutHow::reset},
                                        Word<CutHow>{"half_close", CutHow::half_close}};
/// Where an answer can stop that is not whole.
inline constexpr std::array silence_points = {Word<CutPoint>{"before_headers", CutPoint::before_headers},
                                              Word<CutPoint>{"inside_headers", CutPoint::inside_headers},
                                              Word<CutPoint>{"inside_body", CutPoint::inside_body}};
inline constexpr std::array error_bodies = {Word<ErrorBodyForm>{"json", ErrorBodyForm::json},
                                            Word<ErrorBodyForm>{"html", ErrorBodyForm::html},
                                            Word<ErrorBodyForm>{"none", ErrorBodyForm::none}};
inline constexpr std::array replacements = {Word<ReplaceBody::With>{"html", ReplaceBody::With::html},
                                            Word<ReplaceBody::With>{"empty", ReplaceBody::With::nothing}};
inline constexpr std::array afterwards = {Word<Afterwards>{"close", Afterwards::close},
                                          Word<Afterwards>{"stay_open", Afterwards::stay_open}};
inline constexpr std::array chunk_faults = {Word<ChunkFault>{"bad_size", ChunkFault::bad_size},
                                            Word<ChunkFault>{"short_chunk", ChunkFault::short_chunk},
                                            Word<ChunkFault>{"no_last_chunk", ChunkFault::no_last_chunk}};
inline constexpr std::array release_orders = {Word<ReleaseOrder>{"arrival", ReleaseOrder::arrival},
                                              Word<ReleaseOrder>{"reverse", ReleaseOrder::reverse},
                                              Word<ReleaseOrder>{"seeded", ReleaseOrder::seeded}};
inline constexpr std::array connection_fates = {
    Word<ConnectionFate>{"refused", ConnectionFate::refused},
    Word<ConnectionFate>{"handshake_aborted", ConnectionFate::handshake_aborted},
    Word<ConnectionFate>{"expired", ConnectionFate::expired},
    Word<ConnectionFate>{"not_yet_valid", ConnectionFate::not_yet_valid},
    Word<ConnectionFate>{"self_signed", ConnectionFate::self_signed},
    Word<ConnectionFate>{"wrong_host", ConnectionFate::wrong_host},
    Word<ConnectionFate>{"untrusted_ca", ConnectionFate::untrusted_ca}};

}  // namespace gcmock::words

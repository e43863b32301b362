// SPDX-License-Identifier: MIT
/// \file
/// The codes of this floor's messages; docs/reference/messages.md says what each means and what to do.
#pragma once

namespace pathecon::pathway::detail::code {

inline constexpr int nobody_comes = 200;
inline constexpr int name_missing = 201;
inline constexpr int name_twice = 202;
inline constexpr int name_reserved = 203;
inline constexpr int unknown_reference = 204;
inline constexpr int route_to_nowhere = 205;
inline constexpr int condition_unreadable = 206;
inline constexpr int condition_unknown = 207;
inline constexpr int condition_level = 208;
inline constexpr int test_not_known = 209;
inline constexpr int attribute_not_known = 210;
inline constexpr int time_impossible = 211;
inline constexpr int time_missing = 212;
inline constexpr int route_not_total = 213;
inline constexpr int route_twice = 214;
inline constexpr int unreachable = 215;
inline constexpr int no_way_out = 216;
inline constexpr int zero_time_loop = 217;
inline constexpr int unused = 218;
inline constexpr int never_open = 219;
inline constexpr int more_than_exist = 220;
inline constexpr int rota_fault = 221;
inline constexpr int not_exclusive = 222;
inline constexpr int fork_malformed = 223;
inline constexpr int point_unknown = 224;
inline constexpr int too_many_bits = 225;
inline constexpr int levels_fault = 226;
inline constexpr int target_without_standard = 227;
inline constexpr int date_fault = 228;
inline constexpr int demand_fault = 229;
inline constexpr int use_fault = 230;
inline constexpr int queue_fault = 231;
inline constexpr int gridlock = 232;
inline constexpr int stay_fault = 233;
inline constexpr int event_fault = 234;
inline constexpr int downtime_fault = 235;
inline constexpr int elapsed_fault = 236;
inline constexpr int site_name = 237;
inline constexpr int shared_unknown = 238;
inline constexpr int shared_differs = 239;
inline constexpr int attribute_differs = 240;
inline constexpr int transfer_unknown = 241;
inline constexpr int starts_differ = 242;
inline constexpr int route_and_transfer = 243;
inline constexpr int at_once = 244;
inline constexpr int rule_fault = 245;

inline constexpr int unstable = 301;
inline constexpr int sampled = 302;
inline constexpr int bound = 303;

} // namespace pathecon::pathway::detail::code

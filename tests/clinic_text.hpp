// SPDX-License-Identifier: MIT
/// \file
/// A small clinic as a scenario file.
#pragma once

#include <string>

namespace clinic {

inline std::string const text = R"~(schema = 1
title = "A small clinic"
name = "clinic"
tariff = "nhs-2025"

[study]
horizon = "8 weeks"
warm_up = "1 week"
follow_up = "1 week"
replications = 3
seed = 7

[terms]
horizon = "5 years"

[[attribute]]
name = "urgent"
is = 0.2

[[arrivals]]
name = "walk-in"
rate = { value = "5 per h", source = "front desk log", status = "local" }
open = [ { days = "Mon-Fri", from = "09:00", to = "17:00" } ]

[[resource]]
name = "nurse"
rota = [ { days = "Mon-Fri", from = "09:00", to = "17:00" } ]

[[resource]]
name = "doctor"
group = "consultant_medical"
rota = [ { days = "Mon-Fri", from = "09:00", to = "17:00" } ]

[[activity]]
name = "see nurse"
uses = "nurse"
takes = { gamma = { mean = "9 min", sd = "4 min" }, source = "stopwatch", status = "assumption" }

[[activity]]
name = "see doctor"
uses = "doctor"
takes = { exponential = { mean = "10 min" } }

[[route]]
from = "see nurse"
to = [ { to = "see doctor", p = 0.6 }, "exit" ]

[[interval]]
name = "visit"
standard = "2 h"
rows = true

[[interval]]
name = "to the doctor"
to = "see doctor"
standard = "ed_4h"

[[outcome]]
name = "seen by doctor"
at = "see doctor"

[[tool]]
name = "Voice notes"
evidence = "one uncontrolled study"
effects = [ { scale = { activity = "see nurse", by = { value = 0.8, source = "vendor", status = "assumption" } } } ]
cost = { once = "£1,000", per_year = "£2,000", price_year = 2025 }

[[arm]]
name = "usual care"
role = "comparator"

[[arm]]
name = "voice"
tools = ["Voice notes"]

[[price]]
item = "nurse"
per = "hour"
amount = { value = "£50", source = "payroll", status = "local" }
)~";

/// The file with one text put in place of another.
inline std::string with(std::string from, std::string const& to, std::string in = text)
{
    auto const at = in.find(from);
    return at == std::string::npos ? std::string{"# not found: "} + from : in.replace(at, from.size(), to);
}

} // namespace clinic

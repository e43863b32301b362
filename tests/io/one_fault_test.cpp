// SPDX-License-Identifier: MIT
// One cause is told as one fault, and as what it is.
#include "catch.hpp"

#include <algorithm>
#include <string>

#include <pathecon/io/scenario.hpp>

#include "clinic_text.hpp"
#include "folder.hpp"

using namespace pathecon;

namespace {

std::string told(std::string const& text, base::Severity least = base::Severity::error)
{
    std::string lines;
    auto const add = [&](base::Diagnostics const& all) {
        for (auto const& one : all.all())
            if (one.severity == base::Severity::error || least == base::Severity::warning)
                lines += one.path + ": " + one.message + (one.hint.empty() ? "" : " (" + one.hint + ")") + "\n";
    };
    try {
        add(io::parse_scenario(text, "s.toml").warnings);
    } catch (base::InvalidInput const& invalid) {
        add(invalid.diagnostics());
    }
    return lines;
}

std::string with(std::string const& before, std::string const& after) { return told(clinic::with(before, after)); }

std::string const rate = "rate = { value = \"5 per h\", source = \"front desk log\", status = \"local\" }";

} // namespace

TEST_CASE("a misspelt key is not told again as missing", "[io]")
{
    auto const lines = with("takes = { gamma", "take = { gamma");
    CHECK(lines == "activity/see nurse: unknown key 'take' (did you mean 'takes'?)\n");
}

TEST_CASE("of a distribution that is none the known ones are listed", "[io]")
{
    auto const lines = with("{ gamma = {", "{ beta = {");
    CHECK(lines.find("activity/see nurse/takes: 'beta' is no distribution (known are 'constant', 'exponential'") == 0);
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
}

TEST_CASE("a horizon below 0 is one fault", "[io]")
{
    auto const lines = with("horizon = \"8 weeks\"", "horizon = \"-8 weeks\"");
    CHECK(lines == "study/horizon: -56 d must be at least 0\n");
}

TEST_CASE("a rate of 0 and an empty trace are told as what they are", "[io]")
{
    CHECK(with(rate, "rate = \"0 per h\"").find("arrivals/walk-in/rate: a rate of 0: nobody ever comes") == 0);
    auto text = clinic::with(rate, "trace = []");
    auto const open = text.find("open = [");
    text.erase(open, text.find('\n', open) - open);
    CHECK(told(text).find("arrivals/walk-in/trace: this trace has nobody in it: nobody ever comes") == 0);
}

TEST_CASE("a price of what no arm has is warned of, whatever it is called", "[io]")
{
    auto const text = std::string{clinic::text} + "\n[[price]]\nitem = \"zebra\"\nper = \"visit\"\namount = \"£3\"\n";
    auto const lines = told(text, base::Severity::warning);
    CHECK(lines.find("price/zebra: nothing is called 'zebra' in any arm, so its price is not used (a price per visit is of a step: name one, "
                     "or leave the price out)\n") != std::string::npos);
}

TEST_CASE("a row of a trace with a cell too many leaves nobody out who is there", "[io]")
{
    test::Folder const folder{"cells"};
    auto text = clinic::with(rate, "trace_file = \"t.csv\"");
    auto const open = text.find("open = [");
    text.erase(open, text.find('\n', open) - open);
    folder.write("t.csv", "minutes,urgent\n12,5,yes\n");
    try {
        (void)io::load_scenario(folder.write("s.toml", text));
        FAIL("the row is refused");
    } catch (base::InvalidInput const& invalid) {
        CHECK(invalid.diagnostics().errors() == 1);
        CHECK(invalid.diagnostics().text().find("this row has 3 cells, the header has 2") != std::string::npos);
    }
}

TEST_CASE("what tools leave to be said is known before anything runs", "[io]")
{
    auto const scenario = io::parse_scenario(clinic::text, "s.toml");
    CHECK(std::any_of(scenario.warnings.all().begin(), scenario.warnings.all().end(), [](auto const& one) { return one.code == 402; }));
}

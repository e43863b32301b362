// SPDX-License-Identifier: MIT
// Past arrivals come from a CSV file: what is read of it, and what is told of one that cannot be used.
#include "catch.hpp"

#include <string>
#include <vector>

#include <pathecon/io/json.hpp>
#include <pathecon/io/scenario.hpp>
#include <pathecon/io/trace.hpp>

#include "clinic_text.hpp"
#include "folder.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;
using pathway::TracePatient;
using test::Folder;

namespace {

pathway::Pathway department()
{
    pathway::Pathway made{"department"};
    made.starts = "2026-01-05";
    return made.add(pathway::Attribute{.name = "urgent"})
        .add(pathway::Attribute{.name = "triage", .levels = {"red", "amber", "green"}})
        .add(pathway::Test{.name = "positive", .at = "see", .condition = "urgent"});
}

std::string faults_of(std::string const& text, pathway::Pathway const& pathway = department())
{
    try {
        (void)io::parse_trace(text, pathway, "t.csv");
    } catch (base::InvalidInput const& invalid) {
        return invalid.what();
    }
    return {};
}

/// The clinic with its patients of a file in place of a rate.
std::string clinic_of_file(std::string const& name)
{
    return clinic::with("rate = { value = \"5 per h\", source = \"front desk log\", status = \"local\" }\nopen = [ { "
                        "days = \"Mon-Fri\", from = \"09:00\", to = \"17:00\" } ]",
                        "trace_file = \"" + name + "\"",
                        clinic::with("name = \"clinic\"", "name = \"clinic\"\nstarts = \"2026-01-05\""));
}

std::string faults_of_file(Folder const& folder, std::string const& text)
{
    try {
        (void)io::load_scenario(folder.write("s.toml", text));
    } catch (base::InvalidInput const& invalid) {
        std::string errors;
        for (auto const& fault : invalid.diagnostics().all())
            if (fault.severity == base::Severity::error) errors += fault.text() + "\n";
        return folder.without(errors);
    }
    return {};
}

} // namespace

TEST_CASE("rows have a date and time or a time since the start, and levels; what is empty is left to luck", "[io]")
{
    auto const patients = io::parse_trace("triage,at,urgent\n"
                                          "red,2026-01-05 07:12,yes\n"
                                          ",2026-01-05T07:12:30.5,\n"
                                          "amber,7.5 h, No \n"
                                          ",1 d 2 h,1\n"
                                          "green,2026-01-06 24:00,FALSE\n",
                                          department());
    CHECK(patients == std::vector<TracePatient>{{7_h + 12_min, "triage = red and urgent"},
                                                {7_h + 12_min + units::seconds(30.5), ""},
                                                {7_h + 30_min, "triage = amber and not urgent"},
                                                {26_h, "urgent"},
                                                {48_h, "triage = green and not urgent"}});
}

TEST_CASE("plain numbers have the unit that their column is called by", "[io]")
{
    CHECK(io::parse_trace("minutes\n90\n1440.5\n", department())[1].at == 24_h + 30_s);
    CHECK(io::parse_trace("hours\n0\n1.5\n", department())[1].at == 90_min);
    CHECK(io::parse_trace("urgent,days\n,0.25\n", department())[0].at == 6_h);
}

TEST_CASE("each fault of a trace has its line, its column and a remedy, and all are told at once", "[io]")
{
    CHECK(faults_of("at,wrd,at,,positive,urgnt,minutes\n") ==
          "t.csv:1:1 PE0706 error: there is no patient below the header (write one row for each, or leave the file "
          "out)\n"
          "t.csv:1:4 PE0707 error: 'wrd' is no attribute of the pathway (delete the column, or add the attribute)\n"
          "t.csv:1:8 PE0707 error: a second column 'at' (keep one of them)\n"
          "t.csv:1:11 PE0707 error: this column has no name (name it, or delete it)\n"
          "t.csv:1:12 PE0707 error: 'positive' is no attribute of the pathway (a test is found on the way: delete the "
          "column)\n"
          "t.csv:1:21 PE0707 error: 'urgnt' is no attribute of the pathway (did you mean 'urgent'?)\n"
          "t.csv:1:27 PE0707 error: 'minutes' is a second column of times (keep one of 'at', 'minutes', 'hours', "
          "'days')\n");
    CHECK(faults_of("at,urgent,triage\n"
                    "2026-01-05 09:00,maybe,red\n"
                    "2026-01-05 08:00,yes,rd\n"
                    ",yes,red\n"
                    "2025-12-31 23:50,,\n"
                    "2026-02-30 10:00,,\n"
                    "2026-03-01,,\n"
                    "2026-03-01 25:00,,\n"
                    "2026-03-01T10:00Z,,\n"
                    "01/03/2026 10:00,,\n"
                    "90,,\n") ==
          "t.csv:2:18 PE0709 error: 'urgent' is yes or no, found 'maybe' (write yes, no, true, false, 1 or 0, or leave "
          "the cell empty where it is not known)\n"
          "t.csv:3:1 PE0708 error: '2026-01-05 08:00' comes before the row above, '2026-01-05 09:00' (sort the file by "
          "its times)\n"
          "t.csv:3:22 PE0709 error: 'triage' has no level 'rd' (did you mean 'red'?)\n"
          "t.csv:4:1 PE0708 error: this row has no time (write when the patient came, or delete the row)\n"
          "t.csv:5:1 PE0708 error: '2025-12-31 23:50' is before the start, 2026-01-05 (delete the row, or write starts "
          "= '2025-12-29')\n"
          "t.csv:6:1 PE0708 error: '2026-02-30' is no date: February 2026 has 28 days (write it as '2026-01-05 "
          "07:12')\n"
          "t.csv:7:1 PE0708 error: '2026-03-01' says no time of the day (write it as '2026-03-01 07:12')\n"
          "t.csv:8:1 PE0708 error: '2026-03-01 25:00' is no date and time (write it as '2026-01-05 07:12' or "
          "'2026-01-05T07:12:30')\n"
          "t.csv:9:1 PE0708 error: '2026-03-01T10:00Z' names a time zone (write the time that the clock on the wall "
          "showed, without a zone)\n"
          "t.csv:10:1 PE0708 error: '01/03/2026 10:00' is neither a date and time nor a time since the start (write it "
          "as '2026-01-05 07:12', or as '7.2 h')\n"
          "t.csv:11:1 PE0708 error: '90' is a number without a unit (write '90 min', or call the column 'minutes', "
          "'hours' or 'days')\n");
}

TEST_CASE("numbers that are none, below 0 or beyond all dates are refused; so is a file without times", "[io]")
{
    CHECK(
        faults_of("minutes\n7:12\n-3\n1e12\n") ==
        "t.csv:2:1 PE0708 error: '7:12' is no number (write a plain number; dates, and times with their unit, go into "
        "a column 'at')\n"
        "t.csv:3:1 PE0708 error: '-3' is before the start (delete the row, or start earlier)\n"
        "t.csv:4:1 PE0708 error: '1e12' is beyond all dates (check the unit of the column)\n");
    CHECK_THAT(faults_of("urgent\nyes\n"),
               test::contains("t.csv:1:1 PE0707 error: no column says when the patients come (call it 'at'"));
    CHECK_THAT(faults_of("at;urgent\n1 h;yes\n"), test::contains("(separate the columns by commas)"));
}

TEST_CASE("dates need the day on which the pathway starts, which is told once", "[io]")
{
    auto undated = department();
    undated.starts = "";
    CHECK(faults_of("at\n2026-01-07 08:00\n2026-01-07 09:00\n", undated) ==
          "t.csv:2:1 PE0708 error: dates count from the day on which the pathway starts, which is not given (write "
          "starts = '2026-01-05' in the pathway, a Monday)\n");
}

TEST_CASE("a scenario reads its trace from the file beside it, and is the same as with the list", "[io]")
{
    Folder const folder{"trace"};
    folder.write("in/desk.csv", "at,urgent\n2026-01-05 09:10,yes\n2026-01-06 10:00,\n");
    auto const from_file = io::load_scenario(folder.write("s.toml", clinic_of_file("in/desk.csv")));
    auto const text =
        clinic::with("trace_file = \"in/desk.csv\"", "trace = [ { at = \"9 h 10 min\", is = \"urgent\" }, \"34 h\" ]",
                     clinic_of_file("in/desk.csv"));
    auto const from_list = io::parse_scenario(text);
    CHECK(from_file.study == from_list.study);
    CHECK(io::scenario_hash(from_file) == io::scenario_hash(from_list));
    auto const again = io::parse_scenario(io::write_json(io::encode_scenario(from_file)), "again.json");
    CHECK(again.study == from_file.study);
    CHECK(io::scenario_hash(again) == io::scenario_hash(from_file));
    folder.write("in/desk.csv", "at,urgent\n2026-01-05 09:11,yes\n2026-01-06 10:00,\n");
    CHECK(io::scenario_hash(io::load_scenario(folder.path / "s.toml")) != io::scenario_hash(from_file));
}

TEST_CASE("a text finds its files in the folder that is given with it, and none without one", "[io]")
{
    Folder const folder{"trace_text"};
    folder.write("desk.csv", "hours\n9\n");
    auto const text = clinic_of_file("desk.csv");
    CHECK(io::parse_scenario(text, "s.toml", folder.path).study.pathway.arrivals[0].trace.size() == 1);
    try {
        (void)io::parse_scenario(text, "s.toml");
        FAIL("read a file from nowhere");
    } catch (base::InvalidInput const& invalid) {
        CHECK_THAT(invalid.what(),
                   test::contains("PE0710 error: arrivals/walk-in/trace_file: 'desk.csv' is to be read, "
                                  "but this text lies in no folder"));
        CHECK(invalid.diagnostics().errors() == 1);
    }
}

TEST_CASE("what is wrong with the file of a trace is told once, of the file or of the line that names it", "[io]")
{
    Folder const folder{"trace_faults"};
    CHECK(
        faults_of_file(folder, clinic_of_file("none.csv")) ==
        "s.toml:23:14 PE0121 error: arrivals/walk-in/trace_file: cannot read 'none.csv': there is no such file (check "
        "the name; it is looked for beside the file that names it)\n");
    CHECK(
        faults_of_file(folder, clinic_of_file("../desk.csv")) ==
        "s.toml:23:14 PE0120 error: arrivals/walk-in/trace_file: '../desk.csv' lies outside the scenario's folder (put "
        "the file beside the scenario)\n");
    folder.write("bad.csv", "at,urgent\n2026-01-06 10:00,perhaps\n2026-01-05 09:10,yes\n");
    CHECK(faults_of_file(folder, clinic_of_file("bad.csv")) ==
          "bad.csv:2:18 PE0709 error: arrivals/walk-in/trace_file: 'urgent' is yes or no, found 'perhaps' (write yes, "
          "no, true, false, 1 or 0, or leave the cell empty where it is not known)\n"
          "bad.csv:3:1 PE0708 error: arrivals/walk-in/trace_file: '2026-01-05 09:10' comes before the row above, "
          "'2026-01-06 10:00' (sort the file by its times)\n");
    folder.write("desk.csv", "hours\n9\n");
    CHECK_THAT(
        faults_of_file(folder, clinic::with("name = \"walk-in\"", "name = \"walk-in\"\ntrace = [\"1 h\"]",
                                            clinic_of_file("desk.csv"))),
        test::contains("s.toml:24:14 PE0108 error: arrivals/walk-in/trace_file: 'trace' and 'trace_file' are both"));
    CHECK_THAT(faults_of_file(folder, clinic::with("open = [", "trace_file = \"desk.csv\"\nopen = [")),
               test::contains("PE0108 error: arrivals/walk-in/trace: 'rate' and 'trace' are both given"));
}

TEST_CASE("a file that another extends names its trace from where it lies itself", "[io]")
{
    Folder const folder{"trace_extends"};
    folder.write("base/desk.csv", "hours\n9\n10\n");
    folder.write("base/usual.toml", clinic_of_file("desk.csv"));
    auto const scenario = io::load_scenario(folder.write("s.toml", "extends = \"base/usual.toml\"\ntitle = \"x\"\n"));
    CHECK(scenario.study.pathway.arrivals[0].trace.size() == 2);
}

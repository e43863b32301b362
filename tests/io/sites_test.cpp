// SPDX-License-Identifier: MIT
// A trust's scenario names the scenario of each of its hospitals.
#include "catch.hpp"

#include <algorithm>
#include <string>

#include <pathecon/io/json.hpp>
#include <pathecon/io/scenario.hpp>
#include <pathecon/pathway/site.hpp>

#include "clinic_text.hpp"
#include "folder.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;
using test::Folder;

namespace {

std::string const trust = R"~(schema = 1
title = "Two clinics"
name = "trust"
tariff = "nhs-2025"
shared = ["doctor"]

[[site]]
name = "north"
file = "north.toml"

[[site]]
name = "south"
file = "south.toml"

[[transfer]]
from = "north/see nurse"
to = "ambulance"
p = 0.1
where = "urgent"

[[delay]]
name = "ambulance"
takes = "40 min"

[[route]]
from = "ambulance"
to = "south/see nurse"

[[interval]]
name = "door to doctor"
from = "north/see nurse"
to = "south/see doctor"

[[tool]]
name = "Voice notes"
effects = [ { scale = { activity = "north/see nurse", by = 0.8 } } ]
cost = { once = "£1,000", per_year = "£2,000", price_year = 2025 }

[[arm]]
name = "usual care"

[[arm]]
name = "voice"
tools = ["Voice notes"]

[[price]]
item = "nurse"
per = "hour"
amount = "£50"

[[price]]
item = "south/seen by doctor"
per = "event"
amount = "£10"
kind = "unmonetised"
)~";

/// A clinic as a hospital keeps it: a whole case of its own.
std::string const clinic_alone =
    clinic::with("rota = [ { days = \"Mon-Fri\", from = \"09:00\", to = \"17:00\" } ]\n\n[[activity]]",
                 "servers = 2\n\n[[activity]]");

/// The same without prices, tools and terms.
std::string without_the_rest()
{
    auto text = clinic_alone.substr(0, clinic_alone.find("[[tool]]"));
    return clinic::with("[terms]\nhorizon = \"5 years\"\n", "", text);
}

struct Trust : Folder {
    explicit Trust(std::string const& name)
        : Folder{name}
    {
        write("north.toml", without_the_rest());
        write("south.toml", without_the_rest());
        write("trust.toml", trust);
    }
};

std::string faults_of(Folder const& folder, std::string const& text)
{
    try {
        (void)io::load_scenario(folder.write("trust.toml", text));
    } catch (base::InvalidInput const& invalid) {
        return folder.without(invalid.what());
    }
    return {};
}

} // namespace

TEST_CASE("the file of a trust merges the files of its hospitals, and says what is between them", "[io]")
{
    Trust const folder{"sites"};
    auto const scenario = io::load_scenario(folder.path / "trust.toml");
    auto const& whole = scenario.study.pathway;
    CHECK(whole.name == "trust");
    CHECK(pathway::find(whole.resources, "doctor"));
    CHECK(pathway::find(whole.resources, "south/nurse"));
    CHECK(pathway::find(whole.delays, "ambulance"));
    CHECK(pathway::find(whole.intervals, "door to doctor"));
    CHECK(pathway::find(whole.intervals, "north/visit")->where == "source != south/walk-in");
    CHECK(ledger::find_price(scenario.tariff, "consultant_medical", ledger::Per::hour));
    CHECK(ledger::find_price(scenario.tariff, "south/seen by doctor", ledger::Per::event)->amount->pounds() == 10);

    auto const one = io::parse_scenario(without_the_rest() + "[[arm]]\nname = \"alone\"\n").study.pathway;
    pathway::Pathway own{"trust"};
    own = own.add(pathway::Delay{.name = "ambulance", .takes = 40_min})
              .add(pathway::Route{.from = "ambulance", .to = {{.to = "south/see nurse"}}})
              .add(pathway::Interval{.name = "door to doctor", .from = "north/see nurse", .to = "south/see doctor"});
    CHECK(whole ==
          pathway::merge(
              own, {{"north", one}, {"south", one}}, {"doctor"},
              {{.from = "north/see nurse", .to = "ambulance", .p = pathway::bernoulli(0.1), .where = "urgent"}}));
}

TEST_CASE("a scenario of sites is written in full, and read again without their files", "[io]")
{
    std::string written;
    std::uint64_t hash = 0;
    study::Study study;
    {
        Trust const folder{"sites_written"};
        auto const scenario = io::load_scenario(folder.path / "trust.toml");
        written = io::write_json(io::encode_scenario(scenario));
        hash = io::scenario_hash(scenario);
        study = scenario.study;
        folder.write("south.toml", clinic::with("is = 0.2", "is = 0.20001", without_the_rest()));
        folder.write("north.toml", clinic::with("is = 0.2", "is = 0.20001", without_the_rest()));
        CHECK(io::scenario_hash(io::load_scenario(folder.path / "trust.toml")) != hash);
    }
    auto const again = io::parse_scenario(written, "again.json");
    CHECK(again.study == study);
    CHECK(io::scenario_hash(again) == hash);
}

TEST_CASE("what is wrong in a hospital's file is told of that file and line, under its merged name", "[io]")
{
    Trust const folder{"sites_faults"};
    folder.write("north.toml", clinic::with("mean = \"10 min\"", "mean = 10",
                                            clinic::with("horizon = \"8 weeks\"", "horizon = 8", without_the_rest())));
    folder.write("south.toml", clinic::with("to = \"see doctor\", p", "to = \"see docter\", p",
                                            clinic::with("name = \"visit\"", "nmae = \"visit\"", without_the_rest())));
    auto const said = faults_of(folder, trust);
    INFO(said);
    CHECK_THAT(said, test::contains("north.toml:40:34 PE0105 error: activity/north/see doctor/takes/mean: "));
    CHECK_THAT(said, test::contains("south.toml:47:1 PE0104 error: interval/#3: unknown key 'nmae'"));
    CHECK_THAT(said, test::contains("south.toml:44:8 PE0205 error: route/south/see nurse/to/south/see docter: leads to "
                                    "'south/see docter'"));
    CHECK_THAT(said, test::contains("south.toml:46:1 PE0201 error: interval/#3: this interval has no name"));
    CHECK(said.find("horizon") == std::string::npos); // of the study of north alone
}

TEST_CASE("what is found of the whole is told where it was written", "[io]")
{
    Trust const folder{"sites_checks"};
    folder.write("north.toml", clinic::with("5 per h", "50 per h", without_the_rest()));
    auto const overload = faults_of(folder, trust);
    INFO(overload);
    CHECK_THAT(overload, test::contains("north.toml:23:1 PE0301 error: resource/north/nurse: unstable"));
    CHECK(std::count(overload.begin(), overload.end(), '\n') == 1);
    folder.write("north.toml", without_the_rest());
    auto const tool =
        faults_of(folder, clinic::with("activity = \"north/see nurse\"", "activity = \"see nurse\"", trust));
    INFO(tool);
    CHECK_THAT(tool, test::contains("trust.toml:36:36 PE0403 error: tool/Voice notes"));
}

TEST_CASE("what is wrong between sites is told of the file that joins them, or of the site that differs", "[io]")
{
    Trust const folder{"sites_between"};
    folder.write("south.toml", clinic::with("servers = 2", "servers = 3", without_the_rest()));
    auto text = clinic::with("to = \"ambulance\"\np", "to = \"ambulanc\"\np", trust);
    text = clinic::with("shared = [\"doctor\"]", "shared = [\"doctor\", \"nurs\"]", text);
    auto const said = faults_of(folder, text);
    INFO(said);
    CHECK_THAT(said, test::contains("south.toml:27:1 PE0239 error: site/south/resource/doctor: the shared resource"));
    CHECK_THAT(said, test::contains("trust.toml:5:21 PE0238 error: shared/nurs: no site has a resource 'nurs' (did you "
                                    "mean 'nurse'?)"));
    CHECK_THAT(said, test::contains("trust.toml:17:6 PE0241 error: transfer/north/see nurse/to: no step has the name "
                                    "'ambulanc' (did you mean 'ambulance'?)"));
    CHECK(std::count(said.begin(), said.end(), '\n') == 3);
    CHECK_THAT(faults_of(folder, clinic::with("name = \"north\"", "name = \"no/rth\"", trust)),
               test::contains("trust.toml:7:1 PE0237 error: site/no/rth: the name 'no/rth' has a '/'"));
}

TEST_CASE("a site whose file cannot be used is told where it is named", "[io]")
{
    Trust const folder{"sites_missing"};
    CHECK(faults_of(folder, clinic::with("\"south.toml\"", "\"sooth.toml\"", trust)) ==
          "trust.toml:13:8 PE0121 error: site/south/file: cannot read 'sooth.toml': there is no such file (check the "
          "name; "
          "it is looked for beside the file that names it)\n");
    CHECK_THAT(faults_of(folder, clinic::with("\"south.toml\"", "\"../south.toml\"", trust)),
               test::contains("trust.toml:13:8 PE0120 error: site/south/file: "));
    CHECK_THAT(faults_of(folder, clinic::with("file = \"south.toml\"", "", trust)),
               test::contains("trust.toml:11:1 PE0101 error: site/south/file: is missing"));
    folder.write("north.toml", "schema = 1\nname = = 2\n");
    folder.write("south.toml", without_the_rest() + "[[site]]\nname = \"itself\"\nfile = \"south.toml\"\n");
    auto const said = faults_of(folder, trust);
    INFO(said);
    CHECK_THAT(said, test::contains("north.toml:2:8 PE0001 error: "));
    CHECK_THAT(said, test::contains("PE0122 error: site/south/site/itself/file: 'south.toml' is a site of itself"));
    CHECK(std::count(said.begin(), said.end(), '\n') == 2);
    CHECK_THAT(faults_of(folder, clinic::text + "shared = [\"nurse\"]\n"), test::contains("PE0104"));
    CHECK_THAT(faults_of(folder, "shared = [\"nurse\"]\n" + clinic::text),
               test::contains("trust.toml:1:10 PE0711 error: 'shared' is between sites, and the file names none"));
}

TEST_CASE("of a hospital's own business case the pathway alone is used, and that is said", "[io]")
{
    Trust const folder{"sites_rest"};
    auto const before = io::load_scenario(folder.path / "trust.toml");
    CHECK(before.warnings.text().find("PE0402 warning: arm/voice") != std::string::npos);
    CHECK(before.warnings.all().size() == 1);
    folder.write("north.toml", clinic_alone);
    auto const scenario = io::load_scenario(folder.path / "trust.toml");
    CHECK(io::scenario_hash(scenario) == io::scenario_hash(before));
    auto const said = folder.without(scenario.warnings.text());
    CHECK_THAT(said,
               test::contains("PE0712 note: site/north/price: of a site's file the pathway alone is used, not its "
                              "'price'"));
    CHECK(scenario.warnings.warnings() == 1);
    CHECK(scenario.warnings.all().size() == 4);
}

TEST_CASE("a hospital may have sites itself, each file in its own folder", "[io]")
{
    Trust const folder{"sites_nested"};
    folder.write("east/ed.toml", without_the_rest());
    folder.write("common.toml", without_the_rest());
    folder.write("east/ward.toml", "extends = \"../common.toml\"\n");
    folder.write("east/hospital.toml", "schema = 1\nshared = \"doctor\"\n[[site]]\nname = \"ed\"\nfile = \"ed.toml\"\n"
                                       "[[site]]\nname = \"ward\"\nfile = \"ward.toml\"\n");
    auto const text = clinic::with("\"north.toml\"", "\"east/hospital.toml\"", clinic::with("\"doctor\"", "", trust));
    auto const of_ed = clinic::with("north/see nurse", "north/ed/see nurse", text);
    auto const all = clinic::with("north/see nurse", "north/ed/see nurse",
                                  clinic::with("north/see nurse", "north/ed/see nurse", of_ed));
    auto const scenario = io::load_scenario(folder.write("trust.toml", all));
    CHECK(pathway::find(scenario.study.pathway.activities, "north/ward/see doctor"));
    CHECK(pathway::find(scenario.study.pathway.resources, "north/doctor"));
    folder.write("common.toml", clinic::with("\"9 min\"", "\"9 mns\"", without_the_rest()));
    CHECK_THAT(faults_of(folder, all),
               test::contains("common.toml:35:28 PE0102 error: activity/north/ward/see nurse/takes/mean: "));
}

TEST_CASE("a typo in a file that two sites read is told once", "[io]")
{
    Trust const folder{"once"};
    auto text = trust;
    for (std::size_t at; (at = text.find("south.toml")) != std::string::npos;) text.replace(at, 10, "north.toml");
    folder.write("north.toml", clinic::with("takes = { gamma", "take = { gamma", without_the_rest()));
    auto const faults = faults_of(folder, text);
    auto const first = faults.find("unknown key 'take'");
    CHECK(first != std::string::npos);
    CHECK(faults.find("unknown key 'take'", first + 1) == std::string::npos);
    CHECK(faults.find("takes time, found none") == std::string::npos);
}

// SPDX-License-Identifier: MIT
#include <filesystem>
#include <string>

#include "catch.hpp"

#include <pathecon/io/toml.hpp>

#include "folder.hpp"

using namespace pathecon;
using base::Diagnostics;
using base::Value;
using test::Folder;
namespace fs = std::filesystem;

namespace {

std::string merged(fs::path const& file)
{
    Diagnostics diagnostics;
    Value const value = io::read_toml_file(file, diagnostics);
    return diagnostics.ok() ? base::to_json_text(value, base::KeyOrder::written) : diagnostics.text();
}

/// Reads a file whose faults are expected, and cuts the folder off.
std::string faults_of(Folder const& folder, fs::path const& file) { return folder.without(merged(file)); }

} // namespace

TEST_CASE("a scenario goes over what it extends: tables by key, lists by name, values as a whole")
{
    Folder const folder{"merge"};
    folder.write(
        "base/usual.toml",
        "schema = 1\ntitle = \"usual\"\n[terms]\nhorizon = \"5 years\"\nrate = 0.035\n"
        "[[activity]]\nname = \"x-ray\"\nuses = \"room\"\n"
        "[[activity]]\nname = \"read\"\nuses = \"reader\"\ntakes = { gamma = { mean = \"14 min\", sd = \"6 min\" } }\n"
        "[[route]]\nfrom = \"x-ray\"\n[[route]]\nfrom = \"read\"\n");
    auto const file = folder.write(
        "ai.toml", "extends = \"base/usual.toml\"\ntitle = \"with AI\"\n[terms]\nrate = 0.015\n"
                   "[[activity]]\nname = \"read\"\ntakes = { constant = { mean = \"10 min\" } }\n"
                   "[[activity]]\nname = \"check\"\n[[route]]\nfrom = \"check\"\n[[tool]]\nname = \"Triage\"\n");
    CHECK(
        merged(file) ==
        "{\"schema\":1,\"title\":\"with AI\",\"terms\":{\"horizon\":\"5 years\",\"rate\":0.015},"
        "\"activity\":[{\"name\":\"x-ray\",\"uses\":\"room\"},"
        "{\"name\":\"read\",\"uses\":\"reader\",\"takes\":{\"constant\":{\"mean\":\"10 min\"}}},{\"name\":\"check\"}],"
        "\"route\":[{\"from\":\"check\"}],\"tool\":[{\"name\":\"Triage\"}]}");
}

TEST_CASE("after a merge every value still points into the file it came from")
{
    Folder const folder{"places"};
    folder.write("usual.toml", "[terms]\nhorizon = \"5 years\"\nrate = 0.035\n");
    auto const file = folder.write("ai.toml", "extends = \"usual.toml\"\n[terms]\nrate = 0.015\n");
    Diagnostics diagnostics;
    Value const value = io::read_toml_file(file, diagnostics);
    REQUIRE(diagnostics.ok());
    Value const& terms = *value.find("terms");
    CHECK(terms.find("horizon")->place().file == (folder.path / "usual.toml").generic_string());
    CHECK(terms.find("horizon")->place().line == 2);
    CHECK(terms.find("rate")->place().file == file.generic_string());
    CHECK(terms.find("rate")->place().line == 3);
}

TEST_CASE("what is extended may itself extend, but never itself")
{
    Folder const folder{"chain"};
    folder.write("a.toml", "x = 1\ny = 1\nz = 1\n");
    folder.write("b.toml", "extends = \"a.toml\"\ny = 2\nz = 2\n");
    CHECK(merged(folder.write("c.toml", "extends = \"b.toml\"\nz = 3\n")) == "{\"x\":1,\"y\":2,\"z\":3}");
    folder.write("loop.toml", "extends = \"back.toml\"\n");
    CHECK(faults_of(folder, folder.write("back.toml", "extends = \"loop.toml\"\n")) ==
          "loop.toml:1:11 PE0122 error: 'back.toml' extends itself\n");
}

TEST_CASE("no file outside the scenario's folder is read")
{
    Folder const folder{"confined"};
    folder.write("secret.toml", "x = 1\n");
    for (std::string const& way :
         {std::string{"../secret.toml"}, std::string{"sub/../../secret.toml"},
          (folder.path / "secret.toml").generic_string(), (folder.path / "in" / "t.toml").generic_string()}) {
        auto const file = folder.write("in/s.toml", "extends = \"" + way + "\"\n");
        INFO(merged(file));
        CHECK_THAT(faults_of(folder, file), test::contains("in/s.toml:1:11 PE0120 error: "));
        CHECK_THAT(faults_of(folder, file),
                   test::contains("lies outside the scenario's folder (put the file beside the scenario)"));
    }
    CHECK(merged(folder.write("in/s.toml", "extends = \"sub/../t.toml\"\n")) != "");
    fs::create_symlink(folder.path / "secret.toml", folder.path / "in" / "link.toml");
    CHECK_THAT(merged(folder.write("in/s.toml", "extends = \"link.toml\"\n")), test::contains("PE0120"));
    // A file further down may look at its sisters above, within the folder of the scenario that was asked for.
    folder.write("in/t.toml", "x = 7\n");
    folder.write("in/sub/u.toml", "extends = \"../t.toml\"\n");
    CHECK(merged(folder.write("in/s.toml", "extends = \"sub/u.toml\"\n")) == "{\"x\":7}");
}

TEST_CASE("a file that cannot be read is named where it was asked for")
{
    Folder const folder{"missing"};
    CHECK(faults_of(folder, folder.path / "none.toml") == "none.toml PE0705 error: there is no such file (check the name and the folder you are in)\n");
    CHECK_THAT(faults_of(folder, folder.path), test::contains("PE0705 error: expected a file, found a folder"));
    CHECK(faults_of(folder, folder.write("s.toml", "a = 1\nextends = \"none.toml\"\n")) ==
          "s.toml:2:11 PE0121 error: cannot read 'none.toml': there is no such file (check the name; it is looked for beside the "
          "file that names it)\n");
    CHECK(faults_of(folder, folder.write("t.toml", "extends = 3\n")) ==
          "t.toml:1:11 PE0102 error: expected the name of a file to extend, found 3\n");
    folder.write("bad.toml", "x = = 1\n");
    CHECK_THAT(faults_of(folder, folder.write("v.toml", "extends = \"bad.toml\"\n")),
               test::contains("bad.toml:1:5 PE0001 error: "));
}

// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <filesystem>
#include <iterator>
#include <random>
#include <string>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/io/csv.hpp>
#include <pathecon/io/file.hpp>

namespace fs = std::filesystem;
using namespace pathecon;

namespace {

/// A folder of its own that is gone after the story.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("pathecon-csv-" + std::to_string(std::random_device{}()));
    ~Folder() { fs::remove_all(path); }
};

std::size_t files_in(fs::path const& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

} // namespace

TEST_CASE("a table leaves as CSV whose cells no spreadsheet takes for formulas", "[io]")
{
    base::Table table;
    table.add_column("name", std::vector<std::string>{"=1+1", "plain", "a \"quote\", and a comma"});
    table.add_column("hours", std::vector<double>{0.1, -2, 3});
    CHECK(io::write_csv(table) == "name,hours\r\n'=1+1,0.1\r\nplain,-2\r\n\"a \"\"quote\"\", and a comma\",3\r\n");
}

TEST_CASE("a file is written whole, with its folders, over the old one, and leaves nothing else behind", "[io]")
{
    Folder const folder;
    auto const file = folder.path / "deep" / "result.txt";
    io::write_file(file, "first");
    CHECK(io::read_file(file) == "first");
    std::string const second = std::string(100'000, 'x') + "\r\n" + '\0' + "end";
    io::write_file(file, second);
    CHECK(io::read_file(file) == second);
    CHECK(files_in(file.parent_path()) == 1);
}

TEST_CASE("what cannot be written leaves the old file and no half of a new one", "[io]")
{
    Folder const folder;
    auto const file = folder.path / "result.txt";
    fs::create_directories(file / "in the way"); // a folder of that name cannot be renamed over
    CHECK_THROWS_AS(io::write_file(file, "text"), fs::filesystem_error);
    CHECK(files_in(folder.path) == 1);
}

TEST_CASE("a file that is not there, or is a folder, is named in the message", "[io]")
{
    Folder const folder;
    fs::create_directories(folder.path);
    for (auto const& path : {folder.path / "none.toml", folder.path}) {
        try {
            (void)io::read_file(path);
            FAIL("read what is no file");
        } catch (base::InvalidInput const& invalid) {
            REQUIRE(invalid.diagnostics().errors() == 1);
            CHECK(invalid.diagnostics().all().front().place.file == path.string());
        }
    }
}

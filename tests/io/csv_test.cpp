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

/// The cells of a text, joined by bars and slashes; or what is wrong with it.
std::string read(std::string const& text)
{
    base::Diagnostics diagnostics;
    std::string joined;
    for (auto const& row : io::read_csv(text, "t.csv", diagnostics)) {
        for (auto const& cell : row) joined += "|" + cell.text;
        joined += "/";
    }
    return diagnostics.ok() ? joined : diagnostics.text();
}

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

TEST_CASE("a CSV text is read as it was written, whoever wrote it", "[io]")
{
    CHECK(read("a,b\n1,2\n") == "|a|b/|1|2/");
    CHECK(read("\xef\xbb\xbf"
               "a,b\r\n1,\r\n\r\n,2") == "|a|b/|1|/||2/");
    CHECK(read("a\rb\r") == "|a/|b/");
    CHECK(read("\"a, \"\"b\"\"\",\"\"\n\"two\nlines\",x\n") == "|a, \"b\"|/|two\nlines|x/");
    base::Table table;
    table.add_column("what", std::vector<std::string>{"a \"quote\", and a comma", "£"});
    CHECK(read(io::write_csv(table)) == "|what/|a \"quote\", and a comma/|£/");
}

TEST_CASE("a cell knows where it stands, and columns count characters", "[io]")
{
    base::Diagnostics diagnostics;
    auto const table = io::read_csv("a,b\n\n\"x\ny\",£,z\n£,\"1\"\n", "t.csv", diagnostics);
    REQUIRE(table.size() == 2);
    CHECK(table[1][0] == io::Cell{"£", 5, 1});
    CHECK(table[1][1] == io::Cell{"1", 5, 3});
    CHECK(diagnostics.text() ==
          "t.csv:3:1 PE0706 error: this row has 3 cells, the header has 2 (put a text with a comma "
          "in double quotes)\n");
}

TEST_CASE("what is no table is told at its place, all of it at once", "[io]")
{
    CHECK(read("") == "t.csv:1:1 PE0706 error: the file is empty (the first line names the columns)\n");
    CHECK(read("\n\n") == read(""));
    CHECK(read("a,b\n1\n\"x\"y,2\nu \"v\",3\n4,\"5\n") ==
          "t.csv:2:1 PE0706 error: this row has 1 cells, the header has 2 (leave a cell empty, but keep its comma)\n"
          "t.csv:3:4 PE0706 error: text behind the closing quote of a cell (put the whole cell in double quotes, and "
          "write a quote in it twice)\n"
          "t.csv:4:3 PE0706 error: a quote inside a cell that does not begin with one (put the whole cell in double "
          "quotes, and write a quote in it twice)\n"
          "t.csv:5:3 PE0706 error: this quote is never closed (close it, or take it out)\n");
    CHECK(read("a\n\xa3\n") ==
          "t.csv:2:1 PE0706 error: the text is not UTF-8 from here on (save the file as CSV UTF-8)\n");
}

TEST_CASE("of thousands of faults fifty are listed and the others counted", "[io]")
{
    std::string text = "a,b\n";
    for (int i = 0; i < 3000; ++i) text += "1\n";
    base::Diagnostics diagnostics;
    (void)io::read_csv(text, "t.csv", diagnostics);
    REQUIRE(diagnostics.errors() == 51);
    CHECK(diagnostics.all().back().text().starts_with("t.csv:3001 PE0706 error: 2950 more faults"));
}

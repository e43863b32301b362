// SPDX-License-Identifier: MIT
#include <sstream>

#include "catch.hpp"

#include <pathecon/base/column.hpp>
#include <pathecon/base/contract.hpp>

using namespace pathecon::base;

TEST_CASE("a table gives its columns back by name and type")
{
    Table table;
    table.add_column("n", std::vector<std::int32_t>{1, 2}).add_column("wait_hours", std::vector<double>{0.5, 1.0});
    CHECK(table.rows() == 2u);
    CHECK(table.column<double>("wait_hours")[1] == 1.0);
    CHECK(table.contains("n"));
    CHECK_THROWS_AS(table.column<double>("n"), ContractViolation);
    CHECK_THROWS_AS(table.column<double>("wait"), ContractViolation);
    CHECK_THROWS_AS(table.add_column("short", std::vector<double>{1.0}), ContractViolation);
    CHECK_THROWS_AS(table.add_column("n", std::vector<double>{1.0, 2.0}), ContractViolation);
    CHECK(table.columns() == 2u);
}

TEST_CASE("no spreadsheet runs a text cell of an export")
{
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("+44 20") == "'+44 20");
    CHECK(csv_cell("-read") == "'-read");
    CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(csv_cell("\tx") == "'\tx");
    CHECK(csv_cell("\rx") == "\"'\rx\"");
    CHECK(csv_cell(std::string("\0x", 2)) == std::string("'\0x", 3));
    CHECK(csv_cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    CHECK(csv_cell("read = seen") == "read = seen");
    CHECK(csv_cell("").empty());
}

TEST_CASE("CSV quotes what RFC 4180 demands and leaves negative numbers alone")
{
    Table table;
    table.add_column("=name", std::vector<std::string>{"a,b", "c\nd"});
    table.add_column("£", std::vector<double>{-0.1, 1e-7});
    table.add_column("n", std::vector<std::int64_t>{-5, 9007199254740993});
    std::ostringstream out;
    table.to_csv(out);
    CHECK(out.str() == "'=name,£,n\r\n\"a,b\",-0.1,-5\r\n\"c\nd\",1e-07,9007199254740993\r\n");
}

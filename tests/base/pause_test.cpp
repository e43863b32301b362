// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <sstream>
#include <stdexcept>

#include <pathecon/base/column.hpp>
#include <pathecon/base/pause.hpp>

using namespace pathecon;

namespace {

int looks = 0;
void count() { ++looks; }
void refuse() { throw std::runtime_error{"enough"}; }

} // namespace

TEST_CASE("whoever looks up is called at every pause, and no longer than the object lives", "[pause]")
{
    looks = 0;
    base::pause();
    {
        base::LookingUp const looking{&count};
        base::pause();
        {
            base::LookingUp const nobody{nullptr};
            base::pause();
        }
        base::pause();
    }
    base::pause();
    CHECK(looks == 2);
}

TEST_CASE("the writing of a long table can be ended between its rows", "[pause]")
{
    base::Table table;
    table.add_column("n", std::vector<double>(1000, 1.0));
    std::ostringstream out;
    base::LookingUp const looking{&refuse};
    CHECK_THROWS_AS(table.to_csv(out), std::runtime_error);
    CHECK(out.str().size() < 100);
}

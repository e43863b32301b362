// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace {

std::string text_of(std::string const& path)
{
    std::ifstream in{path};
    INFO(path);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

TEST_CASE("every code of this floor is in the register of messages")
{
    auto const codes = text_of("src/pathway/codes.hpp"), page = text_of("docs/reference/messages.md");
    std::regex const code{R"(constexpr int (\w+) = (\d\d\d);)"};
    int found = 0;
    for (auto at = std::sregex_iterator{codes.begin(), codes.end(), code}; at != std::sregex_iterator{};
         ++at, ++found) {
        INFO((*at)[1].str());
        CHECK(page.find("| PE0" + (*at)[2].str() + " |") != std::string::npos);
    }
    CHECK(found == 49);
}

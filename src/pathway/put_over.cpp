// SPDX-License-Identifier: MIT
#include "put_over.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <pathecon/pathway/fields.hpp>

namespace pathecon::pathway::detail {

namespace {

std::string const& name_of(Route const& noun) { return noun.from; }
std::string const& name_of(auto const& noun) { return noun.name; }

template <class Noun>
void put_list(std::vector<Noun>& below, std::vector<Noun> const& over)
{
    std::set<std::string> names;
    for (auto const& noun : over) {
        auto const there =
            std::find_if(below.begin(), below.end(), [&](auto const& one) { return name_of(one) == name_of(noun); });
        if (names.insert(name_of(noun)).second && there != below.end())
            *there = noun;
        else
            below.push_back(noun);
    }
}

} // namespace

void put_over(Pathway& below, Pathway const& over)
{
    auto const each = [&](auto const& field) {
        if constexpr (requires { put_list(below.*(field.member), over.*(field.member)); })
            put_list(below.*(field.member), over.*(field.member));
    };
    std::apply([&](auto const&... field) { (each(field), ...); }, base::Fields<Pathway>::table);
}

} // namespace pathecon::pathway::detail

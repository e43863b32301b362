// SPDX-License-Identifier: MIT
/// \file
/// The field table of a transfer between sites.
#pragma once

#include <string_view>
#include <tuple>

#include <pathecon/pathway/fields_chance.hpp>
#include <pathecon/pathway/site.hpp>

template <>
struct pathecon::base::Fields<pathecon::pathway::Transfer> {
    using T = pathway::Transfer;
    static constexpr std::string_view noun = "transfer", sentence = "Patients who go on at another site.";
    static constexpr auto table = std::tuple{
        field("from", &T::from, "Step that they come from, such as 'north/decide'.").required().positional(),
        field("to", &T::to, "Step where they go on, such as 'south/ward'.").required().positional(),
        field("p", &T::p, "Probability of going there; everybody who meets 'where' when left out.").unit("probability"),
        field("where", &T::where, "Patients who may go there."),
    };
};

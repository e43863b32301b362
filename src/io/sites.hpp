// SPDX-License-Identifier: MIT
/// \file
/// The pathway of a scenario file is what stands at its top, with the sites that it names merged into it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/value.hpp>
#include <pathecon/pathway/pathway.hpp>

#include "io/folder.hpp"

namespace pathecon::io::detail {

/// A site names the file that describes it: a scenario file, of which the pathway alone is used.
struct SiteEntry {
    std::string name{};
    std::string file{};
    bool operator==(SiteEntry const&) const = default;
};

struct WholePathway {
    pathway::Pathway pathway{};
    bool is_whole = true; ///< False where sites could not be read or merged, so that there is nothing to judge.
};

/// Makes the keys at the top of a file that are of its pathway: its nouns, and what joins sites.
std::vector<base::FieldEntry> entries_of_pathway();

/// Decodes the pathway of a file; `above` are the files whose sites are being read.
WholePathway decode_pathway(base::Value const& root, Folder const& folder,
                            std::vector<std::filesystem::path> const& above, base::DecodeContext& context);

} // namespace pathecon::io::detail

template <>
struct pathecon::base::Fields<pathecon::io::detail::SiteEntry> {
    using T = io::detail::SiteEntry;
    static constexpr std::string_view noun = "site",
                                      sentence = "One hospital, or one of its departments, with a pathway of its own.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the site, which stands before those of its nouns.").required().key(),
        field("file", &T::file, "Scenario file of the site; its pathway alone is used.").required(),
    };
};

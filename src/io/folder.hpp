// SPDX-License-Identifier: MIT
/// \file
/// A folder is where the files that a scenario names are found: beside the file that names them, and never outside the
/// folder of the scenario that was asked for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/value.hpp>

namespace pathecon::io::detail {

class Folder {
public:
    /// That of a text which has none: naming a file in it is a fault.
    Folder() = default;
    /// That of a scenario's file.
    static Folder of_file(std::filesystem::path const& file);
    /// That of a text which messages call `text_name`; none if the path is empty.
    static Folder of_text(std::filesystem::path const& folder, std::string text_name);

    /// Finds the file that a value names. Reports PE0102 for what is no name, PE0120 for a file outside the folder,
    /// PE0710 where there is no folder.
    [[nodiscard]] std::optional<std::filesystem::path> find(base::Value const& name,
                                                            base::DecodeContext& context) const;

    [[nodiscard]] std::filesystem::path const& root() const { return root_; }

private:
    std::filesystem::path folder_{}, root_{}; ///< As it was given, and without links and dots.
    std::string text_name_{};
    bool exists_ = false;
};

/// Says whether a path lies in a folder, both without links and dots.
[[nodiscard]] bool is_within(std::filesystem::path const& path, std::filesystem::path const& folder);

} // namespace pathecon::io::detail

// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A place is where the user wrote something; places remember it for every path of a decoded object.

#include <map>
#include <string>
#include <string_view>

namespace pathecon::base {

/// Points into a text file (line and column from 1) or a workbook (`cell` is `Inputs!C14`); all empty when unknown.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    std::string cell;

    [[nodiscard]] bool known() const noexcept { return line > 0 || !cell.empty() || !file.empty(); }
    /// Writes `s.toml:12:1`, `s.toml`, or `Inputs!C14`; empty when unknown.
    [[nodiscard]] std::string text() const;
    friend bool operator==(Place const&, Place const&) = default;
};

/// Maps the paths of a decoded object (`activity/read/takes`) to the places they came from.
class Places {
public:
    /// Records where `path` was written; an unknown place is not recorded.
    void set(std::string path, Place place);
    /// Finds the place of `path`, or of its nearest recorded ancestor; unknown when there is none.
    [[nodiscard]] Place find_nearest(std::string_view path) const;
    [[nodiscard]] bool contains(std::string_view path) const { return by_path_.find(path) != by_path_.end(); }
    [[nodiscard]] auto const& all() const noexcept { return by_path_; }

private:
    std::map<std::string, Place, std::less<>> by_path_;
};

/// Joins two parts of a path with `/`; an empty part adds nothing.
[[nodiscard]] std::string join_path(std::string_view parent, std::string_view child);

} // namespace pathecon::base

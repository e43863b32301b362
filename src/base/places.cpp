// SPDX-License-Identifier: MIT
#include <pathecon/base/places.hpp>

namespace pathecon::base {

std::string Place::text() const
{
    if (!cell.empty()) return file.empty() ? cell : file + ":" + cell;
    if (line <= 0) return file;
    std::string text = file.empty() ? "line " + std::to_string(line) : file + ":" + std::to_string(line);
    if (column > 0) text += ":" + std::to_string(column);
    return text;
}

void Places::set(std::string path, Place place)
{
    if (place.known()) by_path_.insert_or_assign(std::move(path), std::move(place));
}

Place Places::find_nearest(std::string_view path) const
{
    while (true) {
        if (auto const found = by_path_.find(path); found != by_path_.end()) return found->second;
        if (path.empty()) return {};
        auto const slash = path.rfind('/');
        path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
    }
}

std::string join_path(std::string_view parent, std::string_view child)
{
    std::string path{parent};
    if (!parent.empty() && !child.empty()) path += '/';
    return path.append(child);
}

} // namespace pathecon::base

// SPDX-License-Identifier: MIT
#include "io/folder.hpp"

#include <utility>

#include <fmt/format.h>

namespace pathecon::io::detail {

namespace fs = std::filesystem;

bool is_within(fs::path const& path, fs::path const& folder)
{
    fs::path const relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

Folder Folder::of_file(fs::path const& file)
{
    Folder made;
    made.folder_ = file.parent_path();
    made.root_ = fs::weakly_canonical(fs::absolute(file)).parent_path();
    made.exists_ = true;
    return made;
}

Folder Folder::of_text(fs::path const& folder, std::string text_name)
{
    Folder made;
    made.text_name_ = std::move(text_name);
    made.exists_ = !folder.empty();
    if (!made.exists_) return made;
    made.folder_ = folder;
    made.root_ = fs::weakly_canonical(fs::absolute(folder));
    return made;
}

std::optional<fs::path> Folder::find(base::Value const& name, base::DecodeContext& context) const
{
    auto const* const text = name.string();
    if (!text || text->empty()) {
        context.mismatch(name, "the name of a file");
        return std::nullopt;
    }
    if (!exists_) {
        context.error(710, name, fmt::format("'{}' is to be read, but this text lies in no folder", *text),
                      "load the scenario from its file, or say in which folder its files are");
        return std::nullopt;
    }
    fs::path const wanted{*text};
    auto const& named_in = name.place().file;
    fs::path const beside = named_in.empty() || named_in == text_name_ ? folder_ : fs::path{named_in}.parent_path();
    fs::path found = (beside / wanted).lexically_normal();
    if (wanted.is_absolute() || wanted.has_root_name() ||
        !is_within(fs::weakly_canonical(fs::absolute(found)), root_)) {
        context.error(120, name, fmt::format("'{}' lies outside the scenario's folder", *text),
                      "put the file beside the scenario");
        return std::nullopt;
    }
    return found;
}

} // namespace pathecon::io::detail

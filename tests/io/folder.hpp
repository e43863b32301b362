// SPDX-License-Identifier: MIT
/// \file
/// A folder of its own with the files of a story, gone when the story ends.
#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

namespace pathecon::test {

struct Folder {
    std::filesystem::path path;

    explicit Folder(std::string const& name)
        : path{std::filesystem::temp_directory_path() /
               ("pathecon_test_" + name + "_" + std::to_string(std::random_device{}()))}
    {
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    std::filesystem::path write(std::string const& name, std::string const& text) const
    {
        std::filesystem::create_directories((path / name).parent_path());
        std::ofstream{path / name, std::ios::binary} << text;
        return path / name;
    }

    /// Cuts the folder off wherever it stands in a text.
    std::string without(std::string text) const
    {
        std::string const prefix = path.generic_string() + "/";
        for (std::size_t at; (at = text.find(prefix)) != std::string::npos;) text.erase(at, prefix.size());
        return text;
    }
};

} // namespace pathecon::test

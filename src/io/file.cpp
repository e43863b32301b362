// SPDX-License-Identifier: MIT
#include <pathecon/io/file.hpp>

#include <fstream>
#include <iterator>
#include <random>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include <pathecon/base/diagnostic.hpp>

namespace pathecon::io {
namespace {

namespace fs = std::filesystem;

/// A name beside `path` that nobody else is using.
fs::path temporary_beside(fs::path const& path)
{
    std::random_device device;
    auto name = path;
    do {
        name = path;
        name += fmt::format(".part-{}", device());
    } while (fs::exists(name));
    return name;
}

[[noreturn]] void refuse(fs::path const& path, std::error_code why)
{
    throw fs::filesystem_error{"cannot write", path, why};
}

} // namespace

std::string read_file(fs::path const& path)
{
    auto const fail = [&](std::string const& why) {
        base::Diagnostic fault;
        fault.code = 705;
        fault.place.file = path.string();
        fault.message = why;
        fault.hint = "check the name and the folder you are in";
        base::Diagnostics diagnostics;
        diagnostics.add(std::move(fault));
        throw base::InvalidInput{diagnostics};
    };
    std::error_code none;
    if (!fs::exists(path, none)) fail("there is no such file");
    if (fs::is_directory(path, none)) fail("expected a file, found a folder");
    std::ifstream in{path, std::ios::binary};
    if (!in) fail("the file cannot be opened");
    std::string text{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    if (in.bad()) fail("the file cannot be read");
    return text;
}

void write_file(fs::path const& path, std::string_view text)
{
    if (path.has_parent_path()) fs::create_directories(path.parent_path());
    auto const part = temporary_beside(path);
    std::error_code ignored;
    {
        std::ofstream out{part, std::ios::binary};
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        out.close();
        if (!out) {
            fs::remove(part, ignored);
            refuse(path, std::make_error_code(std::errc::io_error));
        }
    }
    std::error_code error;
    fs::rename(part, path, error);
    if (error) {
        fs::remove(part, ignored);
        refuse(path, error);
    }
}

} // namespace pathecon::io

// SPDX-License-Identifier: MIT
/// \file
/// Reference files are the data files of src/reference as the build compiled them in.
#pragma once

#include <span>
#include <string_view>

namespace pathecon::io::detail {

struct ReferenceFile {
    std::string_view name; ///< Path below src/reference without the extension: "tariff/nhs-2025".
    std::string_view text;
};

std::span<ReferenceFile const> reference_files();

} // namespace pathecon::io::detail

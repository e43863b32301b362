// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// TOML is the language of scenario files; reading one gives a value whose every part knows its line and column.

#include <filesystem>
#include <string>
#include <string_view>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/value.hpp>

namespace pathecon::io {

/// Reads one TOML text; a byte order mark and CRLF are welcome. All syntax faults are reported at once (PE0001),
/// duplicate keys as PE0103; after a fault the result is null. Dates become texts. `extends` is left as it is written.
[[nodiscard]] base::Value read_toml(std::string_view text, std::string const& file, base::Diagnostics& diagnostics);

/// Reads a TOML file and what it `extends`, which must lie in `folder` (when left empty, that of the file) or below it
/// (PE0120), be readable (PE0121) and not extend itself (PE0122). What the file says goes over what it extends:
/// `[tables]` merge key by key, `[[lists]]` of tables with a `name` merge by name and append the rest, and everything
/// else, an inline table too, is replaced. Places name files as they were written, relative to the caller.
[[nodiscard]] base::Value read_toml_file(std::filesystem::path const& file, base::Diagnostics& diagnostics,
                                         std::filesystem::path const& folder = {});

} // namespace pathecon::io

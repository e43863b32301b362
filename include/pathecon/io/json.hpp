// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// JSON is the language of machines: read strictly with line and column, written the same on every platform.

#include <string>
#include <string_view>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/value.hpp>

namespace pathecon::io {

/// Reads one JSON text (RFC 8259); a byte order mark and CRLF are welcome. A syntax fault is PE0001, duplicate keys are
/// PE0103; after a fault the result is null.
[[nodiscard]] base::Value read_json(std::string_view text, std::string const& file, base::Diagnostics& diagnostics);

enum class Layout { compact, pretty };

/// Writes keys in their order and numbers with the fewest digits that read back. Doubles that are not finite, which
/// JSON cannot say, become the texts "NaN", "Infinity" and "-Infinity".
[[nodiscard]] std::string write_json(base::Value const& value, Layout layout = Layout::pretty);

} // namespace pathecon::io

// SPDX-License-Identifier: MIT
/// \file
/// The faults of a CSV file: as many as a person reads are listed, the others are counted.
#pragma once

#include <string>
#include <utility>

#include <fmt/format.h>

#include <pathecon/base/diagnostic.hpp>

namespace pathecon::io::detail {

class CsvFaults {
public:
    CsvFaults(std::string file, base::Diagnostics& diagnostics, std::string path = {})
        : file_{std::move(file)}
        , path_{std::move(path)}
        , diagnostics_{diagnostics}
    {}
    void error(int code, int line, int column, std::string message, std::string hint = {})
    {
        last_line_ = line;
        if (++count_ > most) return;
        diagnostics_.add({base::Severity::error, code, {file_, line, column, {}}, path_, std::move(message),
                          std::move(hint)});
    }
    /// Says how many there were besides those listed.
    void finish()
    {
        if (count_ > most)
            diagnostics_.add({base::Severity::error, 706, {file_, last_line_, 0, {}}, path_,
                              fmt::format("{} more faults, the last of them on this line", count_ - most),
                              "one cause may be behind them all: mend it and read the file again"});
    }
    [[nodiscard]] bool any() const { return count_ > 0; }

private:
    static constexpr int most = 50;
    std::string file_, path_;
    base::Diagnostics& diagnostics_;
    int count_ = 0, last_line_ = 0;
};

} // namespace pathecon::io::detail

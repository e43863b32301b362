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
        if (++count_ <= most) add(code, line, column, std::move(message), std::move(hint));
    }
    /// Says how many there were besides those listed.
    void finish()
    {
        if (count_ > most)
            add(706, last_line_, 0, fmt::format("{} more faults, the last of them on this line", count_ - most),
                "one cause may be behind them all: mend it and read the file again");
    }

private:
    static constexpr int most = 50;

    void add(int code, int line, int column, std::string message, std::string hint)
    {
        base::Diagnostic fault;
        fault.code = code;
        fault.place.file = file_;
        fault.place.line = line;
        fault.place.column = column;
        fault.path = path_;
        fault.message = std::move(message);
        fault.hint = std::move(hint);
        diagnostics_.add(std::move(fault));
    }

    std::string file_, path_;
    base::Diagnostics& diagnostics_;
    int count_ = 0, last_line_ = 0;
};

} // namespace pathecon::io::detail

// SPDX-License-Identifier: MIT
/// \file
/// A ledger holds every amount of a study as dated lines, in columns. Nothing else holds money.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/base/diagnostic.hpp>
#include <pathecon/ledger/line.hpp>
#include <pathecon/ledger/onset.hpp>

namespace pathecon::ledger {

/// A column of texts that are mostly the same few: each text is kept once.
class TextColumn {
public:
    void push(std::string_view text);
    [[nodiscard]] std::string const& operator[](std::size_t row) const { return texts_[static_cast<std::size_t>(codes_[row])]; }
    [[nodiscard]] std::size_t size() const noexcept { return codes_.size(); }
    /// Returns the code of a text, -1 when the column does not hold it.
    [[nodiscard]] std::int32_t code(std::string_view text) const;
    [[nodiscard]] std::vector<std::int32_t> const& codes() const noexcept { return codes_; }
    [[nodiscard]] std::vector<std::string> const& texts() const noexcept { return texts_; }

private:
    std::vector<std::int32_t> codes_;
    std::vector<std::string> texts_;
    std::map<std::string, std::int32_t, std::less<>> code_of_;
};

/// The lines of a study. Lines may come in any order; sums are taken in the order of the lines.
struct Ledger {
    std::vector<std::string> arms{"usual care", "with tool"};   ///< The first is the comparator.
    int draws = 1;
    int left_out = 0;                   ///< Replications left out in turn: lines with `left_out` 0 .. left_out - 1 exist.
    units::Duration horizon{};          ///< How far the lines reach; 0 when they were typed and reach as far as they reach.
    std::vector<Onset> onsets{};        ///< [arm]; empty when the lines were typed.
    base::Diagnostics warnings{};

    /// Columns, one entry a line.
    std::vector<std::int32_t> arm{}, draw{}, without{};
    std::vector<Account> account{};
    std::vector<units::Duration> from{}, to{};
    TextColumn owner{}, payer{}, payee{};
    std::vector<Kind> kind{};
    std::vector<std::uint8_t> outlay{};
    TextColumn item{}, resource{}, tool{};
    std::vector<Unit> unit{};
    std::vector<double> amount{}, quantity{};
    TextColumn measure{}, source{};

    [[nodiscard]] std::size_t size() const noexcept { return amount.size(); }
    /// Appends a line. Requires an arm and a draw of this ledger and `from <= to`.
    void add(Line const& line);
    /// Returns a line as it was added.
    [[nodiscard]] Line line(std::size_t row) const;
    /// Returns the position of an arm, -1 when there is none of that name.
    [[nodiscard]] int arm_index(std::string_view name) const;
    /// Lays the lines out: arm, draw, left_out, account, from_years, to_years, owner, payer, payee, kind, outlay, item,
    /// resource, tool, unit, amount, quantity, measure, source.
    [[nodiscard]] base::Table table() const;
};

/// Adds a line of `per_year` from time 0 to the ledger's horizon, cut to the share realised: a line a year until the roll-out is
/// done, then one for the rest. The quantity is treated likewise. Adds nothing for nothing.
void add_yearly(Ledger& ledger, Line line, double per_year, double quantity_per_year, effect::Rollout const& rollout);

} // namespace pathecon::ledger

// SPDX-License-Identifier: MIT
#include <pathecon/ledger/ledger.hpp>

#include <algorithm>

#include <pathecon/base/contract.hpp>

namespace pathecon::ledger {

void TextColumn::push(std::string_view text) {
    auto found = code_of_.find(text);
    if (found == code_of_.end()) {
        found = code_of_.emplace(std::string{text}, static_cast<std::int32_t>(texts_.size())).first;
        texts_.emplace_back(text);
    }
    codes_.push_back(found->second);
}

std::int32_t TextColumn::code(std::string_view text) const {
    auto const found = code_of_.find(text);
    return found == code_of_.end() ? -1 : found->second;
}

void Ledger::add(Line const& line) {
    PATHECON_EXPECTS(line.arm >= 0 && static_cast<std::size_t>(line.arm) < arms.size(), "a line belongs to an arm of its ledger");
    PATHECON_EXPECTS(line.draw >= 0 && line.draw < draws, "a line belongs to a draw of its ledger");
    PATHECON_EXPECTS(line.left_out >= -1 && line.left_out < left_out, "a line leaves out a replication of its ledger, or none");
    PATHECON_EXPECTS(units::Duration{} <= line.from && line.from <= line.to, "a line's span runs forward from time 0");
    arm.push_back(line.arm);
    draw.push_back(line.draw);
    without.push_back(line.left_out);
    account.push_back(line.account);
    from.push_back(line.from);
    to.push_back(line.to);
    owner.push(line.owner);
    payer.push(line.payer);
    payee.push(line.payee);
    kind.push_back(line.kind);
    outlay.push_back(line.outlay ? 1 : 0);
    item.push(line.item);
    resource.push(line.resource);
    tool.push(line.tool);
    unit.push_back(line.unit);
    amount.push_back(line.amount);
    quantity.push_back(line.quantity);
    measure.push(line.measure);
    source.push(line.source);
}

Line Ledger::line(std::size_t row) const {
    PATHECON_EXPECTS(row < size(), "the ledger has that line");
    return {.arm = arm[row], .draw = draw[row], .left_out = without[row], .account = account[row], .from = from[row],
            .to = to[row], .owner = owner[row], .payer = payer[row], .payee = payee[row], .kind = kind[row],
            .outlay = outlay[row] != 0, .item = item[row], .resource = resource[row], .tool = tool[row], .unit = unit[row],
            .amount = amount[row], .quantity = quantity[row], .measure = measure[row], .source = source[row]};
}

int Ledger::arm_index(std::string_view name) const {
    auto const found = std::find(arms.begin(), arms.end(), name);
    return found == arms.end() ? -1 : static_cast<int>(found - arms.begin());
}

base::Table Ledger::table() const {
    auto const texts = [this](auto text_of) {
        std::vector<std::string> column;
        column.reserve(size());
        for (std::size_t row = 0; row < size(); ++row) column.emplace_back(text_of(row));
        return column;
    };
    auto const years = [](std::vector<units::Duration> const& times) {
        std::vector<double> column;
        column.reserve(times.size());
        for (auto const time : times) column.push_back(time.years());
        return column;
    };
    base::Table table;
    table.add_column("arm", texts([&](std::size_t row) { return arms[static_cast<std::size_t>(arm[row])]; }));
    table.add_column("draw", draw);
    table.add_column("left_out", without);
    table.add_column("account", texts([&](std::size_t row) { return base::enum_name(account[row]); }));
    table.add_column("from_years", years(from));
    table.add_column("to_years", years(to));
    table.add_column("owner", texts([&](std::size_t row) { return owner[row]; }));
    table.add_column("payer", texts([&](std::size_t row) { return payer[row]; }));
    table.add_column("payee", texts([&](std::size_t row) { return payee[row]; }));
    table.add_column("kind", texts([&](std::size_t row) { return base::enum_name(kind[row]); }));
    table.add_column("outlay", std::vector<std::int32_t>(outlay.begin(), outlay.end()));
    table.add_column("item", texts([&](std::size_t row) { return item[row]; }));
    table.add_column("resource", texts([&](std::size_t row) { return resource[row]; }));
    table.add_column("tool", texts([&](std::size_t row) { return tool[row]; }));
    table.add_column("unit", texts([&](std::size_t row) { return base::enum_name(unit[row]); }));
    table.add_column("amount", amount);
    table.add_column("quantity", quantity);
    table.add_column("measure", texts([&](std::size_t row) { return measure[row]; }));
    table.add_column("source", texts([&](std::size_t row) { return source[row]; }));
    return table;
}

void add_yearly(Ledger& ledger, Line line, double per_year, double quantity_per_year, effect::Rollout const& rollout) {
    if (per_year == 0 && quantity_per_year == 0) return;
    auto const steady = std::min(rollout.go_live + rollout.ramp, ledger.horizon);
    auto const add = [&](units::Duration from, units::Duration to, double share) {
        line.from = from;
        line.to = to;
        line.amount = per_year * share * (to - from).years();
        line.quantity = quantity_per_year * share * (to - from).years();
        ledger.add(line);
    };
    for (auto from = std::min(rollout.go_live, steady); from < steady;) {
        auto const next_year = units::year * static_cast<double>(from.ticks() / units::year.ticks() + 1);
        auto const to = std::min(steady, next_year);
        add(from, to, effect::realised_between(rollout, from, to));
        from = to;
    }
    if (steady < ledger.horizon) add(steady, ledger.horizon, 1.0);
}

} // namespace pathecon::ledger

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/number.hpp>
#include <pathecon/effect/portfolio.hpp>
#include <pathecon/pathway/fields.hpp>

namespace pathecon::effect {

namespace {

using base::Value;

/// A part of a pathway as encoded in full, for comparing, and without its defaults, for showing.
struct Part {
    Value const* full = nullptr;
    Value const* brief = nullptr;
};

std::string text_of(Value const& value)
{
    if (auto const* text = value.string()) return *text;
    if (auto const* number = value.real()) return base::number_text(*number);
    if (value.is_null()) return {};
    return base::to_json_text(value);
}

/// Names the key of a list's elements, as the field tables do.
std::string_view key_in(std::string_view list)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> keys{{{"route", "from"},
                                                                                 {"to", "to"},
                                                                                 {"adjustments", "tool"},
                                                                                 {"uses", "resource"},
                                                                                 {"instead", "resource"},
                                                                                 {"attended", "resource"}}};
    auto const found = std::find_if(keys.begin(), keys.end(), [&](auto const& one) { return one.first == list; });
    return found == keys.end() ? "name" : found->second;
}

std::vector<std::pair<std::string, Part>> elements_of(Part const& list, std::string_view name)
{
    std::vector<std::pair<std::string, Part>> elements;
    auto const* full = list.full ? list.full->items() : nullptr;
    auto const* brief = list.brief ? list.brief->items() : nullptr;
    if (!full) return elements;
    base::detail::ElementNames names;
    for (std::size_t i = 0; i < full->size(); ++i) {
        auto const* key = (*full)[i].find(key_in(name));
        std::string const text = key && key->string() ? *key->string() : "";
        elements.emplace_back(names.next(text),
                              Part{&(*full)[i], brief && i < brief->size() ? &(*brief)[i] : &(*full)[i]});
    }
    return elements;
}

std::vector<std::pair<std::string, Part>> members_of(Part const& table)
{
    std::vector<std::pair<std::string, Part>> members;
    if (auto const* full = table.full ? table.full->entries() : nullptr)
        for (auto const& entry : *full)
            members.emplace_back(entry.key, Part{&entry.value, table.brief ? table.brief->find(entry.key) : nullptr});
    return members;
}

class Comparison {
public:
    std::vector<Change> changes;

    void compare(std::string const& path, std::string_view name, Part const& before, Part const& after)
    {
        if (before.full && after.full && *before.full == *after.full) return;
        auto const is_list = [](Part const& part) {
            return !part.full || part.full->is_null() || part.full->is_list();
        };
        auto const is_table = [](Part const& part) { return part.full && part.full->is_table(); };
        if (is_list(before) && is_list(after) && (before.full || after.full) && of_tables(before, after))
            pair_up(path, elements_of(before, name), elements_of(after, name));
        else if (is_table(before) && is_table(after))
            pair_up(path, members_of(before), members_of(after));
        else
            changes.push_back({.path = path, .before = show(before), .after = show(after)});
    }

private:
    static std::string show(Part const& part)
    {
        if (!part.full) return {};
        return text_of(part.brief && part.full->is_table() ? *part.brief : *part.full);
    }
    static bool of_tables(Part const& before, Part const& after)
    {
        auto const ok = [](Part const& part) {
            auto const* items = part.full ? part.full->items() : nullptr;
            return !items ||
                   std::all_of(items->begin(), items->end(), [](Value const& item) { return item.is_table(); });
        };
        return ok(before) && ok(after);
    }
    void pair_up(std::string const& path, std::vector<std::pair<std::string, Part>> const& before,
                 std::vector<std::pair<std::string, Part>> const& after)
    {
        auto const in = [](auto const& parts, std::string const& name) {
            auto const found =
                std::find_if(parts.begin(), parts.end(), [&](auto const& one) { return one.first == name; });
            return found == parts.end() ? Part{} : found->second;
        };
        for (auto const& [name, part] : before) compare(base::join_path(path, name), name, part, in(after, name));
        for (auto const& [name, part] : after)
            if (!in(before, name).full) compare(base::join_path(path, name), name, {}, part);
    }
};

} // namespace

std::vector<Change> changes_between(pathway::Pathway const& before, pathway::Pathway const& after)
{
    auto const old_full = base::encode(before), new_full = base::encode(after);
    auto const old_brief = base::encode(before, base::Omit::defaults),
               new_brief = base::encode(after, base::Omit::defaults);
    Comparison comparison;
    comparison.compare("", "", {&old_full, &old_brief}, {&new_full, &new_brief});
    // Remarks are no part of the table: they are what the tool must answer for.
    for (auto const& remark : after.remarks)
        if (std::find(before.remarks.begin(), before.remarks.end(), remark) == before.remarks.end())
            comparison.changes.push_back({.path = "remark", .after = remark.text});
    return std::move(comparison.changes);
}

} // namespace pathecon::effect

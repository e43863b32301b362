// SPDX-License-Identifier: MIT
#include "io/sites.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include <pathecon/io/file.hpp>
#include <pathecon/io/json.hpp>
#include <pathecon/io/toml.hpp>
#include <pathecon/pathway/fields.hpp>
#include <pathecon/pathway/fields_site.hpp>

#include "io/scenario_file.hpp"

namespace pathecon::io::detail {
namespace {

namespace fs = std::filesystem;

bool is_at_or_below(std::string_view path, std::string_view root)
{
    return path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

/// How many nouns of each kind there are, by the key of their list.
using Counts = std::map<std::string, std::size_t, std::less<>>;

void count(pathway::Pathway const& pathway, Counts& counts)
{
    auto const each = [&](auto const& field) {
        if constexpr (!std::is_convertible_v<decltype(pathway.*(field.member)), std::string> &&
                      requires { (pathway.*(field.member)).size(); })
            counts[std::string{field.name}] += (pathway.*(field.member)).size();
    };
    std::apply([&](auto const&... f) { (each(f), ...); }, base::Fields<pathway::Pathway>::table);
}

/// Says what the paths of a site's own file are in the merged pathway, so that what is told of it is told of the file.
class SitePaths {
public:
    /// `before` counts the nouns of the sites before this one.
    SitePaths(std::string site, pathway::Pathway const& pathway, std::vector<std::string> const& shared, Counts before)
        : site_{std::move(site)}
        , kept_{"attribute"}
        , before_{std::move(before)}
    {
        auto const is_shared = [&](auto const& name) {
            return std::find(shared.begin(), shared.end(), name) != shared.end();
        };
        for (auto const& name : shared) kept_.push_back("resource/" + name);
        for (auto const& downtime : pathway.downtimes)
            if (std::any_of(downtime.resources.begin(), downtime.resources.end(), is_shared))
                kept_.push_back("downtime/" + downtime.name);
    }

    [[nodiscard]] std::string in_site(std::string_view path) const { return base::join_path("site/" + site_, path); }

    [[nodiscard]] std::string in_whole(std::string_view path) const
    {
        auto const slash = path.find('/');
        auto const list = before_.find(path.substr(0, slash));
        if (slash == std::string_view::npos || list == before_.end()) return in_site(path);
        auto const& noun = list->first;
        auto const rest = path.substr(slash + 1);
        if (rest.starts_with('#')) { // without a name, by its number in the list
            auto const number = rest.substr(1, rest.find('/') - 1);
            std::size_t i = 0;
            if (std::from_chars(number.data(), number.data() + number.size(), i).ec == std::errc{})
                return fmt::format("{}/#{}{}", noun, list->second + i, rest.substr(1 + number.size()));
        }
        if (std::any_of(kept_.begin(), kept_.end(), [&](auto const& kept) { return is_at_or_below(path, kept); }))
            return std::string{path};
        std::string made = fmt::format("{}/{}/{}", noun, site_, rest);
        constexpr std::string_view to = "/to/";
        auto const branch = made.find(to);
        bool const leads_on = noun == "route" && branch != std::string::npos;
        if (leads_on && made.compare(branch + to.size(), std::string::npos, "exit") != 0)
            made.insert(branch + to.size(), site_ + "/");
        return made;
    }

private:
    std::string site_;
    std::vector<std::string> kept_; ///< What keeps its name, and everything below it.
    Counts before_;
};

class SitesReading {
public:
    SitesReading(Folder const& folder, std::vector<fs::path> const& above, base::DecodeContext& context)
        : folder_{folder}
        , above_{above}
        , context_{context}
    {
        count({}, counts_);
    }

    /// Reads the sites and what joins them; what stands in this file itself comes last, over them.
    void read(base::Value const& written, base::Value const* shared, base::Value const* transfers)
    {
        decode("shared", shared, shared_);
        decode("transfer", transfers, transfers_);
        std::vector<SiteEntry> entries;
        decode("site", &written, entries);
        for (std::size_t i = 0; i < entries.size(); ++i)
            read_site(entries[i], written.items() ? (*written.items())[i] : written);
        place_shared(shared);
        place_transfers(transfers);
    }

    WholePathway merge_into(pathway::Pathway own)
    {
        if (!is_whole_) return {std::move(own), false};
        try {
            return {pathway::merge(std::move(own), sites_, shared_, transfers_), true};
        } catch (base::InvalidInput const& invalid) {
            // What is at fault in a file keeps its default there, of which the merging would complain again.
            if (!has_faults_) context_.diagnostics.append(invalid.diagnostics());
            return {{}, false};
        }
    }

private:
    template <class T>
    void decode(std::string_view key, base::Value const* value, T& object)
    {
        if (!value) return;
        auto const scope = context_.at(key);
        base::decode_into(*value, object, context_);
    }

    void read_site(SiteEntry const& entry, base::Value const& written);
    std::optional<base::Value> read_root(SiteEntry const& entry, base::Value const& name, fs::path& real);
    void tell_of_the_rest(base::Value const& root, base::DecodeContext& context);
    void place_shared(base::Value const* shared);
    void place_transfers(base::Value const* transfers);

    Folder const& folder_;
    std::vector<fs::path> const& above_;
    base::DecodeContext& context_;
    std::vector<pathway::Site> sites_{};
    std::vector<std::string> shared_{};
    std::vector<pathway::Transfer> transfers_{};
    Counts counts_{};
    bool is_whole_ = true, has_faults_ = false;
};

std::optional<base::Value> SitesReading::read_root(SiteEntry const& entry, base::Value const& name, fs::path& real)
{
    auto const list = context_.at("site"), element = context_.at(entry.name), scope = context_.at("file");
    auto const path = folder_.find(name, context_);
    if (!path) return std::nullopt;
    auto const shown = path->generic_string();
    real = fs::weakly_canonical(fs::absolute(*path));
    if (std::find(above_.begin(), above_.end(), real) != above_.end()) {
        context_.error(122, name, fmt::format("'{}' is a site of itself", shown));
        return std::nullopt;
    }
    base::Diagnostics faults;
    base::Value root;
    try {
        auto const text = read_file(*path);
        root = path->extension() == ".json" ? read_json(text, shown, faults)
                                            : read_toml_file(*path, faults, folder_.root());
    } catch (base::InvalidInput const& invalid) {
        context_.error(121, name,
                       fmt::format("cannot read '{}': {}", shown, invalid.diagnostics().all().front().message),
                       "check the name; it is looked for beside the file that names it");
        return std::nullopt;
    }
    context_.diagnostics.append(faults);
    if (!faults.ok()) return std::nullopt;
    return root;
}

void SitesReading::read_site(SiteEntry const& entry, base::Value const& written)
{
    auto const* const name = written.find("file");
    fs::path real;
    auto const root = name && written.find("name") ? read_root(entry, *name, real) : std::nullopt;
    if (!root) {
        is_whole_ = false;
        return;
    }
    base::Diagnostics faults;
    base::Places places;
    places.set("", root->place());
    base::DecodeContext inner{faults, places, ""};
    auto const of_case = entries_of_case(), of_pathway = entries_of_pathway();
    std::vector<base::FieldEntry const*> known;
    for (auto const& field : of_case) known.push_back(&field);
    for (auto const& field : of_pathway) known.push_back(&field);
    base::detail::TableReading reading{*root, "scenario", known, inner};
    decode_schema(reading.claim(of_case.front()), inner);
    auto above = above_;
    above.push_back(std::move(real));
    auto whole = decode_pathway(*root, folder_, above, inner);
    reading.finish();
    tell_of_the_rest(*root, inner);

    SitePaths const paths{entry.name, whole.pathway, shared_, counts_};
    count(whole.pathway, counts_);
    faults.locate(places);
    for (auto fault : faults.all()) {
        fault.path = paths.in_whole(fault.path);
        context_.diagnostics.add(std::move(fault));
    }
    for (auto const& [path, place] : places.all()) {
        if (path.empty()) continue; // the site itself is where it is named
        context_.places.set(paths.in_site(path), place);
        auto const in_whole = path == "starts" ? std::string{path} : paths.in_whole(path);
        if (!context_.places.contains(in_whole)) context_.places.set(in_whole, place);
    }
    has_faults_ = has_faults_ || !faults.ok();
    is_whole_ = is_whole_ && whole.is_whole;
    sites_.push_back({entry.name, std::move(whole.pathway)});
}

void SitesReading::tell_of_the_rest(base::Value const& root, base::DecodeContext& context)
{
    if (!root.is_table()) return;
    for (auto const& entry : *root.entries())
        if (entry.key == "tool" || entry.key == "price" || entry.key == "terms") {
            auto const place = entry.place.known() ? entry.place : entry.value.place();
            context.diagnostics.add(
                {base::Severity::note, 712, place, entry.key,
                 fmt::format("of a site's file the pathway alone is used, not its '{}'", entry.key),
                 "what holds for all sites stands in the file that joins them, of '<site>/<noun>'"});
        }
}

/// Lets what is told of a shared resource by its name be told of the list.
void SitesReading::place_shared(base::Value const* shared)
{
    auto const put = [&](base::Value const& item) {
        if (auto const* const name = item.string()) context_.places.set("shared/" + *name, item.place());
    };
    if (shared && shared->items())
        for (auto const& item : *shared->items()) put(item);
    else if (shared)
        put(*shared);
}

/// Lets what is told of a transfer be told of its section, and so what is told of the branch that it becomes.
void SitesReading::place_transfers(base::Value const* transfers)
{
    if (!transfers) return;
    for (std::size_t i = 0; i < transfers_.size(); ++i) {
        auto const& item = transfers->items() ? (*transfers->items())[i] : *transfers;
        auto const path = "transfer/" + transfers_[i].from;
        for (auto const key : {"from", "to"})
            if (auto const* const value = item.find(key)) context_.places.set(path + "/" + key, value->place());
        context_.places.set(path, item.place());
        context_.places.set(fmt::format("route/{}/to/{}", transfers_[i].from, transfers_[i].to), item.place());
    }
}

} // namespace

std::vector<base::FieldEntry> entries_of_pathway()
{
    std::vector<base::FieldEntry> entries;
    std::apply([&](auto const&... f) { (entries.push_back(f), ...); }, base::Fields<pathway::Pathway>::table);
    for (auto const name : {"site", "shared", "transfer"}) {
        base::FieldEntry entry{};
        entry.name = name;
        entries.push_back(entry);
    }
    return entries;
}

WholePathway decode_pathway(base::Value const& root, Folder const& folder, std::vector<fs::path> const& above,
                            base::DecodeContext& context)
{
    SitesReading sites{folder, above, context};
    auto const* const written = root.find("site");
    auto const* const shared = root.find("shared");
    auto const* const transfers = root.find("transfer");
    if (written)
        sites.read(*written, shared, transfers);
    else
        for (auto const key : {"shared", "transfer"})
            if (auto const* const value = root.find(key))
                context.error(711, *value, fmt::format("'{}' is between sites, and the file names none", key),
                              "add [[site]] with the name of a site and its file");

    auto table = base::Value::table();
    table.set_place(root.place());
    std::apply(
        [&](auto const&... f) {
            auto const put = [&](std::string_view key) {
                auto const* const value = root.find(key);
                if (!value) return;
                table.set(std::string{key}, key == "interval"   ? resolve_standards(*value, context)
                                            : key == "arrivals" ? resolve_traces(*value, root, folder, context)
                                                                : *value);
            };
            (put(f.name), ...);
        },
        base::Fields<pathway::Pathway>::table);
    pathway::Pathway own;
    base::decode_into(table, own, context);
    if (!written) return {std::move(own), true};
    return sites.merge_into(std::move(own));
}

} // namespace pathecon::io::detail

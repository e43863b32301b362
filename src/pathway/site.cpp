// SPDX-License-Identifier: MIT
#include <pathecon/pathway/site.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/number.hpp>
#include <pathecon/pathway/condition.hpp>

#include "codes.hpp"
#include "put_over.hpp"
#include "renaming.hpp"

namespace pathecon::pathway {

namespace {

namespace code = detail::code;
using detail::Renaming;

class Merging {
public:
    Merging(Pathway own, std::vector<Site> const& sites, std::vector<std::string> const& shared)
        : own_{std::move(own)}
        , sites_{sites}
        , shared_{shared.begin(), shared.end()}
    {
        std::set<std::string> sources;
        for (auto const& site : sites) {
            for (auto const& source : site.pathway.arrivals) sources.insert(site.name + "/" + source.name);
            for (auto const& source : site.pathway.backlogs) sources.insert(site.name + "/" + source.name);
        }
        for (auto const& site : sites) {
            std::vector<std::string> others;
            for (auto const& other : sites) {
                if (&other == &site) continue;
                for (auto const& source : other.pathway.arrivals) others.push_back(other.name + "/" + source.name);
                for (auto const& source : other.pathway.backlogs) others.push_back(other.name + "/" + source.name);
            }
            for (auto const& source : own_.arrivals)
                if (!sources.contains(source.name)) others.push_back(source.name);
            for (auto const& source : own_.backlogs)
                if (!sources.contains(source.name)) others.push_back(source.name);
            renamings_.emplace_back(site, shared_, others);
        }
    }

    Pathway merge(std::vector<Transfer> const& transfers)
    {
        whole_.name = own_.name;
        whole_.first = own_.first;
        whole_.starts = own_.starts;
        whole_.overload_allowed = own_.overload_allowed;
        whole_.remarks = own_.remarks;
        check_sites();
        for (auto const& resource : shared_) check_shared(resource);
        put_attributes();
        put_resources();
        put_downtimes();
        for (std::size_t i = 0; i < sites_.size(); ++i) put_rest(i);
        detail::put_over(whole_, own_);
        for (auto transfer = transfers.rbegin(); transfer != transfers.rend(); ++transfer) put(*transfer);
        if (!faults_.ok()) throw base::InvalidInput{faults_.sorted()};
        return std::move(whole_);
    }

private:
    void check_sites();
    void check_shared(std::string const& name);
    void put_attributes();
    Attribute whole_of(Attribute attribute);
    void put_resources();
    Resource whole_of(Resource resource) const;
    void put_downtimes();
    void put_rest(std::size_t i);
    void put(Transfer const& transfer);
    void need_step(std::string const& path, std::string const& name);

    template <class Noun>
    void append(std::vector<Noun> Pathway::*list, std::size_t i)
    {
        for (auto noun : sites_[i].pathway.*list) {
            renamings_[i](noun);
            (whole_.*list).push_back(std::move(noun));
        }
    }

    Pathway own_;
    std::vector<Site> const& sites_;
    std::set<std::string> shared_;
    std::vector<Renaming> renamings_{};
    Pathway whole_{};
    base::Diagnostics faults_{};
};

void Merging::check_sites()
{
    if (sites_.empty())
        faults_.error(code::site_name, "site", "there are no sites to merge", "give one site or more, each with its name");
    std::set<std::string> names;
    std::string dated = own_.starts.empty() ? "" : "the whole", start = own_.starts;
    for (auto const& site : sites_) {
        auto const path = "site/" + site.name;
        if (base::trim(site.name).empty())
            faults_.error(code::site_name, "site", "this site has no name", "name it");
        else if (base::trim(site.name) != site.name)
            faults_.error(code::site_name, path, fmt::format("the name '{}' begins or ends with a space", site.name));
        else if (site.name.find('/') != std::string::npos)
            faults_.error(code::site_name, path,
                          fmt::format("the name '{}' has a '/', which stands between a site and its nouns", site.name),
                          "use letters, digits, spaces, '-', '_'");
        else if (auto const why = why_not_in_conditions(site.name); !why.empty())
            faults_.error(code::site_name, path,
                          fmt::format("'{}' cannot be written in a condition: {}", site.name, why),
                          "use letters, digits, spaces, '-', '_'");
        if (!base::trim(site.name).empty() && !names.insert(site.name).second)
            faults_.error(code::site_name, path, fmt::format("two sites have the name '{}'", site.name),
                          "give each a name of its own");
        auto const& starts = site.pathway.starts;
        if (starts.empty()) continue;
        if (start.empty()) dated = fmt::format("'{}'", site.name), start = starts;
        if (starts != start)
            faults_.error(code::starts_differ, path + "/starts",
                          fmt::format("'{}' starts on {}, {} on {}", site.name, starts, dated, start),
                          "day 0 is the same day everywhere");
    }
}

void Merging::check_shared(std::string const& name)
{
    Site const* owner = nullptr;
    Resource const* first = nullptr;
    std::vector<std::string> known;
    int found = 0;
    for (auto const& site : sites_) {
        for (auto const& resource : site.pathway.resources)
            if (std::find(known.begin(), known.end(), resource.name) == known.end()) known.push_back(resource.name);
        auto const* const resource = find(site.pathway.resources, name);
        if (!resource) continue;
        ++found;
        if (!first) {
            first = resource;
            owner = &site;
        } else if (*resource != *first)
            faults_.error(code::shared_differs, fmt::format("site/{}/resource/{}", site.name, name),
                          fmt::format("the shared resource '{}' is another one here than in '{}'", name, owner->name),
                          "write the same rota, kind, group and rules in both, or do not share it");
    }
    if (found == 0) {
        auto const hint = base::did_you_mean(name, known);
        faults_.error(code::shared_unknown, "shared/" + name, fmt::format("no site has a resource '{}'", name),
                      hint.empty() ? fmt::format("there are: {}", fmt::join(known, ", ")) : hint);
    } else if (found == 1)
        faults_.error(code::shared_unknown, "shared/" + name,
                      fmt::format("'{}' alone has a resource '{}', so that nobody shares it", owner->name, name),
                      "take it out of 'shared', or give it to another site too");
    if (first && first->surge && found > 1)
        faults_.error(code::shared_differs, fmt::format("site/{}/resource/{}/surge", owner->name, name),
                      fmt::format("each site has a queue '{}' of its own, and the shared resource '{}' can watch only one",
                                  first->surge->of, name),
                      "leave the surge out, and give it to the resource of the merged pathway");
}

void Merging::put_attributes()
{
    for (auto const& site : sites_)
        for (auto const& attribute : site.pathway.attributes) {
            auto const* owner = &site;
            for (auto const& other : sites_)
                if (auto const* const same = find(other.pathway.attributes, attribute.name)) {
                    owner = &other;
                    if (&other != &site && *same != attribute)
                        faults_.error(code::attribute_differs,
                                      fmt::format("site/{}/attribute/{}", site.name, attribute.name),
                                      fmt::format("the attribute '{}' is another one here than in '{}'", attribute.name,
                                                  other.name),
                                      "a patient has it once: write it alike in both, or give one of them another name");
                    break;
                }
            if (owner == &site) whole_.attributes.push_back(whole_of(attribute));
        }
}

/// The attribute as it is for the patients of all sites: what it says of a source holds for each site's own.
Attribute Merging::whole_of(Attribute attribute)
{
    std::vector<std::size_t> having;
    for (std::size_t i = 0; i < sites_.size(); ++i)
        if (find(sites_[i].pathway.attributes, attribute.name)) having.push_back(i);
    if (detail::names_source(attribute.where) && having.size() > 1)
        faults_.error(code::attribute_differs,
                      fmt::format("site/{}/attribute/{}/where", sites_[having.front()].name, attribute.name),
                      fmt::format("'{}' names a source, of which each site has its own", attribute.where),
                      "say it in 'cases', one for each source");
    attribute.where = renamings_[having.front()].condition_for_all(attribute.where);
    for (auto const& one : std::exchange(attribute.is.cases, {})) {
        bool const everywhere = !detail::names_source(one.where);
        for (auto const i : having) {
            attribute.is.cases.push_back({renamings_[i].condition_for_all(one.where), one.p});
            if (everywhere) break;
        }
    }
    return attribute;
}

/// Puts the resources in an order that is the order of each site, because those with a skill are asked in it.
void Merging::put_resources()
{
    std::vector<std::size_t> at(sites_.size(), 0);
    std::set<std::string> placed;
    auto const head = [&](std::size_t i) -> Resource const* {
        auto const& resources = sites_[i].pathway.resources;
        while (at[i] < resources.size() && placed.contains(resources[at[i]].name)) ++at[i];
        return at[i] < resources.size() ? &resources[at[i]] : nullptr;
    };
    auto const is_next_everywhere = [&](std::string const& name) {
        for (std::size_t i = 0; i < sites_.size(); ++i)
            if (find(sites_[i].pathway.resources, name) && head(i)->name != name) return false;
        return true;
    };
    auto const place = [&](Resource const& resource) {
        placed.insert(resource.name);
        whole_.resources.push_back(whole_of(resource));
    };
    bool told = false;
    for (;;) {
        bool moved = false;
        std::vector<Resource const*> heads;
        for (std::size_t i = 0; i < sites_.size(); ++i)
            while (auto const* const next = head(i)) {
                bool const is_shared = shared_.contains(next->name);
                if (is_shared && !is_next_everywhere(next->name)) {
                    heads.push_back(next);
                    break;
                }
                moved = true;
                if (is_shared) {
                    place(*next);
                    continue;
                }
                auto mine = *next;
                renamings_[i](mine);
                whole_.resources.push_back(std::move(mine));
                ++at[i];
            }
        if (heads.empty()) return;
        if (moved) continue;
        auto const any = std::find_if(heads.begin(), heads.end(), [](auto const* one) { return one->skills.empty(); });
        if (any == heads.end() && !std::exchange(told, true))
            faults_.error(code::shared_differs, "shared/" + heads.front()->name,
                          "the sites have the shared resources in different orders, and who has a skill is asked in order",
                          "write them in one order in every site");
        place(any == heads.end() ? *heads.front() : **any);
    }
}

/// A shared resource has the skills that each of its sites knows it by.
Resource Merging::whole_of(Resource resource) const
{
    std::vector<std::string> skills;
    for (std::size_t i = 0; i < sites_.size(); ++i)
        if (find(sites_[i].pathway.resources, resource.name))
            for (auto const& skill : resource.skills) skills.push_back(renamings_[i].own(skill));
    resource.skills = std::move(skills);
    return resource;
}

void Merging::put_downtimes()
{
    std::set<std::string> placed;
    auto const is_shared = [&](std::string const& name) { return shared_.contains(name); };
    for (std::size_t i = 0; i < sites_.size(); ++i)
        for (auto downtime : sites_[i].pathway.downtimes) {
            if (std::none_of(downtime.resources.begin(), downtime.resources.end(), is_shared)) {
                renamings_[i](downtime);
                whole_.downtimes.push_back(std::move(downtime));
                continue;
            }
            if (!placed.insert(downtime.name).second) continue; // compared when it was met first
            auto const path = fmt::format("site/{}/downtime/{}", sites_[i].name, downtime.name);
            if (!std::all_of(downtime.resources.begin(), downtime.resources.end(), is_shared))
                faults_.error(code::shared_differs, path,
                              fmt::format("'{}' stops what is shared and what is not", downtime.name),
                              "write two downtimes, or share all of these resources");
            for (auto const& site : sites_) {
                bool const concerned =
                    std::any_of(downtime.resources.begin(), downtime.resources.end(),
                                [&](auto const& name) { return find(site.pathway.resources, name) != nullptr; });
                auto const* const same = find(site.pathway.downtimes, downtime.name);
                if (concerned && (!same || *same != downtime))
                    faults_.error(code::shared_differs, path,
                                  fmt::format("'{}' stops a shared resource, and is not the same in '{}'", downtime.name,
                                              site.name),
                                  "write it alike in every site that shares the resource, or add it to the merged pathway");
            }
            whole_.downtimes.push_back(std::move(downtime));
        }
}

void Merging::put_rest(std::size_t i)
{
    append(&Pathway::arrivals, i);
    append(&Pathway::backlogs, i);
    append(&Pathway::tests, i);
    append(&Pathway::sessions, i);
    append(&Pathway::activities, i);
    append(&Pathway::delays, i);
    append(&Pathway::forks, i);
    append(&Pathway::joins, i);
    append(&Pathway::stays, i);
    append(&Pathway::events, i);
    append(&Pathway::routes, i);
    append(&Pathway::intervals, i);
    append(&Pathway::outcomes, i);
    append(&Pathway::budget_lines, i);
    auto const& site = sites_[i].pathway;
    whole_.overload_allowed = whole_.overload_allowed || site.overload_allowed;
    if (whole_.starts.empty()) whole_.starts = site.starts;
    for (auto const& remark : site.remarks)
        if (std::find(whole_.remarks.begin(), whole_.remarks.end(), remark) == whole_.remarks.end())
            whole_.remarks.push_back(remark);
}

void Merging::need_step(std::string const& path, std::string const& name)
{
    std::vector<std::string> names;
    auto const list = [&](auto const& steps) {
        for (auto const& step : steps) names.push_back(step.name);
    };
    list(whole_.activities);
    list(whole_.delays);
    list(whole_.forks);
    list(whole_.joins);
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    auto const hint = base::did_you_mean(name, names);
    faults_.error(code::transfer_unknown, path, fmt::format("no step has the name '{}'", name),
                  hint.empty() ? "write '<site>/<step>'" : hint);
}

void Merging::put(Transfer const& transfer)
{
    auto const path = "transfer/" + transfer.from;
    need_step(path + "/from", transfer.from);
    need_step(path + "/to", transfer.to);
    auto const is_from_here = [&](Route const& route) { return route.from == transfer.from; };
    if (std::any_of(own_.routes.begin(), own_.routes.end(), is_from_here))
        faults_.error(code::route_and_transfer, path,
                      fmt::format("the route from '{}' is written anew beside this transfer", transfer.from),
                      "write the transfer as the first branch of that route");
    auto& routes = whole_.routes;
    auto route = std::find_if(routes.begin(), routes.end(), is_from_here);
    if (route == routes.end()) route = routes.insert(route, {.from = transfer.from, .to = {{.to = exit_step}}});
    route->to.insert(route->to.begin(), {.to = transfer.to, .p = transfer.p, .where = transfer.where});
}

} // namespace

Pathway merge(std::string name, std::vector<Site> const& sites, std::vector<std::string> const& shared,
              std::vector<Transfer> const& transfers)
{
    return merge(Pathway{std::move(name)}, sites, shared, transfers);
}

Pathway merge(Pathway whole, std::vector<Site> const& sites, std::vector<std::string> const& shared,
              std::vector<Transfer> const& transfers)
{
    return Merging{std::move(whole), sites, shared}.merge(transfers);
}

} // namespace pathecon::pathway

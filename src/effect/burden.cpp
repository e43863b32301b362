// SPDX-License-Identifier: MIT
#include <pathecon/effect/burden.hpp>

#include "edit.hpp"

namespace pathecon::effect {

pathway::Pathway Burden::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    auto* longer = edit.need_activity("activity", activity);
    edit.need_condition("where", where);
    bool const adds = add.value != units::Duration{} || add.uncertain();
    if (per_session.has_value() != visits_per_session.has_value())
        edit.fault(code::contradiction, per_session ? "visits_per_session" : "per_session",
                   "'per_session' and 'visits_per_session' go together");
    if (adds && per_session)
        edit.fault(code::contradiction, "add", "time is added for each visit and for each session", "use two burdens");
    if (!longer || !edit.ok()) return edit.done();
    auto const time =
        per_session ? random::Input<units::Duration>{per_session->value / visits_per_session->value} : add;
    if (per_session ? is_exactly(*per_session, units::Duration{}) : !adds) return pathway;
    auto change = users_only ? edit.adjustment(where) : pathway::Adjustment{.tool = edit.tool(), .where = where};
    change.add = time;
    longer->adjustments.push_back(std::move(change));
    return edit.done();
}

} // namespace pathecon::effect

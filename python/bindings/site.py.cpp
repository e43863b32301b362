// SPDX-License-Identifier: MIT
// Several sites become one pathway.
#include <string>
#include <utility>
#include <vector>

#include <pathecon/pathway/fields_site.hpp>
#include <pathecon/pathway/site.hpp>
#include <pybind11/stl.h>

#include "core.hpp"
#include "read_pathway.hpp"

namespace pathecon::python {

namespace {

pathway::Transfer transfer_of(py::handle object)
{
    if (py::isinstance<pathway::Transfer>(object)) return object.cast<pathway::Transfer const&>();
    return decode_checked<pathway::Transfer>(to_value(object), "transfer");
}

pathway::Pathway merge(py::handle whole, py::dict const& sites, std::vector<std::string> const& shared,
                       py::iterable const& transfers)
{
    std::vector<pathway::Site> given;
    for (auto const& [site, content] : sites)
        given.push_back({site.cast<std::string>(), content.cast<pathway::Pathway const&>()});
    std::vector<pathway::Transfer> moved;
    for (auto const& transfer : transfers) moved.push_back(transfer_of(transfer));
    if (py::isinstance<pathway::Pathway>(whole))
        return pathway::merge(whole.cast<pathway::Pathway const&>(), given, shared, moved);
    return pathway::merge(whole.cast<std::string>(), given, shared, moved);
}

} // namespace

void bind_sites(py::module_& module)
{
    bind_noun<pathway::Transfer>(module, "Transfer");
    module.def(
        "merge", &merge, py::arg("name"), py::arg("sites"), py::kw_only(),
        py::arg("shared") = std::vector<std::string>{}, py::arg("transfers") = py::tuple{},
        "merge(name: str | Pathway, sites: dict[str, Pathway], *, shared: collections.abc.Sequence[str] = ..., "
        "transfers: "
        "collections.abc.Iterable[Transfer | dict[str, typing.Any]] = ...) -> Pathway\n\nMakes one pathway of several "
        "sites, in which each noun is called '<site>/<noun>'; shared resources and attributes appear once. A pathway "
        "in "
        "place of the name has nouns of its own, in the words of the merged one.");
}

} // namespace pathecon::python

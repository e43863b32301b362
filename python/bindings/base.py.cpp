// SPDX-License-Identifier: MIT
// Diagnostics as objects, faults as exceptions, tables as columns that NumPy can look into.
#include <sstream>

#include <algorithm>
#include <filesystem>
#include <map>

#include <pathecon/base/column.hpp>
#include <pathecon/base/diagnostic.hpp>
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "core.hpp"
#include "table.hpp"
#include "watch.hpp"

namespace pathecon::python {

namespace {

/// Gives a numeric column as an array that keeps the table alive; nobody may write to it.
template <class T>
py::array view_of(std::vector<T> const& column, py::handle owner)
{
    py::array_t<T> array{static_cast<py::ssize_t>(column.size()), column.data(), owner};
    array.attr("flags").attr("writeable") = false;
    return array;
}

/// Gives a text column as codes into its distinct texts, in the order in which they first appear.
py::tuple codes_of(std::vector<std::string> const& column)
{
    std::map<std::string_view, std::int32_t> known;
    py::list texts;
    py::array_t<std::int32_t> codes{static_cast<py::ssize_t>(column.size())};
    auto* const out = codes.mutable_data();
    for (std::size_t row = 0; row < column.size(); ++row) {
        auto const [entry, is_new] = known.try_emplace(column[row], static_cast<std::int32_t>(known.size()));
        if (is_new) texts.append(column[row]);
        out[row] = entry->second;
    }
    return py::make_tuple(codes, texts);
}

py::object column_of(std::shared_ptr<base::Table> const& table, std::string const& name)
{
    if (!table->contains(name)) throw py::key_error{"no column '" + name + "'"};
    auto const owner = py::cast(table);
    return std::visit(
        [&]<class T>(std::vector<T> const& column) -> py::object {
            if constexpr (std::is_same_v<T, std::string>)
                return codes_of(column);
            else
                return view_of(column, owner);
        },
        table->any_column(name));
}

/// Makes Python's exception of an invalid input: its text, and its diagnostics one by one.
void raise_invalid_input(py::handle type, base::InvalidInput const& fault)
{
    std::string_view text = fault.what();
    while (text.ends_with('\n')) text.remove_suffix(1);
    py::object const exception = type(text);
    py::list diagnostics;
    for (auto const& diagnostic : fault.diagnostics().all()) diagnostics.append(py::cast(diagnostic));
    exception.attr("diagnostics") = diagnostics;
    PyErr_SetObject(type.ptr(), exception.ptr());
}

void bind_faults(py::module_& module)
{
    py::class_<base::Diagnostic>(module, "Diagnostic",
                                 "One fault in the user's words: where it is, what is wrong, what to try.")
        .def_property_readonly(
            "severity",
            [](base::Diagnostic const& d) {
                return d.severity == base::Severity::error     ? "error"
                       : d.severity == base::Severity::warning ? "warning"
                                                               : "note";
            },
            "severity(self) -> str")
        .def_property_readonly(
            "code", [](base::Diagnostic const& d) { return d.code; }, "code(self) -> int")
        .def_property_readonly(
            "place", [](base::Diagnostic const& d) { return d.place.text(); }, "place(self) -> str")
        .def_property_readonly(
            "line", [](base::Diagnostic const& d) { return d.place.line; }, "line(self) -> int")
        .def_property_readonly(
            "column", [](base::Diagnostic const& d) { return d.place.column; }, "column(self) -> int")
        .def_property_readonly(
            "path", [](base::Diagnostic const& d) { return d.path; }, "path(self) -> str")
        .def_property_readonly(
            "message", [](base::Diagnostic const& d) { return d.message; }, "message(self) -> str")
        .def_property_readonly(
            "hint", [](base::Diagnostic const& d) { return d.hint; }, "hint(self) -> str")
        .def("__str__", &base::Diagnostic::text, "__str__(self) -> str")
        .def(
            "__repr__", [](base::Diagnostic const& d) { return "<Diagnostic " + d.text() + ">"; },
            "__repr__(self) -> str");

    // Lives as long as the interpreter: the translator below refers to it.
    static PyObject* const invalid_input =
        PyErr_NewExceptionWithDoc("pathecon.InvalidInput", "Carries every fault of an input at once, in `diagnostics`.",
                                  PyExc_ValueError, nullptr);
    module.attr("InvalidInput") = py::handle{invalid_input};
    py::register_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (base::InvalidInput const& fault) {
            raise_invalid_input(invalid_input, fault);
        } catch (std::filesystem::filesystem_error const& fault) {
            auto const arguments = py::make_tuple(fault.code().value(), fault.code().message(), fault.path1().string());
            PyErr_SetObject(PyExc_OSError, arguments.ptr());
        }
    });
}

} // namespace

void bind_base(py::module_ module)
{
    bind_faults(module);
    py::class_<base::Table, std::shared_ptr<base::Table>>(
        module, "Table", "Named columns of equal length, as results leave the library.")
        .def_property_readonly("columns", &base::Table::names, "columns(self) -> list[str]")
        .def("__len__", &base::Table::rows, "__len__(self) -> int")
        .def(
            "csv",
            [](base::Table const& table) {
                Attention const attention;
                std::ostringstream out;
                table.to_csv(out);
                return out.str();
            },
            "csv(self) -> str\n\nThe table as RFC 4180 text; cells that a spreadsheet would run are neutralised.")
        .def(
            "is_text",
            [](base::Table const& table, std::string const& name) {
                return std::holds_alternative<std::vector<std::string>>(table.any_column(name));
            },
            py::arg("name"), "is_text(self, name: str) -> bool")
        .def("column", &column_of, py::arg("name"),
             "column(self, name: str) -> typing.Any\n\nGives numbers as a read-only array without copying, texts as "
             "codes and their texts.");
}

} // namespace pathecon::python

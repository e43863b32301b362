// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Effects and portfolios as Python holds them: verbs, dictionaries, and any callable from Pathway to Pathway.

#include <memory>
#include <vector>

#include <pathecon/effect/portfolio.hpp>

#include "read_pathway.hpp"

namespace pathecon::python {

/// A Python function as an effect. Runs release the interpreter's lock: it is taken to call and to let go.
class PythonEffect {
public:
    explicit PythonEffect(py::object callable, std::string name);
    pathway::Pathway operator()(pathway::Pathway const& pathway) const;

private:
    std::shared_ptr<py::object> callable_;
    std::string name_;
};

/// An effect that is user code, as it is given back to Python.
struct CustomEffect {
    effect::Effect effect;
};

/// Makes an effect of a verb, of what a file would say, or of a callable.
[[nodiscard]] effect::Effect effect_of(py::handle object);
[[nodiscard]] std::vector<effect::Effect> effects_of(py::handle object);

/// Makes a portfolio of a portfolio, a tool, or a list of tools.
[[nodiscard]] effect::Portfolio portfolio_of(py::handle object);

template <>
struct Reading<std::vector<effect::Effect>> {
    static py::object give(std::vector<effect::Effect> const& effects)
    {
        py::tuple given{effects.size()};
        for (std::size_t i = 0; i < effects.size(); ++i)
            std::visit(
                [&]<class Content>(Content const& content) {
                    if constexpr (std::same_as<Content, effect::Custom>)
                        given[i] = py::cast(CustomEffect{effects[i]});
                    else
                        given[i] = std::visit([](auto const& verb) { return py::cast(verb); }, content);
                },
                effects[i].content());
        return given;
    }
    static std::string given() { return "tuple[typing.Any, ...]"; }
    static std::string accepted() { return "collections.abc.Sequence[typing.Any]"; }
};

/// A tool's effects may be code, which is no value: they are taken as they are.
template <>
struct Making<effect::Tool> {
    static effect::Tool construct(NounBinding const& noun, py::args const& positional, py::kwargs const& named)
    {
        py::kwargs rest{named};
        auto const effects = py::object{rest.attr("pop")("effects", py::none{})};
        auto const value = arguments(noun, positional, rest);
        auto tool = decode_checked<effect::Tool>(value, path_of(noun, value));
        tool.effects = effects_of(effects);
        return tool;
    }
    static effect::Tool replace(NounBinding const& noun, py::handle self, py::kwargs const& named)
    {
        py::kwargs all;
        for (auto const* key : {"name", "category", "effects", "cost", "evidence"}) all[key] = self.attr(key);
        for (auto const& [key, object] : named) all[key] = object;
        return construct(noun, {}, all);
    }
};

} // namespace pathecon::python

// SPDX-License-Identifier: MIT
/// \file
/// An effect is one thing that a tool does: a pure function from Pathway to Pathway, held as a value.
///
///     Effect{Scale{.activity = "read", .by = 0.95}}
///     Effect{[](pathway::Pathway const& usual) { return usual.add(...); }, "second reader"}
///
/// The verbs of verbs.hpp can be read from files, drawn, walked and explained. User code can be anything that is
/// EffectLike. Faults are thrown as base::InvalidInput with the path `tool/<tool>/effects/<verb>/<field>`: PE0403 a
/// name that the pathway does not have; PE0404 fields that contradict each other or are missing; PE0405 a name that is
/// taken; PE0406 a number that cannot be; PE0407 a thing that the verb cannot act on; PE0408 tools that contradict each
/// other; PE0409 code that cannot be written to a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/walk.hpp>
#include <pathecon/effect/custom.hpp>
#include <pathecon/effect/verbs.hpp>

namespace pathecon::effect {

class Effect {
public:
    using Content = std::variant<Verb, Custom>;

    /// Changes nothing.
    Effect()
        : content_{Custom{}}
    {}
    template <VerbLike T>
    Effect(T verb)
        : content_{Verb{std::move(verb)}}
    {}
    /// Takes a user's own code; the name is what messages and explanations call it.
    template <class T>
        requires(!VerbLike<T> && !std::same_as<T, Effect> && EffectLike<T>)
    Effect(T callable, std::string name = "custom")
        : content_{Custom{std::move(callable), std::move(name)}}
    {}

    /// Returns the name of the verb, or that of the user's code.
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] pathway::Pathway apply(pathway::Pathway const& pathway, Context const& context) const;
    /// Returns the effect with every uncertain input drawn; draw -1 gives base values. `path` names the inputs' luck.
    [[nodiscard]] Effect draw(std::uint64_t seed, std::int64_t draw, std::int64_t n_draws,
                              std::string const& path) const;
    /// Writes `{ scale = { activity = "read", by = 0.95 } }`; throws base::InvalidInput (PE0409) for user code.
    [[nodiscard]] base::Value encode(base::Omit omit = base::Omit::defaults) const;

    /// Gives the verb when it is this one, otherwise a null pointer.
    template <VerbLike T>
    [[nodiscard]] T const* as() const noexcept
    {
        auto const* verb = std::get_if<Verb>(&content_);
        return verb ? std::get_if<T>(verb) : nullptr;
    }
    [[nodiscard]] Content const& content() const noexcept { return content_; }
    [[nodiscard]] Content& content() noexcept { return content_; }

    bool operator==(Effect const&) const = default;

private:
    Content content_;
};

} // namespace pathecon::effect

namespace pathecon::base {

template <>
struct Codec<effect::Effect> {
    static void decode(Value const& value, effect::Effect& object, DecodeContext& context);
    static Value encode(effect::Effect const& object, Omit omit = Omit::nothing) { return object.encode(omit); }
    static std::string expects();
};

/// Calls the effects of a list by their verbs, in paths and hence in the luck of their inputs: `effects/scale/by`; a
/// second one of the same verb is `effects/scale#2/by`. The order among different verbs makes no difference.
template <>
struct Codec<std::vector<effect::Effect>> {
    static void decode(Value const& value, std::vector<effect::Effect>& object, DecodeContext& context);
    static Value encode(std::vector<effect::Effect> const& object, Omit omit = Omit::nothing);
    static std::string expects() { return "a list, each " + base::expects<effect::Effect>(); }
};

/// Walks the fields of a verb; user code has none to be walked.
template <>
struct Walk<effect::Effect> {
    template <class Object, class Visit>
    static void each(Object& object, std::string& path, FieldEntry const& entry, Visit& visit)
    {
        if (auto* verb = std::get_if<effect::Verb>(&object.content()))
            std::visit([&](auto& held) { detail::walk_on(held, path, entry, visit); }, *verb);
    }
};

template <>
struct Walk<std::vector<effect::Effect>> {
    template <class Object, class Visit>
    static void each(Object& object, std::string& path, FieldEntry const& entry, Visit& visit)
    {
        detail::ElementNames names;
        for (auto& element : object) {
            detail::PathScope const scope{path, names.next(element.name())};
            detail::walk_on(element, path, entry, visit);
        }
    }
};

} // namespace pathecon::base

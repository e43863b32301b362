// SPDX-License-Identifier: MIT
#include <pathecon/effect/effect.hpp>

#include <array>

#include <fmt/format.h>

#include "edit.hpp"

namespace pathecon::effect {

std::string_view Effect::name() const
{
    if (auto const* custom = std::get_if<Custom>(&content_)) return custom->name();
    return std::visit([]<class T>(T const&) { return base::Fields<T>::noun; }, std::get<Verb>(content_));
}

pathway::Pathway Effect::apply(pathway::Pathway const& pathway, Context const& context) const
{
    if (auto const* custom = std::get_if<Custom>(&content_)) return custom->apply(pathway, context);
    return std::visit([&](auto const& verb) { return verb(pathway, context); }, std::get<Verb>(content_));
}

Effect Effect::draw(std::uint64_t seed, std::int64_t draw, std::int64_t n_draws, std::string const& path) const
{
    Effect drawn = *this;
    if (auto* custom = std::get_if<Custom>(&drawn.content_))
        *custom = custom->draw(seed, draw, n_draws, path);
    else
        random::draw_inputs(drawn, path, seed, draw, n_draws);
    return drawn;
}

base::Value Effect::encode(base::Omit omit) const
{
    if (auto const* verb = std::get_if<Verb>(&content_)) return base::encode(*verb, omit);
    base::Diagnostics faults;
    faults.error(code::not_written, fmt::format("effects/{}", name()),
                 fmt::format("'{}' is code, which cannot be written to a file", name()),
                 "use the verbs of the manual, or keep the study in code");
    throw base::InvalidInput{std::move(faults)};
}

} // namespace pathecon::effect

namespace pathecon::base {

namespace {

constexpr auto names_of_verbs = [] {
    std::array<std::string_view, effect::verbs.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = effect::verbs[i].name;
    return names;
}();

/// Decodes `{ verb = { ... } }` under the verb's name, or the one that `label` makes of it.
template <class Label>
void decode_verb(Value const& value, effect::Effect& object, DecodeContext& context, Label const& label)
{
    int const chosen = detail::decode_alternative(value, names_of_verbs, context);
    if (chosen < 0) return;
    std::string_view const name = names_of_verbs[static_cast<std::size_t>(chosen)];
    auto const scope = context.at(label(name));
    auto const one = [&]<std::size_t i>() {
        if (static_cast<int>(i) != chosen) return;
        std::variant_alternative_t<i, effect::Verb> verb{};
        decode_into(*value.find(name), verb, context);
        object = std::move(verb);
    };
    [&]<std::size_t... i>(std::index_sequence<i...>) {
        (one.template operator()<i>(), ...);
    }(std::make_index_sequence<names_of_verbs.size()>{});
}

} // namespace

void Codec<effect::Effect>::decode(Value const& value, effect::Effect& object, DecodeContext& context)
{
    decode_verb(value, object, context, [](std::string_view name) { return std::string{name}; });
}

std::string Codec<effect::Effect>::expects()
{
    return "an effect such as { scale = { activity = 'read', by = 0.95 } }";
}

void Codec<std::vector<effect::Effect>>::decode(Value const& value, std::vector<effect::Effect>& object,
                                                DecodeContext& context)
{
    object.clear();
    detail::ElementNames names;
    auto const one = [&](Value const& element) {
        effect::Effect made;
        decode_verb(element, made, context, [&](std::string_view name) { return names.next(name); });
        object.push_back(std::move(made));
    };
    if (auto const* items = value.items())
        for (auto const& element : *items) one(element);
    else
        one(value);
}

Value Codec<std::vector<effect::Effect>>::encode(std::vector<effect::Effect> const& object, Omit omit)
{
    Value::List items;
    for (auto const& effect : object) items.push_back(effect.encode(omit));
    return Value{std::move(items)};
}

} // namespace pathecon::base

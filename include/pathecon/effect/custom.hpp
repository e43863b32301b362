// SPDX-License-Identifier: MIT
/// \file
/// A custom effect is the user's own code: any callable from Pathway to Pathway.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include <pathecon/base/contract.hpp>
#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/random/input.hpp>

namespace pathecon::effect {

/// Holds when `effect(pathway)` compiles for a constant pathway and a constant effect.
template <class T>
concept CallableWithPathway = std::invocable<T const&, pathway::Pathway const&>;

/// Holds when `effect(pathway, context)` compiles, for an effect that minds adoption.
template <class T>
concept CallableWithContext = std::invocable<T const&, pathway::Pathway const&, Context const&>;

/// Holds when what is called gives a Pathway back: a new one, for the pathway that came in is constant.
template <class T>
concept ReturnsPathway =
    (CallableWithContext<T> &&
     std::is_invocable_r_v<pathway::Pathway, T const&, pathway::Pathway const&, Context const&>) ||
    (!CallableWithContext<T> && std::is_invocable_r_v<pathway::Pathway, T const&, pathway::Pathway const&>);

/// Anything that turns a pathway into another one: a lambda, a struct, a std::function, a Python function. It is called
/// on one thread, once a draw, before anything is simulated. Make it pure: the same pathway must give the same pathway.
template <class T>
concept EffectLike =
    (CallableWithPathway<T> || CallableWithContext<T>)&&ReturnsPathway<T> && std::copy_constructible<T>;

/// Holds user code under a name. When the callable is a struct with a field table, its inputs are drawn as those of a
/// verb.
class Custom {
public:
    /// Changes nothing.
    Custom();
    template <EffectLike T>
    Custom(T callable, std::string name)
        : name_{std::move(name)}
        , model_{std::make_shared<ModelOf<T> const>(std::move(callable))}
    {
        if constexpr (requires { callable == nullptr; })
            PATHECON_EXPECTS(!(model_of<T>().callable == nullptr), "an effect is something that can be called");
    }

    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    [[nodiscard]] pathway::Pathway apply(pathway::Pathway const& pathway, Context const& context) const
    {
        return model_->apply(pathway, context);
    }
    [[nodiscard]] Custom draw(std::uint64_t seed, std::int64_t draw, std::int64_t n_draws,
                              std::string const& path) const;

    /// Code is equal only to copies of itself.
    friend bool operator==(Custom const& a, Custom const& b) { return a.name_ == b.name_ && a.model_ == b.model_; }

private:
    struct Model {
        virtual ~Model() = default;
        [[nodiscard]] virtual pathway::Pathway apply(pathway::Pathway const&, Context const&) const = 0;
        [[nodiscard]] virtual std::shared_ptr<Model const> draw(std::uint64_t, std::int64_t, std::int64_t,
                                                                std::string const&) const = 0;
    };
    template <class T>
    struct ModelOf final : Model {
        T callable;
        explicit ModelOf(T code)
            : callable{std::move(code)}
        {}
        pathway::Pathway apply(pathway::Pathway const& pathway, Context const& context) const override
        {
            if constexpr (CallableWithContext<T>)
                return callable(pathway, context);
            else
                return callable(pathway);
        }
        std::shared_ptr<Model const> draw(std::uint64_t seed, std::int64_t draw, std::int64_t n_draws,
                                          std::string const& path) const override
        {
            if constexpr (base::HasFields<T>) {
                auto drawn = std::make_shared<ModelOf>(callable);
                random::draw_inputs(drawn->callable, path, seed, draw, n_draws);
                return drawn;
            } else
                return nullptr;
        }
    };
    template <class T>
    [[nodiscard]] ModelOf<T> const& model_of() const
    {
        return static_cast<ModelOf<T> const&>(*model_);
    }

    std::string name_;
    std::shared_ptr<Model const> model_;
};

} // namespace pathecon::effect

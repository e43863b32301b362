// SPDX-License-Identifier: MIT
/// \file
/// The inverse of a law turns a uniform number into a value: one at a time with the rare cases, or in lanes with the
/// rare cases marked.
#pragma once

#include <cmath>

#include <pathecon/random/distribution.hpp>

#include "distribution_make.hpp"
#include "lanes.hpp"
#include "normal_kernel.hpp"
#include "quantile_table.hpp"
#include "special_kernel.hpp"

namespace pathecon::random::detail {

/// Calls `use` with the inverse of a law: one switch for a single value and for a column.
/// An inverse without `lanes` is quick enough one by one, or too slow to gain. One with `prepare` wants that called
/// before its lanes.
struct Make::Inverse {
    struct Constant {
        double value;
        double operator()(double) const noexcept { return value; }
        template <class V>
        PATHECON_INLINE V lanes(V, Words<V>&) const noexcept
        {
            return V{} + value;
        }
    };

    struct Uniform {
        double low;
        double range;
        double operator()(double u) const noexcept { return low + range * u; }
        template <class V>
        PATHECON_INLINE V lanes(V u, Words<V>&) const noexcept
        {
            return low + range * u;
        }
    };

    struct Exponential {
        double mean;
        double operator()(double u) const noexcept { return -mean * log_positive(1.0 - u); }
        template <class V>
        PATHECON_INLINE V lanes(V u, Words<V>&) const noexcept
        {
            return -mean * log_normal_number(V{1.0 - u});
        }
    };

    struct ExtremeLognormal {
        double median;
        double sigma;
        double operator()(double u) const noexcept { return median * exp_sum(sigma * normal_inverse(u), 0.0); }
    };

    struct Lognormal : ExtremeLognormal {
        static constexpr double most_sigma = 200.0; // the bulk ends at z = 3.5, and the reach of exp at 707
        template <class V>
        PATHECON_INLINE V lanes(V u, Words<V>& rare) const noexcept
        {
            return median * exp_lanes(V{sigma * normal_lanes(u, rare)});
        }
    };

    struct ExtremeWeibull {
        double scale;
        double power; // 1/shape
        double operator()(double u) const noexcept
        {
            return scale * exp_sum(power * log_positive(-log_positive(1.0 - u)), 0.0);
        }
    };

    struct Weibull : ExtremeWeibull {
        static constexpr double most_power = 19.0; // -log(1 - u) begins at e^-36.8
        template <class V>
        PATHECON_INLINE V lanes(V u, Words<V>& rare) const noexcept
        {
            V const hazard = -log_normal_number(V{1.0 - u});
            rare |= ~mask_of<V>(hazard > 0.0); // u < 2^-54, which is not from `uniform()`
            return scale * exp_lanes(V{power * log_normal_number(hazard)});
        }
    };

    struct Normal {
        double mean;
        double sd;
        double operator()(double u) const noexcept { return mean + sd * normal_inverse(u); }
        template <class V>
        PATHECON_INLINE V lanes(V u, Words<V>& rare) const noexcept
        {
            return mean + sd * normal_lanes(u, rare);
        }
    };

    struct NormalTruncated {
        double mean;
        double sd;
        double lower;
        double above; // the parent's probability above the limit
        double operator()(double u) const noexcept
        {
            // Counts from the top: the tail above the limit is what is left of the parent, and may be small.
            double const tail = (1.0 - u) * above;
            double const x = mean - sd * (tail < 1.0 ? normal_inverse(tail) : infinity);
            return x > lower ? x : lower; // rounding alone can pass the limit
        }
        template <class V>
        PATHECON_INLINE V lanes(V u, Words<V>& rare) const noexcept
        {
            V const tail = (1.0 - u) * above;
            rare |= mask_of<V>(tail == 1.0);
            return larger(V{mean - sd * normal_lanes(tail, rare)}, V{} + lower);
        }
    };

    struct Triangular {
        double low;
        double mode;
        double high;
        double operator()(double u) const noexcept
        {
            double const below = (mode - low) / (high - low);
            return u < below ? low + std::sqrt(u * (high - low) * (mode - low))
                             : high - std::sqrt((1.0 - u) * (high - low) * (high - mode));
        }
    };

    struct Empirical {
        double scale;
        Observations const* seen;
        double operator()(double u) const noexcept { return scale * seen->at(u); }
    };

    struct ByTable {
        double shift;
        double scale;
        QuantileTable const* table;
        void prepare() const noexcept { table->prepare(); }
        double operator()(double u) const noexcept { return shift + scale * table->at(u); }
        template <class V>
        PATHECON_INLINE V lanes(V u, Words<V>& rare) const noexcept
        {
            return shift + scale * table->lanes(u, rare);
        }
    };

    struct ByLogTable : ByTable {
        template <class V>
        PATHECON_INLINE V lanes(V u, Words<V>& rare) const noexcept
        {
            V const logarithm = table->lanes(u, rare);
            rare |= ~mask_of<V>(logarithm > -707.0);
            return shift + scale * exp_lanes(logarithm);
        }
    };

    struct ByIteration {
        double shift;
        double scale;
        Shapes shapes;
        double operator()(double u) const noexcept { return shift + scale * by_iteration(shapes, u); }
    };

    template <class Use>
    PATHECON_INLINE static decltype(auto) with(Distribution const& law, Use const& use)
    {
        switch (law.family_) {
        case Family::exponential:
            return use(Exponential{law.scale_});
        case Family::lognormal:
            if (law.shape_ < Lognormal::most_sigma) {
                return use(Lognormal{{law.scale_, law.shape_}});
            }
            return use(ExtremeLognormal{law.scale_, law.shape_});
        case Family::weibull:
            if (law.shape2_ < Weibull::most_power) {
                return use(Weibull{{law.scale_, law.shape2_}});
            }
            return use(ExtremeWeibull{law.scale_, law.shape2_});
        case Family::normal:
            return use(Normal{law.shift_, law.scale_});
        case Family::normal_truncated:
            return use(NormalTruncated{law.shift_, law.scale_, law.shape_, law.shape2_});
        case Family::triangular:
            return use(Triangular{law.shift_, law.shape_, law.shape2_});
        case Family::uniform:
            return use(Uniform{law.shift_, law.scale_});
        case Family::empirical:
            return use(Empirical{law.scale_, law.observations_.get()});
        case Family::gamma:
        case Family::erlang:
        case Family::beta:
        case Family::pert:
            if (QuantileTable const* const table = law.table_.get()) {
                if (table->logarithmic()) {
                    return use(ByLogTable{{law.shift_, law.scale_, table}});
                }
                return use(ByTable{law.shift_, law.scale_, table});
            }
            return use(ByIteration{law.shift_, law.scale_, {law.shape_, law.shape2_}});
        case Family::constant:
            break;
        }
        return use(Constant{law.scale_});
    }
};

} // namespace pathecon::random::detail

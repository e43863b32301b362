// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The whole library in one include, lowest floor first. A program that wants less includes a floor's own headers.

#include <pathecon/base/codec.hpp>
#include <pathecon/base/codec_standard.hpp>
#include <pathecon/base/column.hpp>
#include <pathecon/base/contract.hpp>
#include <pathecon/base/decode.hpp>
#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/field.hpp>
#include <pathecon/base/hash.hpp>
#include <pathecon/base/id.hpp>
#include <pathecon/base/number.hpp>
#include <pathecon/base/places.hpp>
#include <pathecon/base/scalar.hpp>
#include <pathecon/base/value.hpp>
#include <pathecon/base/version.hpp>
#include <pathecon/base/walk.hpp>
#include <pathecon/base/wide.hpp>

#include <pathecon/units/codec.hpp>
#include <pathecon/units/date.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/format.hpp>
#include <pathecon/units/money.hpp>
#include <pathecon/units/parse.hpp>
#include <pathecon/units/probability.hpp>
#include <pathecon/units/rate.hpp>
#include <pathecon/units/week.hpp>

#include <pathecon/random/column.hpp>
#include <pathecon/random/design.hpp>
#include <pathecon/random/dirichlet.hpp>
#include <pathecon/random/distribution.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/evidence.hpp>
#include <pathecon/random/input.hpp>
#include <pathecon/random/input_codec.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/random/normal.hpp>
#include <pathecon/random/philox.hpp>
#include <pathecon/random/prior.hpp>
#include <pathecon/random/special.hpp>
#include <pathecon/random/uniform.hpp>

#include <pathecon/stats/control.hpp>
#include <pathecon/stats/exact_sum.hpp>
#include <pathecon/stats/histogram.hpp>
#include <pathecon/stats/holm.hpp>
#include <pathecon/stats/interval.hpp>
#include <pathecon/stats/mser.hpp>
#include <pathecon/stats/nested.hpp>
#include <pathecon/stats/pairing.hpp>
#include <pathecon/stats/precision.hpp>
#include <pathecon/stats/quantile.hpp>

#include <pathecon/des/agenda.hpp>
#include <pathecon/des/calendar.hpp>
#include <pathecon/des/line.hpp>
#include <pathecon/des/moment.hpp>
#include <pathecon/des/pool.hpp>
#include <pathecon/des/timeline.hpp>

#include <pathecon/pathway/activity.hpp>
#include <pathecon/pathway/arrivals.hpp>
#include <pathecon/pathway/attribute.hpp>
#include <pathecon/pathway/chance.hpp>
#include <pathecon/pathway/check.hpp>
#include <pathecon/pathway/condition.hpp>
#include <pathecon/pathway/fields.hpp>
#include <pathecon/pathway/fields_chance.hpp>
#include <pathecon/pathway/fields_flow.hpp>
#include <pathecon/pathway/fields_measure.hpp>
#include <pathecon/pathway/fields_patients.hpp>
#include <pathecon/pathway/fields_resource.hpp>
#include <pathecon/pathway/fields_site.hpp>
#include <pathecon/pathway/fields_work.hpp>
#include <pathecon/pathway/flow.hpp>
#include <pathecon/pathway/measure.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/pathway/rates.hpp>
#include <pathecon/pathway/resource.hpp>
#include <pathecon/pathway/rota.hpp>
#include <pathecon/pathway/site.hpp>
#include <pathecon/pathway/time_distribution.hpp>

#include <pathecon/effect/add_capacity.hpp>
#include <pathecon/effect/adopt.hpp>
#include <pathecon/effect/burden.hpp>
#include <pathecon/effect/bypass.hpp>
#include <pathecon/effect/context.hpp>
#include <pathecon/effect/cost.hpp>
#include <pathecon/effect/custom.hpp>
#include <pathecon/effect/detect.hpp>
#include <pathecon/effect/effect.hpp>
#include <pathecon/effect/explain.hpp>
#include <pathecon/effect/insert.hpp>
#include <pathecon/effect/portfolio.hpp>
#include <pathecon/effect/prevalence.hpp>
#include <pathecon/effect/prioritise.hpp>
#include <pathecon/effect/reconcile.hpp>
#include <pathecon/effect/rollout.hpp>
#include <pathecon/effect/scale.hpp>
#include <pathecon/effect/shorten.hpp>
#include <pathecon/effect/tool.hpp>
#include <pathecon/effect/transfer.hpp>
#include <pathecon/effect/verbs.hpp>

#include <pathecon/sim/cascade.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/event_log.hpp>
#include <pathecon/sim/loop.hpp>
#include <pathecon/sim/network.hpp>
#include <pathecon/sim/node.hpp>
#include <pathecon/sim/occupancy.hpp>
#include <pathecon/sim/recorder.hpp>
#include <pathecon/sim/replication.hpp>
#include <pathecon/sim/rules.hpp>
#include <pathecon/sim/runs.hpp>
#include <pathecon/sim/simulate.hpp>
#include <pathecon/sim/token.hpp>

#include <pathecon/ledger/kind.hpp>
#include <pathecon/ledger/ledger.hpp>
#include <pathecon/ledger/line.hpp>
#include <pathecon/ledger/onset.hpp>
#include <pathecon/ledger/price.hpp>
#include <pathecon/ledger/pricing.hpp>
#include <pathecon/ledger/realisation.hpp>
#include <pathecon/ledger/staffing.hpp>
#include <pathecon/ledger/tariff.hpp>
#include <pathecon/ledger/usage.hpp>

#include <pathecon/health/delay.hpp>

#include <pathecon/econ/appraisal.hpp>
#include <pathecon/econ/break_even.hpp>
#include <pathecon/econ/capital.hpp>
#include <pathecon/econ/cash_flow.hpp>
#include <pathecon/econ/discount.hpp>
#include <pathecon/econ/estimate.hpp>
#include <pathecon/econ/returns.hpp>
#include <pathecon/econ/terms.hpp>
#include <pathecon/econ/worth.hpp>

#include <pathecon/study/appraise.hpp>
#include <pathecon/study/difference.hpp>
#include <pathecon/study/gates.hpp>
#include <pathecon/study/precision.hpp>
#include <pathecon/study/replay.hpp>
#include <pathecon/study/review.hpp>
#include <pathecon/study/run.hpp>
#include <pathecon/study/steady_state.hpp>
#include <pathecon/study/study.hpp>
#include <pathecon/study/verify.hpp>

#include <pathecon/io/csv.hpp>
#include <pathecon/io/file.hpp>
#include <pathecon/io/json.hpp>
#include <pathecon/io/reference.hpp>
#include <pathecon/io/scenario.hpp>
#include <pathecon/io/toml.hpp>
#include <pathecon/io/trace.hpp>

#include <pathecon/report/decision.hpp>
#include <pathecon/report/results.hpp>

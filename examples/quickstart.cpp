// SPDX-License-Identifier: MIT
#include <iostream>

#include <pathecon/pathecon.hpp>

using namespace pathecon;
using namespace pathecon::pathway;
using namespace pathecon::units::literals;
using random::uncertain;

int main()
{
    // A pathway is plain data.
    auto const xray = Pathway{"Chest X-ray"}
        .add(Attribute{.name = "cancer", .is = bernoulli(0.006)})
        .add(Arrivals{.rate = 9_per_h, .open = Rota::weekdays(9_h, 17_h)})
        .add(Resource{.name = "room", .kind = ResourceKind::room, .rota = Rota::weekdays(8_h, 20_h, 2)})
        .add(Resource{.name = "reader", .rota = Rota::weekdays(9_h, 17_h, 3), .group = "consultant_radiologist"})
        .add(Activity{.name = "x-ray", .uses = {{"room"}}, .takes = lognormal(8_min, 3_min)})
        .add(Activity{.name = "read", .uses = {{"reader"}}, .takes = gamma(14_min, 6_min)})
        .add(Activity{.name = "second read", .uses = {{"reader"}}, .takes = gamma(5_min, 2_min)})
        .add(Route{.from = "x-ray", .to = {{"read"}}})
        .add(Route{.from = "read", .to = {{"second read", bernoulli(0.10)}, {"exit"}}})
        .add(Interval{.name = "report", .from = "x-ray", .to = "read", .standard = 24_h})
        .add(BudgetLine{.name = "insourced reading", .group = "consultant_radiologist", .baseline = 100'000_gbp,
                        .step = 160_h, .step_value = 22'400_gbp, .lead = 180_d});

    // A tool is what it does and what it costs.
    auto const triage = effect::Tool{
        .name = "Triage",
        .effects = {effect::Prioritise{.activity = "read", .condition = "cancer", .auc = uncertain(0.88, 0.84, 0.91), .flags = 0.2},
                    effect::Scale{.activity = "read", .by = uncertain(0.90, 0.85, 0.97)},
                    effect::Adopt{.usage = 0.8, .go_live = 120_d}},
        .cost = {.once = 40'000_gbp, .per_year = 12'000_gbp, .per_use = 0.50_gbp, .used_at = "read"}};

    // A study sets arms side by side under the same luck; an appraisal values the difference.
    auto const study = study::Study{.pathway = xray,
                                    .arms = {{.name = "usual care"}, {.name = "with AI", .tools = {triage}}},
                                    .draws = 16, .replications = 2, .seed = 42};
    auto const run = study::run(study);
    auto const result = study::appraise(run, io::load_tariff("nhs-2025"), {.horizon = 5_years});

    auto const& cash = result.arm("with AI").at(econ::Level::cash);
    std::cout << "net present value in cash: £" << cash.npv.mean << " (£" << cash.npv.low << " to £" << cash.npv.high << ")\n"
              << "net return in cash: " << cash.roi_net.mean << '\n';
}

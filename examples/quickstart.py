# SPDX-License-Identifier: MIT
import pathecon as pe
from pathecon import gbp, minutes, years

# A pathway is plain data; in a notebook it draws itself.
xray = pe.examples.chest_xray()
xray += pe.Activity("second read", uses="reader", takes=pe.gamma(5 * minutes, 2 * minutes))
xray += pe.Route("read", [pe.Branch("second read", 0.10), "exit"])

# A tool is what it does and what it costs.
triage = pe.Tool(
    "Triage",
    effects=[
        pe.effect.Prioritise("read", condition="cancer", auc=pe.uncertain(0.88, 0.84, 0.91), flags=0.2),
        pe.effect.Scale("read", by=pe.uncertain(0.90, 0.85, 0.97)),
        pe.effect.Adopt(usage=0.8, go_live="120 d"),
    ],
    cost=pe.Cost(once=40_000 * gbp, per_year=12_000 * gbp, per_use=0.50 * gbp, used_at="read"),
)
print(pe.explain(xray, [triage])[["effect", "path"]])  # and before, after, source

# A study sets arms side by side under the same luck; an appraisal values the difference.
study = pe.Study(xray, arms={"usual care": [], "with AI": [triage]}, draws=16, replications=2, seed=42)
run = pe.run(study)
result = pe.appraise(run, pe.Tariff.load("nhs-2025"), horizon=5 * years)

print(run.waits().groupby("arm", observed=True)["p90_hours"].mean())
print(f"net present value in cash: £{result.npv('with AI')}")
print("net return in cash:", result.roi("with AI"))
print(f"breaks even at an outlay of: £{result.benefit('with AI')}")

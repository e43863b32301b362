# SPDX-License-Identifier: MIT
"""Writes oracle.hpp beside this file: what NumPy's Philox and mpmath give, for the tests of this folder.

Usage: python oracle.py            (needs numpy and mpmath; the header it writes is in the source tree)
"""

import random
from pathlib import Path

import mpmath as mp
import numpy as np

mp.mp.dps = 50
luck = random.Random(20250101)


def philox_rows() -> list[str]:
    """Counter, key and block. NumPy counts before it computes, so it is set one below."""
    rows = []
    for _ in range(8):
        counter = [luck.getrandbits(64) for _ in range(4)]
        key = [luck.getrandbits(64) for _ in range(2)]
        number = (sum(word << (64 * i) for i, word in enumerate(counter)) - 1) % (1 << 256)
        before = [(number >> (64 * i)) & (2**64 - 1) for i in range(4)]
        generator = np.random.Philox(counter=np.array(before, dtype=np.uint64), key=np.array(key, dtype=np.uint64))
        block = [int(word) for word in generator.random_raw(4)]
        parts = ["{" + ", ".join(f"0x{word:016x}U" for word in words) + "}" for words in (counter, key, block)]
        rows.append("    {" + ",\n     ".join(parts) + "},")
    return rows


def points(function, arguments) -> list[str]:
    """x and f(x) as an upper and a lower double, so that the true value is known far beyond an ulp."""
    rows = []
    for x in arguments:
        value = function(mp.mpf(x))
        upper = float(value)
        rows.append(f"    {{{float(x).hex()}, {upper.hex()}, {float(value - mp.mpf(upper)).hex()}}},")
    return rows


def spread(low: float, high: float, n: int) -> list[float]:
    return [luck.uniform(low, high) for _ in range(n)]


def table(name: str, rows: list[str]) -> str:
    return f"inline constexpr Point {name}[] = {{\n" + "\n".join(rows) + "\n};\n"


def law_rows() -> list[str]:
    """Incomplete gamma and beta integrals: shapes, x, lower and upper tail."""
    rows = []
    gammas = [(shape, 0) for shape in (0.05, 0.5, 1, 2.5, 25, 150, 350, 4000)]
    for a, b in [*gammas, (0.3, 0.4), (2, 5), (87.140625, 29.046875), (900, 40), (1.0, 7.5)]:
        mean = mp.mpf(a) if b == 0 else mp.mpf(a) / (a + b)
        sd = mp.sqrt(a) if b == 0 else mp.sqrt(mean * (1 - mean) / (a + b + 1))
        for z in (-4, -2, -0.5, 0, 0.5, 2, 4):
            x = float(mean + z * sd)
            if x <= 0 or (b and x >= 1):
                continue
            if b == 0:
                lower = mp.gammainc(a, 0, x, regularized=True)
                upper = mp.gammainc(a, x, mp.inf, regularized=True)
            else:
                lower = mp.betainc(a, b, 0, x, regularized=True)
                upper = mp.betainc(b, a, 0, 1 - mp.mpf(x), regularized=True)
            rows.append(f"    {{{a}, {b}, {x.hex()}, {float(lower).hex()}, {float(upper).hex()}}},")
    return rows


def main() -> None:
    text = f"""// SPDX-License-Identifier: MIT
/// \\file
/// What independent programs give: NumPy {np.__version__} and mpmath {mp.__version__}. Written by oracle.py; do not edit.
#pragma once

#include <array>
#include <cstdint>

namespace oracle {{

struct PhiloxRow {{
    std::array<std::uint64_t, 4> counter;
    std::array<std::uint64_t, 2> key;
    std::array<std::uint64_t, 4> block;
}};
inline constexpr PhiloxRow philox[] = {{
{chr(10).join(philox_rows())}
}};

/// f(x) = upper + lower, to about 106 bits.
struct Point {{
    double x;
    double upper;
    double lower;
}};
"""
    positive = spread(0.5, 2, 12) + [10 ** p for p in spread(-12, 12, 12)] + [1 + p for p in spread(-1e-3, 1e-3, 6)]
    text += "\n" + table("log", points(mp.log, positive + [5e-324, 2.3e-308, 1.7e308]))
    text += "\n" + table("exp", points(mp.exp, spread(-1, 1, 12) + spread(-40, 40, 12) + spread(-707, 709, 8)))
    text += "\n" + table("log1p", points(mp.log1p, [10 ** p for p in spread(-17, 2, 10)] + spread(-0.999, 0, 10)))
    text += "\n" + table("expm1", points(mp.expm1, [10 ** p for p in spread(-17, 1, 10)] + spread(-30, 0, 10)))
    places = spread(-6, 6, 12) + [-37.0, -20.0, -9.0, 0.0]
    text += "\n" + table("normal_cdf", points(lambda z: mp.erfc(-z / mp.sqrt(2)) / 2, places))
    text += "\n" + table("erfc", points(mp.erfc, spread(-3, 6, 12) + [20.0, 26.0]))
    shares = spread(0, 1, 16) + [2.0**-12, 2.0**-53, 1 - 2.0**-53, 1e-20, 0.4999999]
    text += "\n" + table("normal_quantile", points(lambda p: -mp.sqrt(2) * mp.erfinv(1 - 2 * p), shares))
    text += "\n" + table("log_gamma", points(mp.loggamma, spread(0, 3, 8) + spread(3, 40, 6) + [0.001, 1e5, 1e8]))
    text += f"""
struct LawPoint {{
    double a;
    double b;  ///< 0 for gamma
    double x;
    double lower;
    double upper;
}};
inline constexpr LawPoint laws[] = {{
{chr(10).join(law_rows())}
}};

}} // namespace oracle
"""
    (Path(__file__).parent / "oracle.hpp").write_text(text)


main()

# SPDX-License-Identifier: MIT
"""Writes elementary_tables.hpp, normal_tables.hpp and special_tables.hpp beside this file, with mpmath to 60 digits.

Usage: python elementary_tables.py            (needs mpmath; the headers it writes are in the source tree)
"""

from pathlib import Path

import mpmath as mp

mp.mp.dps = 60


def hexadecimal(value: mp.mpf) -> str:
    mantissa, exponent = float(value).hex().split("p")
    return (mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa) + "p" + exponent


def rounded_to(value: mp.mpf, bits: int) -> mp.mpf:
    """Rounds to a multiple of 2^-bits."""
    return mp.nint(value * mp.mpf(2) ** bits) / mp.mpf(2) ** bits


def header(name: str, sentence: str, body: str) -> None:
    includes = "#include <array>\n\n" if "std::array" in body else ""
    text = f"""// SPDX-License-Identifier: MIT
/// \\file
/// {sentence} Written by elementary_tables.py; do not edit.
#pragma once

{includes}namespace pathecon::random::detail {{

{body}
}} // namespace pathecon::random::detail
"""
    (Path(__file__).parent / f"{name}.hpp").write_text(text)


def rows(items: list[str], width: int) -> str:
    return "\n".join("    " + ", ".join(items[i : i + width]) + "," for i in range(0, len(items), width))


def log_table() -> str:
    """128 intervals of [0.6875, 1.375): 1/c with 16 bits, ln c in two parts, the upper a multiple of 2^-42."""
    cells = []
    for i in range(128):
        low = mp.mpf("0.6875") + mp.mpf(min(i, 80)) / 256 + mp.mpf(max(i - 80, 0)) / 128
        high = low + (mp.mpf(1) / 256 if i < 80 else mp.mpf(1) / 128)
        inverse = rounded_to(2 / (low + high), 15)
        if i in (79, 80):  # beside 1 the logarithm of c is 0, so that log keeps its relative accuracy there
            inverse = mp.mpf(1)
        log_c = -mp.log(inverse)
        upper = rounded_to(log_c, 42)
        cells.append(f"{{{hexadecimal(inverse)}, {hexadecimal(upper)}, {hexadecimal(log_c - upper)}}}")
    return (
        "struct alignas(32) LogCell {\n    double inverse;    ///< 1/c, 16 bits\n"
        "    double log_upper;  ///< ln c, a multiple of 2^-42\n    double log_lower;  ///< the rest of ln c\n};\n\n"
        "inline constexpr std::array<LogCell, 128> log_cells{{\n" + rows(cells, 1) + "\n}};\n"
    )


def exp_table() -> str:
    """2^(i/128) in two parts."""
    cells = []
    for i in range(128):
        power = mp.mpf(2) ** (mp.mpf(i) / 128)
        upper = mp.mpf(float(power))
        cells.append(f"{{{hexadecimal(upper)}, {hexadecimal(power - upper)}}}")
    return (
        "struct ExpCell {\n    double upper;  ///< 2^(i/128), rounded\n    double lower;  ///< what the rounding lost\n};\n\n"
        "inline constexpr std::array<ExpCell, 128> exp_cells{{\n" + rows(cells, 2) + "\n}};\n"
    )


def constants() -> str:
    ln2 = mp.log(2)
    upper = rounded_to(ln2, 42)
    step = ln2 / 128
    step_upper = rounded_to(step, 42)  # 35 bits: its product with any exponent of a double, times 128, is exact
    lines = [
        ("ln2_upper", upper, "a multiple of 2^-42"),
        ("ln2_lower", ln2 - upper, "the rest of ln 2"),
        ("exp_step_upper", step_upper, "ln(2)/128, a multiple of 2^-42"),
        ("exp_step_lower", step - step_upper, "the rest of ln(2)/128"),
        ("exp_steps_per_unit", 128 / ln2, "128/ln 2"),
    ]
    return "".join(f"inline constexpr double {n} = {hexadecimal(v)};  ///< {w}\n" for n, v, w in lines)


def erfc_series() -> str:
    """Chebyshev series of (1 + 2x) exp(x^2) erfc(x) for x >= 0 in t = (x - 3.75)/(x + 3.75) (after Shepherd and
    Laframboise, Math. Comp. 36 (1981), 249-253)."""
    k = mp.mpf("3.75")
    count = 64

    def f(t: mp.mpf) -> mp.mpf:
        if t == 1:
            return 2 / mp.sqrt(mp.pi)
        x = k * (1 + t) / (1 - t)
        if x < 40:
            return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)
        total, term = mp.mpf(0), mp.mpf(1)
        for n in range(1, 40):
            total += term
            term *= -(2 * n - 1) / (2 * x * x)
        return (1 + 2 * x) * total / (x * mp.sqrt(mp.pi))

    nodes = [mp.cos(mp.pi * (j + mp.mpf(1) / 2) / count) for j in range(count)]
    values = [f(t) for t in nodes]
    series = []
    for n in range(count):
        total = sum(v * mp.cos(n * mp.pi * (j + mp.mpf(1) / 2) / count) for j, v in enumerate(values))
        series.append(total * (1 if n == 0 else 2) / count)
    last = max(n for n, c in enumerate(series) if abs(c) > mp.mpf("1e-18"))
    cells = [hexadecimal(c) for c in series[: last + 1]]
    return (
        "/// Chebyshev series of (1 + 2x) exp(x^2) erfc(x), x >= 0, in t = (x - 3.75)/(x + 3.75).\n"
        f"inline constexpr std::array<double, {len(cells)}> erfc_series{{{{\n" + rows(cells, 4) + "\n}};\n"
    )


def temme_series() -> str:
    """Coefficients d[k][n] of C_k(eta) = sum_n d[k][n] eta^n in Temme's uniform expansion of the incomplete gamma
    function (Temme, SIAM J. Math. Anal. 10 (1979), 757-766; DLMF 8.12.7 to 8.12.12), from C_0 = 1/mu - 1/eta and
    C_k = C'_{k-1}/eta + (-1)^k g_k/mu."""
    orders, terms = 6, 26
    size = terms + 2 * orders + 4
    # mu as a series of eta: eta^2/2 = mu - ln(1 + mu), so eta = mu' * mu/(1 + mu), i.e. mu mu' = eta (1 + mu).
    a = [mp.mpf(0), mp.mpf(1)]
    for n in range(2, size + 1):
        known = sum(a[i] * (n + 1 - i) * a[n + 1 - i] for i in range(2, n))
        a.append((a[n - 1] - known) / (n + 1))
    # 1/mu = (1/eta) * b(eta)
    shifted = a[1:]
    b = [1 / shifted[0]]
    for n in range(1, size):
        b.append(-sum(shifted[i] * b[n - i] for i in range(1, n + 1)) / shifted[0])
    # Gamma(z) ~ exp(-z) z^z sqrt(2 pi/z) sum g_k z^-k, by exponentiating Stirling's series.
    stirling = [mp.mpf(0)] * (2 * orders + 2)
    for m in range(1, orders + 1):
        stirling[2 * m - 1] = mp.bernoulli(2 * m) / (2 * m * (2 * m - 1))
    g = [mp.mpf(1)]
    for n in range(1, orders + 1):
        g.append(sum(i * stirling[i] * g[n - i] for i in range(1, n + 1)) / n)
    # Laurent series as lists from eta^-1: c[0] is the coefficient of eta^-1.
    c = [mp.mpf(0)] + b[1:]
    series = [c[1:]]
    for k in range(1, orders):
        derivative_over_eta = [(n + 2) * series[-1][n + 2] for n in range(len(series[-1]) - 2)]
        pole = series[-1][1]  # C'/eta has a term C_{k-1}[1] / eta, which g_k/mu cancels
        factor = (-1) ** k * g[k]
        assert abs(pole + factor) < mp.mpf("1e-40"), (k, pole, factor)
        series.append([d + factor * b[n + 1] for n, d in enumerate(derivative_over_eta)])
    text = []
    for s in series:
        text.append("    {\n" + rows([hexadecimal(v) for v in s[:terms]], 4).replace("    ", "     ") + "\n    },")
    return (
        "/// C_k(eta) = sum_n temme_series[k][n] eta^n of Temme's uniform expansion of the incomplete gamma function.\n"
        f"inline constexpr double temme_series[{orders}][{terms}] = {{\n" + "\n".join(text) + "\n};\n"
    )


def zeta_values() -> str:
    cells = [hexadecimal(mp.zeta(k)) for k in range(2, 26)]
    return (
        "/// Riemann's zeta function at 2, 3, ...\n"
        f"inline constexpr std::array<double, {len(cells)}> zeta{{{{\n" + rows(cells, 4) + "\n}};\n"
    )


def normal_cells() -> str:
    """The normal quantile z(p) on eight cells to a power of two of p, from 2^-12 to 1/2. In each, s falls from 1 to 0 as
    p rises, c[0] is z at s = 0 exactly, and (z - c[0])/s is interpolated at Chebyshev's points, so that z keeps its
    relative accuracy towards p = 1/2."""
    degree = 9
    cells = []
    for octave in range(-12, -1):
        for eighth in range(8):
            width = mp.mpf(2) ** octave / 8
            right = mp.mpf(2) ** octave + width * (eighth + 1)

            def z(p: mp.mpf) -> mp.mpf:
                return -mp.sqrt(2) * mp.erfinv(1 - 2 * p)

            end = mp.mpf(0) if right == mp.mpf("0.5") else z(right)
            nodes = [(1 + mp.cos(mp.pi * (j + mp.mpf(1) / 2) / degree)) / 2 for j in range(degree)]
            values = [(z(right - s * width) - end) / s for s in nodes]
            matrix = mp.matrix(degree, degree)
            for i, s in enumerate(nodes):
                for k in range(degree):
                    matrix[i, k] = s**k
            solution = mp.lu_solve(matrix, mp.matrix(values))
            cells.append("    {" + ",\n     ".join(
                ", ".join(hexadecimal(c) for c in part)
                for part in ([end, *solution[:3]], solution[3:7], solution[7:])) + "},")
    return (
        "/// Polynomials in s of the normal quantile: eight cells to a power of two of p, from 2^-12 to 1/2; s = 0 at the\n"
        "/// right end of a cell. The last is for 1/2 itself.\n"
        f"struct alignas(128) NormalCell {{\n    double c[{degree + 1}];\n}};\n\n"
        f"inline constexpr NormalCell normal_cells[{len(cells) + 1}] = {{\n" + "\n".join(cells) + "\n};\n"
    )


header("normal_tables", "Cells of the normal quantile.", normal_cells())
header(
    "elementary_tables",
    "Tables of the logarithm and the exponential.",
    "\n".join([constants(), log_table(), exp_table()]),
)
header("special_tables", "Series of the special functions.", "\n".join([erfc_series(), temme_series(), zeta_values()]))

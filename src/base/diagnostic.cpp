// SPDX-License-Identifier: MIT
#include <pathecon/base/diagnostic.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace pathecon::base {
namespace {

std::string_view severity_name(Severity severity)
{
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::note:
        return "note";
    }
    return "error";
}

/// Folds case and treats `-`, `_` and space alike, so that `Discount-Rate` is near `discount_rate`.
std::string folded(std::string_view word)
{
    std::string folded{word};
    for (char& letter : folded) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
        if (letter == '-' || letter == ' ') letter = '_';
    }
    return folded;
}

/// Counts insertions, deletions, substitutions and swaps of neighbours (Damerau 1964, optimal string alignment).
std::size_t distance(std::string const& a, std::string const& b)
{
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            bool const same = a[i - 1] == b[j - 1];
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0u : 1u)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

std::vector<std::string_view> views(std::vector<std::string> const& words) { return {words.begin(), words.end()}; }

} // namespace

std::string Diagnostic::text() const
{
    std::string text = place.text();
    if (!text.empty()) text += ' ';
    std::string number = std::to_string(code);
    text.append("PE").append(number.size() < 4 ? 4 - number.size() : 0, '0').append(number);
    text.append(" ").append(severity_name(severity)).append(": ");
    if (!path.empty()) text.append(path).append(": ");
    text += message;
    if (!hint.empty()) text.append(" (").append(hint).append(")");
    return text;
}

void Diagnostics::error(int code, std::string path, std::string message, std::string hint)
{
    add({Severity::error, code, {}, std::move(path), std::move(message), std::move(hint)});
}
void Diagnostics::warning(int code, std::string path, std::string message, std::string hint)
{
    add({Severity::warning, code, {}, std::move(path), std::move(message), std::move(hint)});
}
void Diagnostics::note(int code, std::string path, std::string message, std::string hint)
{
    add({Severity::note, code, {}, std::move(path), std::move(message), std::move(hint)});
}
void Diagnostics::add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
void Diagnostics::append(Diagnostics const& others)
{
    std::vector<Diagnostic> const copy = others.all_; // appending a collection to itself is allowed
    all_.insert(all_.end(), copy.begin(), copy.end());
}

std::size_t Diagnostics::errors() const noexcept
{
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [](auto const& d) { return d.severity == Severity::error; }));
}
std::size_t Diagnostics::warnings() const noexcept
{
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [](auto const& d) { return d.severity == Severity::warning; }));
}

void Diagnostics::locate(Places const& places)
{
    for (Diagnostic& d : all_)
        if (!d.place.known()) d.place = places.find_nearest(d.path);
}

Diagnostics Diagnostics::sorted() const
{
    std::vector<std::string_view> files;
    for (Diagnostic const& d : all_)
        if (std::find(files.begin(), files.end(), d.place.file) == files.end()) files.push_back(d.place.file);
    auto const rank = [&](Diagnostic const& d) {
        if (!d.place.known()) return std::tuple{files.size(), 0, 0};
        auto const found = std::find(files.begin(), files.end(), d.place.file);
        return std::tuple{static_cast<std::size_t>(found - files.begin()), d.place.line, d.place.column};
    };
    Diagnostics ordered = *this;
    std::stable_sort(ordered.all_.begin(), ordered.all_.end(),
                     [&](Diagnostic const& a, Diagnostic const& b) { return rank(a) < rank(b); });
    return ordered;
}

std::string Diagnostics::text() const
{
    std::string text;
    for (Diagnostic const& d : sorted().all_) text.append(d.text()).append("\n");
    return text;
}

InvalidInput::InvalidInput(Diagnostics diagnostics)
    : std::runtime_error{diagnostics.text()}
    , diagnostics_{std::move(diagnostics)}
{}

std::string suggest(std::string_view word, std::span<std::string_view const> candidates)
{
    std::string const wanted = folded(word);
    std::string_view nearest;
    std::size_t fewest = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (std::string_view const candidate : candidates) {
        std::size_t const d = distance(wanted, folded(candidate));
        // A word that shares no letter with the candidate is no misspelling of it.
        if (d < fewest && d < std::max(wanted.size(), candidate.size())) {
            fewest = d;
            nearest = candidate;
        }
    }
    return std::string{nearest};
}

std::string suggest(std::string_view word, std::vector<std::string> const& candidates)
{
    return suggest(word, views(candidates));
}

std::string did_you_mean(std::string_view word, std::span<std::string_view const> candidates)
{
    std::string const nearest = suggest(word, candidates);
    return nearest.empty() ? nearest : "did you mean '" + nearest + "'?";
}

std::string did_you_mean(std::string_view word, std::vector<std::string> const& candidates)
{
    return did_you_mean(word, views(candidates));
}

} // namespace pathecon::base

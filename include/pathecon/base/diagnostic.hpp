// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A diagnostic is one fault in the user's words: where it is, what was expected and found, and what to try.

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/places.hpp>

namespace pathecon::base {

enum class Severity { error, warning, note };

struct Diagnostic {
    Severity severity = Severity::error;
    int code = 0; ///< 104 is shown as PE0104.
    Place place;
    std::string path;    ///< Where in the object: `activity/read/takes`.
    std::string message; ///< What was expected and what was found.
    std::string hint;    ///< What to try, shown in brackets.

    /// Writes one line: `s.toml:12:1 PE0104 error: unknown key 'x' (did you mean 'y'?)`.
    [[nodiscard]] std::string text() const;
    friend bool operator==(Diagnostic const&, Diagnostic const&) = default;
};

/// Collects every fault of a pass, so that the user sees all of them at once.
class Diagnostics {
public:
    void error(int code, std::string path, std::string message, std::string hint = {});
    void warning(int code, std::string path, std::string message, std::string hint = {});
    void note(int code, std::string path, std::string message, std::string hint = {});
    void add(Diagnostic diagnostic);
    void append(Diagnostics const& others);

    [[nodiscard]] std::vector<Diagnostic> const& all() const& noexcept { return all_; }
    void all() const&& = delete; ///< The list would end with them: name them first.
    [[nodiscard]] std::size_t errors() const noexcept;
    [[nodiscard]] std::size_t warnings() const noexcept;
    [[nodiscard]] bool ok() const noexcept { return errors() == 0; }
    [[nodiscard]] bool empty() const noexcept { return all_.empty(); }

    /// Fills empty places from the longest prefix of each path that `places` knows.
    void locate(Places const& places);
    /// Gives them in the order of the files, lines and columns; those without a place come last.
    [[nodiscard]] Diagnostics sorted() const;
    /// Writes one line each, sorted.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Diagnostic> all_;
};

/// Carries the diagnostics of an input that cannot be used; `what()` is their text.
class InvalidInput : public std::runtime_error {
public:
    explicit InvalidInput(Diagnostics diagnostics);
    [[nodiscard]] Diagnostics const& diagnostics() const noexcept { return diagnostics_; }

private:
    Diagnostics diagnostics_;
};

/// Returns the candidate nearest to `word` by Damerau-Levenshtein distance, or nothing when none is near enough.
[[nodiscard]] std::string suggest(std::string_view word, std::span<std::string_view const> candidates);
[[nodiscard]] std::string suggest(std::string_view word, std::vector<std::string> const& candidates);

/// Writes `did you mean 'y'?`, or nothing when no candidate is near enough.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<std::string_view const> candidates);
[[nodiscard]] std::string did_you_mean(std::string_view word, std::vector<std::string> const& candidates);

} // namespace pathecon::base

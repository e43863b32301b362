// SPDX-License-Identifier: MIT
#include <pathecon/pathway/condition.hpp>

#include <pathecon/base/number.hpp>

#include <algorithm>

namespace pathecon::pathway {

namespace {

constexpr std::string_view letters_of_signs = "=!<>&|(),\"";

/// Words and signs, each with where it ends, so that a name of several words can be put together again.
std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    std::size_t i = 0;
    while (i < text.size()) {
        char const letter = text[i];
        if (letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r') {
            ++i;
        } else if (letters_of_signs.find(letter) != std::string_view::npos) {
            bool const two = i + 1 < text.size() && text[i + 1] != ' ' &&
                             (text.substr(i, 2) == "!=" || text.substr(i, 2) == "==" || text.substr(i, 2) == "&&" ||
                              text.substr(i, 2) == "||" || text.substr(i, 2) == "<=" || text.substr(i, 2) == ">=");
            words.emplace_back(text.substr(i, two ? 2 : 1));
            i += two ? 2 : 1;
        } else {
            std::size_t const from = i;
            while (i < text.size() && text[i] != ' ' && text[i] != '\t' && text[i] != '\n' && text[i] != '\r' &&
                   letters_of_signs.find(text[i]) == std::string_view::npos)
                ++i;
            words.emplace_back(text.substr(from, i - from));
        }
    }
    return words;
}

std::string odd_word(std::string const& word)
{
    if (word == "or" || word == "||")
        return "'" + word + "' is not in the language: write a second case, branch or rule for the other side";
    if (word == "&&") return "'&&' is not in the language: write 'and'";
    if (word == "==") return "'==' is not in the language: write '='";
    if (word == "!") return "'!' is not in the language: write 'not name' or 'name != level'";
    if (word == "(" || word == ")") return "brackets are not in the language: terms are joined by 'and' alone";
    if (letters_of_signs.find(word[0]) != std::string_view::npos)
        return "'" + word + "' is not in the language: a term is 'name', 'not name', 'name = level' or 'name != level'";
    return {};
}

/// Reads one term from the words between two `and`s.
std::optional<Term> term_of(std::vector<std::string> const& words, std::string& why)
{
    Term term;
    std::size_t i = 0;
    if (!words.empty() && words[0] == "not") {
        term.negated = true;
        i = 1;
    }
    bool after_sign = false;
    for (; i < words.size(); ++i) {
        std::string const& word = words[i];
        if (word == "=" || word == "!=") {
            if (after_sign) return why = "a term has one '=' or '!=' at most", std::nullopt;
            if (term.negated) return why = "'not' and '" + word + "' in one term: write 'name != level'", std::nullopt;
            if (term.attribute.empty()) return why = "a name is missing before '" + word + "'", std::nullopt;
            after_sign = true;
            term.negated = word == "!=";
            continue;
        }
        if (auto odd = odd_word(word); !odd.empty()) return why = std::move(odd), std::nullopt;
        if (word == "not") return why = "'not' stands before a name, once", std::nullopt;
        std::string& part = after_sign ? term.level : term.attribute;
        if (!part.empty()) part += ' ';
        part += word;
    }
    if (term.attribute.empty())
        return why = term.negated ? "a name is missing behind 'not'" : "a term is missing beside 'and'", std::nullopt;
    if (after_sign && term.level.empty())
        return why = "a level is missing behind '" + term.attribute + " ='", std::nullopt;
    return term;
}

} // namespace

std::optional<std::vector<Term>> parse_condition(std::string_view text, std::string& why)
{
    why.clear();
    std::vector<Term> terms;
    auto const words = words_of(text);
    if (words.empty()) return terms;
    std::vector<std::string> of_term;
    for (std::size_t i = 0; i <= words.size(); ++i) {
        if (i < words.size() && words[i] != "and") {
            of_term.push_back(words[i]);
            continue;
        }
        auto term = term_of(of_term, why);
        if (!term) return std::nullopt;
        terms.push_back(std::move(*term));
        of_term.clear();
    }
    return terms;
}

std::string both(std::string_view left, std::string_view right)
{
    left = base::trim(left);
    right = base::trim(right);
    if (left.empty()) return std::string{right};
    if (right.empty()) return std::string{left};
    return std::string{left} + " and " + std::string{right};
}

std::string why_not_in_conditions(std::string_view name)
{
    std::string why;
    auto const terms = parse_condition(name, why);
    if (!terms) return why;
    if (terms->size() != 1 || terms->front().negated || !terms->front().level.empty() ||
        terms->front().attribute != name)
        return "it reads as a condition";
    return {};
}

} // namespace pathecon::pathway

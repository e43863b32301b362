// SPDX-License-Identifier: MIT
#include <pathecon/random/column.hpp>

#include <algorithm>

#include "draw_ahead.hpp"

namespace pathecon::random {

namespace {

constexpr std::uint32_t worth_a_block = 10;      // values of 32: fewer cost less one by one
constexpr std::uint32_t values_to_verdict = 256; // in which the watched block comes by
constexpr std::uint32_t blocks_to_verdict = 64;  // so that the watched block costs little
constexpr std::uint32_t most_redrawn = 4;
constexpr std::uint32_t most_caution = 8;

} // namespace

Column::Column(std::uint32_t purpose)
    : Column{purpose, uniform(0.0, 1.0)}
{}

Column::Column(std::uint32_t purpose, Distribution const& law)
    : law_{law}
    , rounds_{detail::rounds_of({}, purpose)}
    , stream_{purpose}
{
    drawn_.fill(none);
}

void Column::bind(Luck const& luck) noexcept
{
    if (luck != luck_) {
        luck_ = luck;
        rounds_ = detail::rounds_of(luck_, stream_.purpose());
        drawn_.fill(none);
    }
}

double Column::fetch(std::uint64_t patient) noexcept
{
    std::uint64_t const asked = patient / block;
    std::size_t place = place_of(patient) / block;
    if (std::size_t const second = place ^ (blocks / 2); drawn_[second] == asked) {
        return values_[second * block + patient % block];
    }
    if (!is_worth_drawing(asked)) {
        return law_.sample(stream_.uniform(luck_, patient, 0));
    }
    place = make_room(place);
    detail::draw_ahead(rounds_, law_, asked * (block / 4), block / 4, values_.data() + place * block);
    drawn_[place] = asked;
    return values_[place * block + patient % block];
}

void Column::copy(std::uint64_t patient, std::span<double> into) noexcept
{
    std::size_t done = 0;
    while (done < into.size()) {
        into[done++] = at(patient++);
        std::size_t const place = place_of(patient);
        if (drawn_[place / block] == patient / block) {
            std::size_t const more = std::min(into.size() - done, block - place % block);
            std::copy_n(values_.data() + place, more, into.data() + done);
            done += more;
            patient += more;
        }
    }
}

/// Chooses between the two places of a block: the first, unless a block of another source was put there lately.
std::size_t Column::make_room(std::size_t place) noexcept
{
    std::size_t const second = place ^ (blocks / 2);
    std::uint32_t const age = turns_ - turn_[place];
    if (age < blocks / 2 && turns_ - turn_[second] > age) {
        place = second;
    }
    turn_[place] = turns_++;
    return place;
}

bool Column::is_worth_drawing(std::uint64_t asked) noexcept
{
    if (asked == watched_) {
        ++asked_for_;
        return false;
    }
    if (by_block_ && asked + 1 == watched_) {
        ++redrawn_;
    }
    if (to_verdict_ > 0) {
        --to_verdict_;
        return by_block_;
    }
    if (redrawn_ > most_redrawn) { // more sources in turn than there is room for
        by_block_ = false;
        caution_ = std::min(caution_ + 2, most_caution);
    } else {
        by_block_ = asked_for_ >= worth_a_block;
        caution_ -= by_block_ && caution_ > 0 ? 1 : 0;
    }
    watched_ = asked + 1;
    asked_for_ = 0;
    redrawn_ = 0;
    to_verdict_ = by_block_ ? blocks_to_verdict : values_to_verdict << caution_;
    return by_block_;
}

} // namespace pathecon::random

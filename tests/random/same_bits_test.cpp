// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "same_bits.hpp"

// The hash was found the same with
//   g++ 12.2, x86-64:     -O0; -O1 -fsanitize=address,undefined; -O2; -O3; -O3 -march=native (AVX-512, FMA);
//                         -O3 on an emulated processor without AVX
//   clang++ 16, x86-64:   -O2; -O3 -march=native
//   g++ 12.2, aarch64:    -O2, emulated
// always with -ffp-contract=off; with -ffp-contract=fast -march=native it is another with either compiler.
TEST_CASE("all that is random has the same bits with every compiler and on every processor")
{
    auto const hashes = same_bits::of_everything();
    CAPTURE(hashes.functions, hashes.laws, hashes.draws);
    CHECK(same_bits::one_of(hashes) == 0xd5b673462f957d83U);
}

// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Memory for what a run keeps of every patient, asked for in large pages where the system has them: on a virtual machine the first touch of
/// each 4 KiB costs as much as twenty patients.

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace bench {

template <class T>
struct LargePages {
    using value_type = T;
    static constexpr std::size_t page = std::size_t{1} << 21;

    LargePages() = default;
    template <class U>
    LargePages(LargePages<U> const&)
    {}
    T* allocate(std::size_t n)
    {
        std::size_t const size = (n * sizeof(T) + page - 1) / page * page;
        void* const memory = std::aligned_alloc(page, size);
        if (memory == nullptr) throw std::bad_alloc{};
#ifdef __linux__
        (void)madvise(memory, size, MADV_HUGEPAGE); // a wish: without it all works as well
#endif
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t) { std::free(memory); }
    bool operator==(LargePages const&) const = default;
};

template <class T>
using Kept = std::vector<T, LargePages<T>>;

} // namespace bench

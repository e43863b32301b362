// SPDX-License-Identifier: MIT
#include <exception>
#include <iostream>

#include "pathecon_model.hpp"

int main(int argc, char** argv)
{
    try {
        bench::run_pathecon(argc, argv);
    } catch (std::exception const& fault) {
        std::cerr << fault.what() << '\n';
        return 1;
    }
}

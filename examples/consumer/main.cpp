// SPDX-License-Identifier: MIT
// The smallest program that links an installed pathecon.
#include <pathecon/pathecon.hpp>

#include <iostream>

int main() { std::cout << "linked with pathecon " << pathecon::base::version() << '\n'; }

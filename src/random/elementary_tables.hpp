// SPDX-License-Identifier: MIT
/// \file
/// Tables of the logarithm and the exponential. Written by elementary_tables.py; do not edit.
#pragma once

#include <array>

namespace pathecon::random::detail {

inline constexpr double ln2_upper = 0x1.62e42fefa38p-1;  ///< a multiple of 2^-42
inline constexpr double ln2_lower = 0x1.ef35793c7673p-45;  ///< the rest of ln 2
inline constexpr double exp_step_upper = 0x1.62e42fefcp-8;  ///< ln(2)/128, a multiple of 2^-42
inline constexpr double exp_step_lower = -0x1.c610ca86c3899p-44;  ///< the rest of ln(2)/128
inline constexpr double exp_steps_per_unit = 0x1.71547652b82fep+7;  ///< 128/ln 2

struct LogCell {
    double inverse;    ///< 1/c, 16 bits
    double log_upper;  ///< ln c, a multiple of 2^-42
    double log_lower;  ///< the rest of ln c
};

inline constexpr std::array<LogCell, 128> log_cells{{
    {0x1.735p+0, -0x1.7cca97da6ap-2, -0x1.09d33783e0abep-45}, {0x1.7138p+0, -0x1.77003cb91p-2, 0x1.1506e72e507c3p-47},
    {0x1.6f26p+0, -0x1.713e2fa46ap-2, -0x1.5b9b260293f1bp-46}, {0x1.6d1ap+0, -0x1.6b84a0cfd5p-2, -0x1.b8c763a28d496p-47},
    {0x1.6b14p+0, -0x1.65d3c0d47dp-2, 0x1.1dadbcf415f4cp-44}, {0x1.6914p+0, -0x1.602bc0aed5p-2, 0x1.a53299049fe2cp-44},
    {0x1.671ap+0, -0x1.5a8cd1bbedp-2, -0x1.6038742507ac8p-44}, {0x1.6524p+0, -0x1.54f169b6c7p-2, 0x1.b7a5a4c2696d7p-44},
    {0x1.6336p+0, -0x1.4f652abb5p-2, -0x1.e2712742bf964p-47}, {0x1.614cp+0, -0x1.49dcc73b26p-2, 0x1.174f8766b5129p-44},
    {0x1.5f66p+0, -0x1.44585a0527p-2, -0x1.944777a84ca8cp-45}, {0x1.5d86p+0, -0x1.3eddda3bd6p-2, 0x1.714a2c1b43336p-45},
    {0x1.5bacp+0, -0x1.396d7b59b1p-2, 0x1.4b02c1829b66p-44}, {0x1.59d6p+0, -0x1.3401852ae9p-2, 0x1.9fc832d19e51p-44},
    {0x1.5806p+0, -0x1.2ea007cda4p-2, 0x1.e5f67c20bbf4p-44}, {0x1.563ap+0, -0x1.29433bb13ap-2, -0x1.2e85960c15b65p-45},
    {0x1.5472p+0, -0x1.23eb3d91c4p-2, -0x1.0a249af518006p-44}, {0x1.52bp+0, -0x1.1e9e367889p-2, -0x1.f45475b87c132p-46},
    {0x1.50f2p+0, -0x1.195647b9b3p-2, 0x1.896bc36478f15p-44}, {0x1.4f38p+0, -0x1.14138ef253p-2, -0x1.5ea3b8505a51bp-44},
    {0x1.4d84p+0, -0x1.0edc4e0b68p-2, 0x1.ffd4817b5e31dp-44}, {0x1.4bd4p+0, -0x1.09aa8f2e6bp-2, 0x1.abd6a2f88de5cp-46},
    {0x1.4a28p+0, -0x1.047e70cde8p-2, -0x1.b7be26fc852cep-46}, {0x1.488p+0, -0x1.feb0233e6p-3, -0x1.f316e32d5e8c7p-45},
    {0x1.46dcp+0, -0x1.f46f2132fp-3, -0x1.1a8348ead5bb7p-47}, {0x1.453ep+0, -0x1.ea46b1efeep-3, -0x1.6b68d497bbdcbp-48},
    {0x1.43a2p+0, -0x1.e01df461b4p-3, -0x1.1cd54e3911124p-45}, {0x1.420cp+0, -0x1.d60e67f7dap-3, 0x1.f2609f4a622a1p-46},
    {0x1.4078p+0, -0x1.cbfeec9dap-3, 0x1.eb725aeb8a87ep-45}, {0x1.3ee8p+0, -0x1.c1fc6aaf28p-3, 0x1.4bd539e01507p-44},
    {0x1.3d5ep+0, -0x1.b8140b0b16p-3, -0x1.3270291dcd6afp-44}, {0x1.3bd6p+0, -0x1.ae2c4ef67p-3, -0x1.b28d3f2aa3c59p-44},
    {0x1.3a52p+0, -0x1.a452502e3cp-3, 0x1.27660da58cc13p-44}, {0x1.38d2p+0, -0x1.9a8650dea6p-3, 0x1.80f47b55db803p-44},
    {0x1.3756p+0, -0x1.90c8939f9cp-3, -0x1.1335b446c3741p-44}, {0x1.35dcp+0, -0x1.870c2372dap-3, -0x1.106083238f494p-44},
    {0x1.3468p+0, -0x1.7d6ba3ca88p-3, 0x1.25d31cc9f6cfap-44}, {0x1.32f6p+0, -0x1.73ccd874e2p-3, -0x1.a19b0b09fdd7dp-44},
    {0x1.3188p+0, -0x1.6a3d3daaeap-3, -0x1.f0ebb818de1bfp-44}, {0x1.301cp+0, -0x1.60afa00a4cp-3, -0x1.b9390867767f5p-46},
    {0x1.2eb4p+0, -0x1.57319c8db4p-3, -0x1.e4cb11f45da19p-46}, {0x1.2d5p+0, -0x1.4dc378969cp-3, 0x1.c7d9499121b9ep-44},
    {0x1.2bfp+0, -0x1.446579dc22p-3, -0x1.eec7ab57b84cbp-46}, {0x1.2a92p+0, -0x1.3b0a2e755cp-3, -0x1.4d29e3d04ec62p-44},
    {0x1.2938p+0, -0x1.31bf74d17cp-3, -0x1.72b5abbb26d6ap-44}, {0x1.27ep+0, -0x1.2877bbc0b6p-3, -0x1.74be8dfa16db8p-44},
    {0x1.268cp+0, -0x1.1f41025d4cp-3, -0x1.89cf7b395495dp-44}, {0x1.253ap+0, -0x1.160d9824ap-3, 0x1.51e5ed7dabfaap-44},
    {0x1.23ecp+0, -0x1.0ceb9cdbf2p-3, -0x1.321a6c57195b4p-44}, {0x1.22ap+0, -0x1.03cd40a51ap-3, -0x1.81a979c146707p-44},
    {0x1.2158p+0, -0x1.f58187d7f8p-4, 0x1.10b7775e3899bp-47}, {0x1.2012p+0, -0x1.e3706ee304p-4, -0x1.fed09cb978024p-46},
    {0x1.1edp+0, -0x1.d183f87ea8p-4, 0x1.9075cabddfdafp-45}, {0x1.1d9p+0, -0x1.bfa007672cp-4, 0x1.5dd5d1688744dp-44},
    {0x1.1c52p+0, -0x1.adc4cee574p-4, -0x1.c17ccdfb50df1p-45}, {0x1.1b18p+0, -0x1.9c0f72d47cp-4, -0x1.d48f676b5eab2p-44},
    {0x1.19ep+0, -0x1.8a6377a914p-4, -0x1.c28bb5a46418ap-44}, {0x1.18acp+0, -0x1.78de425d9cp-4, -0x1.0e20f90ca5bc8p-48},
    {0x1.1778p+0, -0x1.6745c890b8p-4, -0x1.2691c30219e1ep-44}, {0x1.1648p+0, -0x1.55d4c04c3p-4, 0x1.28a76a722689fp-46},
    {0x1.151cp+0, -0x1.448bc03ca8p-4, -0x1.db18064fdeb6p-44}, {0x1.13fp+0, -0x1.332fff7bdp-4, -0x1.f18282a4f49d9p-44},
    {0x1.12c8p+0, -0x1.21fcf5c3e8p-4, -0x1.90756b3617e4ep-45}, {0x1.11a4p+0, -0x1.10f33b35c4p-4, -0x1.9d4a194ee97efp-46},
    {0x1.108p+0, -0x1.ffae9119b8p-5, -0x1.303374262c554p-45}, {0x1.0f5ep+0, -0x1.dd8e4dbbap-5, -0x1.3bb100da3acaap-47},
    {0x1.0e4p+0, -0x1.bbc2bfc45p-5, 0x1.7d18691417dafp-46}, {0x1.0d24p+0, -0x1.9a103b563p-5, 0x1.2c3a4a70d3b2p-44},
    {0x1.0c0ap+0, -0x1.787735a02p-5, 0x1.8aa7f92ff563cp-44}, {0x1.0af2p+0, -0x1.56f824b288p-5, 0x1.a9886eb8f9a7cp-45},
    {0x1.09dep+0, -0x1.35d11fa8f8p-5, -0x1.3b704fd0261c7p-44}, {0x1.08cap+0, -0x1.14879e3808p-5, 0x1.eaf675d2a0ed5p-45},
    {0x1.07bap+0, -0x1.e72f32812p-6, -0x1.f145a379992cep-44}, {0x1.06acp+0, -0x1.a587d47f9p-6, 0x1.0da9881d9d9b7p-44},
    {0x1.059ep+0, -0x1.639cd76cfp-6, -0x1.6386993db1603p-44}, {0x1.0494p+0, -0x1.226931f31p-6, 0x1.a228806488a8bp-46},
    {0x1.038cp+0, -0x1.c2e238418p-7, 0x1.8950b309aa2dap-46}, {0x1.0286p+0, -0x1.416b1f906p-7, -0x1.5db6fda8a1a3p-44},
    {0x1.0182p+0, -0x1.80de213ccp-8, -0x1.19dca101cdc8p-47}, {0x1p+0, 0x0p+0, 0x0p+0},
    {0x1p+0, 0x0p+0, 0x0p+0}, {0x1.fa1p-1, 0x1.7e38762cap-7, 0x1.8e5f252316acap-48},
    {0x1.f63p-1, 0x1.3d0c443d7p-6, 0x1.2d40e4f2f6eeap-45}, {0x1.f26p-1, 0x1.b9e8027e2p-6, -0x1.b9c9bb4f4fcfcp-44},
    {0x1.ee9cp-1, 0x1.1b15d8935p-5, -0x1.13ea842a027a8p-44}, {0x1.eae8p-1, 0x1.58a63afc9p-5, -0x1.656e6d58c041cp-46},
    {0x1.e74p-1, 0x1.95e430f8dp-5, -0x1.ba22cf76874ddp-45}, {0x1.e3a8p-1, 0x1.d28938b308p-5, 0x1.b730c1cbc5c2p-45},
    {0x1.e02p-1, 0x1.0748836298p-4, -0x1.bf52a3dd04986p-44}, {0x1.dcap-1, 0x1.254062f0a8p-4, 0x1.416fe50bf3c56p-44},
    {0x1.d93p-1, 0x1.42e64bec28p-4, -0x1.9188e4249d675p-44}, {0x1.d5ccp-1, 0x1.605aea96fcp-4, 0x1.555a6458933a3p-47},
    {0x1.d274p-1, 0x1.7d9cc6db38p-4, 0x1.2ce1cb920a85fp-46}, {0x1.cf28p-1, 0x1.9aaa6464fcp-4, -0x1.199cd29a410f8p-46},
    {0x1.cbe8p-1, 0x1.b78242be58p-4, -0x1.4eace38395fafp-45}, {0x1.c8b4p-1, 0x1.d422dd6d4p-4, 0x1.47defe9fa885cp-46},
    {0x1.c588p-1, 0x1.f0aecc0568p-4, -0x1.537d285ee88b7p-44}, {0x1.c26cp-1, 0x1.066e412d3cp-3, -0x1.650ea9f71aa62p-45},
    {0x1.bf58p-1, 0x1.1479784688p-3, 0x1.ab21c0820b429p-45}, {0x1.bc5p-1, 0x1.22663190aep-3, 0x1.596e8a3e0d005p-44},
    {0x1.b95p-1, 0x1.3046319312p-3, -0x1.fea5b264c11b2p-44}, {0x1.b66p-1, 0x1.3df3ab135p-3, 0x1.7da75b0836142p-45},
    {0x1.b374p-1, 0x1.4ba5df3a04p-3, 0x1.b9a3c69363383p-45}, {0x1.b094p-1, 0x1.5936dd9a32p-3, -0x1.9dc954aa776e5p-45},
    {0x1.adcp-1, 0x1.66a5d42a3ap-3, 0x1.a68933aa00298p-44}, {0x1.aafp-1, 0x1.74184f58ccp-3, 0x1.f72762fd6bdb2p-45},
    {0x1.a83p-1, 0x1.81544a17f6p-3, 0x1.f10312926217cp-45}, {0x1.a574p-1, 0x1.8e92dde888p-3, 0x1.902abfd25a3dcp-45},
    {0x1.a2c4p-1, 0x1.9bacd2ea9p-3, 0x1.8d7913413c181p-44}, {0x1.a01cp-1, 0x1.a8b4ffce88p-3, -0x1.06bf102ae2bbbp-44},
    {0x1.9d78p-1, 0x1.b5beb9eec6p-3, -0x1.8450bf6799e68p-45}, {0x1.9ae4p-1, 0x1.c28e155d34p-3, 0x1.31d2977bed593p-44},
    {0x1.9854p-1, 0x1.cf5e04e26p-3, -0x1.3035a49a59eacp-47}, {0x1.95ccp-1, 0x1.dc1a3a0ae6p-3, -0x1.4178471a81993p-46},
    {0x1.934cp-1, 0x1.e8c2352aeap-3, -0x1.27d6ed05822d9p-45}, {0x1.90d4p-1, 0x1.f55575662ap-3, 0x1.101438adbd445p-45},
    {0x1.8e64p-1, 0x1.00e9bc5befp-2, 0x1.4afea3061d949p-47}, {0x1.8bfcp-1, 0x1.071dddfd85p-2, 0x1.6459eebab1a3dp-44},
    {0x1.899cp-1, 0x1.0d46dd79acp-2, 0x1.e5906872c81ffp-45}, {0x1.8744p-1, 0x1.1364782b33p-2, -0x1.b91ddae7b5505p-44},
    {0x1.84fp-1, 0x1.1980f2dd43p-2, -0x1.24262183a4308p-44}, {0x1.82a4p-1, 0x1.1f91a1e4e2p-2, -0x1.17dd97615905fp-47},
    {0x1.806p-1, 0x1.2596410df9p-2, 0x1.8e7c177a43938p-44}, {0x1.7e24p-1, 0x1.2b8e8bae09p-2, -0x1.3c90b0a05ef7dp-45},
    {0x1.7becp-1, 0x1.31850495dp-2, 0x1.807adf756f48dp-44}, {0x1.79bcp-1, 0x1.376ebe2da9p-2, 0x1.32a9e08597bf6p-44},
    {0x1.779p-1, 0x1.3d565a5c5cp-2, -0x1.df35e81128443p-47}, {0x1.756cp-1, 0x1.4330caa0bbp-2, 0x1.25731cd21d67dp-44},
}};

struct ExpCell {
    double upper;  ///< 2^(i/128), rounded
    double lower;  ///< what the rounding lost
};

inline constexpr std::array<ExpCell, 128> exp_cells{{
    {0x1p+0, 0x0p+0}, {0x1.0163da9fb3335p+0, 0x1.b61299ab8cdb7p-54}, {0x1.02c9a3e778061p+0, -0x1.19083535b085dp-56},
    {0x1.04315e86e7f85p+0, -0x1.0a31c1977c96ep-54}, {0x1.059b0d3158574p+0, 0x1.d73e2a475b465p-55}, {0x1.0706b29ddf6dep+0, -0x1.c91dfe2b13c27p-55},
    {0x1.0874518759bc8p+0, 0x1.186be4bb284ffp-57}, {0x1.09e3ecac6f383p+0, 0x1.1487818316136p-54}, {0x1.0b5586cf9890fp+0, 0x1.8a62e4adc610bp-54},
    {0x1.0cc922b7247f7p+0, 0x1.01edc16e24f71p-54}, {0x1.0e3ec32d3d1a2p+0, 0x1.03a1727c57b53p-59}, {0x1.0fb66affed31bp+0, -0x1.b9bedc44ebd7bp-57},
    {0x1.11301d0125b51p+0, -0x1.6c51039449b3ap-54}, {0x1.12abdc06c31ccp+0, -0x1.1b514b36ca5c7p-58}, {0x1.1429aaea92dep+0, -0x1.32fbf9af1369ep-54},
    {0x1.15a98c8a58e51p+0, 0x1.2406ab9eeab0ap-55}, {0x1.172b83c7d517bp+0, -0x1.19041b9d78a76p-55}, {0x1.18af9388c8deap+0, -0x1.11023d1970f6cp-54},
    {0x1.1a35beb6fcb75p+0, 0x1.e5b4c7b4968e4p-55}, {0x1.1bbe084045cd4p+0, -0x1.95386352ef607p-54}, {0x1.1d4873168b9aap+0, 0x1.e016e00a2643cp-54},
    {0x1.1ed5022fcd91dp+0, -0x1.1df98027bb78cp-54}, {0x1.2063b88628cd6p+0, 0x1.dc775814a8495p-55}, {0x1.21f49917ddc96p+0, 0x1.2a97e9494a5eep-55},
    {0x1.2387a6e756238p+0, 0x1.9b07eb6c70573p-54}, {0x1.251ce4fb2a63fp+0, 0x1.ac155bef4f4a4p-55}, {0x1.26b4565e27cddp+0, 0x1.2bd339940e9d9p-55},
    {0x1.284dfe1f56381p+0, -0x1.a4c3a8c3f0d7ep-54}, {0x1.29e9df51fdee1p+0, 0x1.612e8afad1255p-55}, {0x1.2b87fd0dad99p+0, -0x1.10adcd6381aa4p-59},
    {0x1.2d285a6e4030bp+0, 0x1.0024754db41d5p-54}, {0x1.2ecafa93e2f56p+0, 0x1.1ca0f45d52383p-56}, {0x1.306fe0a31b715p+0, 0x1.6f46ad23182e4p-55},
    {0x1.32170fc4cd831p+0, 0x1.a9ce78e18047cp-55}, {0x1.33c08b26416ffp+0, 0x1.32721843659a6p-54}, {0x1.356c55f929ff1p+0, -0x1.b5cee5c4e4628p-55},
    {0x1.371a7373aa9cbp+0, -0x1.63aeabf42eae2p-54}, {0x1.38cae6d05d866p+0, -0x1.e958d3c9904bdp-54}, {0x1.3a7db34e59ff7p+0, -0x1.5e436d661f5e3p-56},
    {0x1.3c32dc313a8e5p+0, -0x1.efff8375d29c3p-54}, {0x1.3dea64c123422p+0, 0x1.ada0911f09ebcp-55}, {0x1.3fa4504ac801cp+0, -0x1.7d023f956f9f3p-54},
    {0x1.4160a21f72e2ap+0, -0x1.ef3691c309278p-58}, {0x1.431f5d950a897p+0, -0x1.1c7dde35f7999p-55}, {0x1.44e086061892dp+0, 0x1.89b7a04ef80dp-59},
    {0x1.46a41ed1d0057p+0, 0x1.c944bd1648a76p-54}, {0x1.486a2b5c13cdp+0, 0x1.3c1a3b69062fp-56}, {0x1.4a32af0d7d3dep+0, 0x1.9cb62f3d1be56p-54},
    {0x1.4bfdad5362a27p+0, 0x1.d4397afec42e2p-56}, {0x1.4dcb299fddd0dp+0, 0x1.8ecdbbc6a7833p-54}, {0x1.4f9b2769d2ca7p+0, -0x1.4b309d25957e3p-54},
    {0x1.516daa2cf6642p+0, -0x1.f768569bd93efp-55}, {0x1.5342b569d4f82p+0, -0x1.07abe1db13cadp-55}, {0x1.551a4ca5d920fp+0, -0x1.d689cefede59bp-55},
    {0x1.56f4736b527dap+0, 0x1.9bb2c011d93adp-54}, {0x1.58d12d497c7fdp+0, 0x1.295e15b9a1de8p-55}, {0x1.5ab07dd485429p+0, 0x1.6324c054647adp-54},
    {0x1.5c9268a5946b7p+0, 0x1.c4b1b816986a2p-60}, {0x1.5e76f15ad2148p+0, 0x1.ba6f93080e65ep-54}, {0x1.605e1b976dc09p+0, -0x1.3e2429b56de47p-54},
    {0x1.6247eb03a5585p+0, -0x1.383c17e40b497p-54}, {0x1.6434634ccc32p+0, -0x1.c483c759d8933p-55}, {0x1.6623882552225p+0, -0x1.bb60987591c34p-54},
    {0x1.68155d44ca973p+0, 0x1.038ae44f73e65p-57}, {0x1.6a09e667f3bcdp+0, -0x1.bdd3413b26456p-54}, {0x1.6c012750bdabfp+0, -0x1.2895667ff0b0dp-56},
    {0x1.6dfb23c651a2fp+0, -0x1.bbe3a683c88abp-57}, {0x1.6ff7df9519484p+0, -0x1.83c0f25860ef6p-55}, {0x1.71f75e8ec5f74p+0, -0x1.16e4786887a99p-55},
    {0x1.73f9a48a58174p+0, -0x1.0a8d96c65d53cp-54}, {0x1.75feb564267c9p+0, -0x1.0245957316dd3p-54}, {0x1.780694fde5d3fp+0, 0x1.866b80a02162dp-54},
    {0x1.7a11473eb0187p+0, -0x1.41577ee04992fp-55}, {0x1.7c1ed0130c132p+0, 0x1.f124cd1164dd6p-54}, {0x1.7e2f336cf4e62p+0, 0x1.05d02ba15797ep-56},
    {0x1.80427543e1a12p+0, -0x1.27c86626d972bp-54}, {0x1.82589994cce13p+0, -0x1.d4c1dd41532d8p-54}, {0x1.8471a4623c7adp+0, -0x1.8d684a341cdfbp-55},
    {0x1.868d99b4492edp+0, -0x1.fc6f89bd4f6bap-54}, {0x1.88ac7d98a6699p+0, 0x1.994c2f37cb53ap-54}, {0x1.8ace5422aa0dbp+0, 0x1.6e9f156864b27p-54},
    {0x1.8cf3216b5448cp+0, -0x1.0d55e32e9e3aap-56}, {0x1.8f1ae99157736p+0, 0x1.5cc13a2e3976cp-55}, {0x1.9145b0b91ffc6p+0, -0x1.dd6792e582524p-54},
    {0x1.93737b0cdc5e5p+0, -0x1.75fc781b57ebcp-57}, {0x1.95a44cbc8520fp+0, -0x1.64b7c96a5f039p-56}, {0x1.97d829fde4e5p+0, -0x1.d185b7c1b85d1p-54},
    {0x1.9a0f170ca07bap+0, -0x1.173bd91cee632p-54}, {0x1.9c49182a3f09p+0, 0x1.c7c46b071f2bep-56}, {0x1.9e86319e32323p+0, 0x1.824ca78e64c6ep-56},
    {0x1.a0c667b5de565p+0, -0x1.359495d1cd533p-54}, {0x1.a309bec4a2d33p+0, 0x1.6305c7ddc36abp-54}, {0x1.a5503b23e255dp+0, -0x1.d2f6edb8d41e1p-54},
    {0x1.a799e1330b358p+0, 0x1.bcb7ecac563c7p-54}, {0x1.a9e6b5579fdbfp+0, 0x1.0fac90ef7fd31p-54}, {0x1.ac36bbfd3f37ap+0, -0x1.f9234cae76cdp-55},
    {0x1.ae89f995ad3adp+0, 0x1.7a1cd345dcc81p-54}, {0x1.b0e07298db666p+0, -0x1.bdef54c80e425p-54}, {0x1.b33a2b84f15fbp+0, -0x1.2805e3084d708p-57},
    {0x1.b59728de5593ap+0, -0x1.c71dfbbba6de3p-54}, {0x1.b7f76f2fb5e47p+0, -0x1.5584f7e54ac3bp-56}, {0x1.ba5b030a1064ap+0, -0x1.efcd30e54292ep-54},
    {0x1.bcc1e904bc1d2p+0, 0x1.23dd07a2d9e84p-55}, {0x1.bf2c25bd71e09p+0, -0x1.efdca3f6b9c73p-54}, {0x1.c199bdd85529cp+0, 0x1.11065895048ddp-55},
    {0x1.c40ab5fffd07ap+0, 0x1.b4537e083c60ap-54}, {0x1.c67f12e57d14bp+0, 0x1.2884dff483cadp-54}, {0x1.c8f6d9406e7b5p+0, 0x1.1acbc48805c44p-56},
    {0x1.cb720dcef9069p+0, 0x1.503cbd1e949dbp-56}, {0x1.cdf0b555dc3fap+0, -0x1.dd83b53829d72p-55}, {0x1.d072d4a07897cp+0, -0x1.cbc3743797a9cp-54},
    {0x1.d2f87080d89f2p+0, -0x1.d487b719d8578p-54}, {0x1.d5818dcfba487p+0, 0x1.2ed02d75b3707p-55}, {0x1.d80e316c98398p+0, -0x1.11ec18beddfe8p-54},
    {0x1.da9e603db3285p+0, 0x1.c2300696db532p-54}, {0x1.dd321f301b46p+0, 0x1.2da5778f018c3p-54}, {0x1.dfc97337b9b5fp+0, -0x1.1a5cd4f184b5cp-54},
    {0x1.e264614f5a129p+0, -0x1.7b627817a1496p-54}, {0x1.e502ee78b3ff6p+0, 0x1.39e8980a9cc8fp-55}, {0x1.e7a51fbc74c83p+0, 0x1.2d522ca0c8de2p-54},
    {0x1.ea4afa2a490dap+0, -0x1.e9c23179c2893p-54}, {0x1.ecf482d8e67f1p+0, -0x1.c93f3b411ad8cp-54}, {0x1.efa1bee615a27p+0, 0x1.dc7f486a4b6bp-54},
    {0x1.f252b376bba97p+0, 0x1.3a1a5bf0d8e43p-54}, {0x1.f50765b6e454p+0, 0x1.9d3e12dd8a18bp-54}, {0x1.f7bfdad9cbe14p+0, -0x1.dbb12d006350ap-54},
    {0x1.fa7c1819e90d8p+0, 0x1.74853f3a5931ep-55}, {0x1.fd3c22b8f71f1p+0, 0x1.2eb74966579e7p-57},
}};

} // namespace pathecon::random::detail

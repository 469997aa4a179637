// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/generated_secret.h"

#include <sodium.h>

#include <string_view>

namespace mediahelm::secrets {

namespace {

QByteArray drawn(int length, std::string_view alphabet)
{
    // Without it the system's randomness is asked before it is sure to be seeded.
    if (::sodium_init() < 0)
        qFatal("libsodium cannot be used");
    QByteArray secret(length, Qt::Uninitialized);
    for (char &c : secret)
        c = alphabet[::randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
    return secret;
}

} // namespace

QByteArray generatedAlphanumeric(int length)
{
    return drawn(length, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}

QByteArray generatedHex(int length)
{
    return drawn(length, "0123456789abcdef");
}

} // namespace mediahelm::secrets

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <sodium.h>

namespace mediahelm::secrets {

// Bytes that are neither swapped nor dumped where the system allows it, between guard pages, and wiped at their end
// (sodium_malloc). A value that moves; empty when it was made so, or when there was no memory.
class GuardedBytes
{
public:
    GuardedBytes() = default;
    explicit GuardedBytes(std::size_t size)
        : m_bytes(sodium_init() < 0 ? nullptr : static_cast<unsigned char *>(sodium_malloc(size)))
        , m_size(size)
    {
    }

    unsigned char *data() { return m_bytes.get(); }
    const unsigned char *data() const { return m_bytes.get(); }
    std::size_t size() const { return m_bytes ? m_size : 0; }
    bool valid() const { return m_bytes != nullptr; }

private:
    struct Free {
        void operator()(unsigned char *bytes) const { sodium_free(bytes); }
    };
    std::unique_ptr<unsigned char, Free> m_bytes;
    std::size_t m_size = 0;
};

} // namespace mediahelm::secrets

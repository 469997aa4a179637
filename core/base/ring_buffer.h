// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace mediahelm::base {

// The newest N values, oldest first; a further one takes the oldest one's place. Memory grows up to N, then stays.
// A value type without locks.
template<typename T>
class RingBuffer
{
public:
    explicit RingBuffer(std::size_t capacity)
        : m_capacity(capacity > 0 ? capacity : 1)
    {
    }

    void push(T value)
    {
        if (m_values.size() < m_capacity) {
            m_values.push_back(std::move(value));
            return;
        }
        m_values[m_oldest] = std::move(value);
        m_oldest = (m_oldest + 1) % m_capacity;
    }

    std::size_t size() const { return m_values.size(); }
    std::size_t capacity() const { return m_capacity; }
    bool empty() const { return m_values.empty(); }

    // 0 is the oldest; index < size().
    const T &at(std::size_t index) const { return m_values[(m_oldest + index) % m_values.size()]; }
    const T &newest() const { return at(size() - 1); }

    void clear()
    {
        m_values.clear();
        m_oldest = 0;
    }

private:
    std::vector<T> m_values;
    std::size_t m_capacity;
    std::size_t m_oldest = 0;
};

} // namespace mediahelm::base

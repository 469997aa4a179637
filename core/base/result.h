// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace mediahelm::base {

// What went wrong, as far as a caller has to tell cases apart. Words for the user are made in ui from the kind.
enum class ErrorKind {
    cancelled, // the caller, or the end of the object that carried the work, stopped it
    timeout, // the deadline passed; whether the other side acted is unknown
    unreachable, // no connection, or the connection ended before the reply
    refused, // reached, and said no: permission, authentication, policy
    notFound, // the named thing does not exist
    conflict, // the thing's state does not allow it (already stopped, name in use)
    invalid, // input or reply that breaks its format or rules
    unsupported, // the other side is too old or too new for this
    io, // disk, process, other parts of the machine
    internal, // the engine, or we, failed inside
};

// The kind's stable name in logs, JSON and tests: "timeout", "notFound", ...
QString errorKindName(ErrorKind kind);

struct Error {
    ErrorKind kind = ErrorKind::internal;
    QString message; // one sentence: what failed and on what; never a secret
    QString detail; // the other side's own words, output of a process; may be empty; never a secret

    friend bool operator==(const Error &, const Error &) = default;
};

// A value, or the error that took its place. The world fails with Result; assertions are for bugs.
// A value type: copyable as T is, no thread affinity.
template<typename T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result()
        : m_state(Error{ErrorKind::internal, QStringLiteral("no result"), {}})
    {
    }
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::move(error))
    {
    }

    bool ok() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return ok(); }

    // Only after ok().
    const T &value() const & { return *std::get_if<T>(&m_state); }
    T &value() & { return *std::get_if<T>(&m_state); }
    T &&value() && { return std::move(*std::get_if<T>(&m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return std::get_if<T>(&m_state); }
    T *operator->() { return std::get_if<T>(&m_state); }

    // Only after !ok().
    const Error &error() const { return *std::get_if<Error>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    using Value = void;

    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_ok(false)
    {
    }

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

using Status = Result<void>;

} // namespace mediahelm::base

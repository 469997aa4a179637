// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <compare>

namespace mediahelm::base {

// What each kind of name may be. Checked character by character; no regular expressions on input.
struct HostIdRule { // also a file name: ^[a-z0-9][a-z0-9_-]{0,62}$
    static bool accepts(QStringView text);
    static QString describe();
};
struct ContainerIdRule { // ^[a-f0-9]{12,64}$
    static bool accepts(QStringView text);
    static QString describe();
};
struct ContainerNameRule { // ^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$; Docker's own rule (moby: daemon/names) with a bound
    static bool accepts(QStringView text);
    static QString describe();
};
struct ImageNameRule { // reference or id: letters, digits and ._/:@- , starting with a letter or digit, at most 255
    static bool accepts(QStringView text);
    static QString describe();
};

// Text that has passed its rule, so that it can be put into a path. Made by parse() alone; a default one is empty and
// says so. A value type; ordered and hashable.
template<typename Rule>
class ValidatedName
{
public:
    ValidatedName() = default;

    static Result<ValidatedName> parse(QStringView text)
    {
        if (!Rule::accepts(text))
            return Error{ErrorKind::invalid, Rule::describe(), text.left(80).toString()};
        ValidatedName name;
        name.m_text = text.toString();
        return name;
    }

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const ValidatedName &, const ValidatedName &) = default;
    friend bool operator<(const ValidatedName &a, const ValidatedName &b) { return a.m_text < b.m_text; }
    friend std::size_t qHash(const ValidatedName &name, std::size_t seed = 0) noexcept
    {
        return ::qHash(name.m_text, seed);
    }

private:
    QString m_text;
};

using HostId = ValidatedName<HostIdRule>;
using ContainerId = ValidatedName<ContainerIdRule>;
using ContainerName = ValidatedName<ContainerNameRule>;
using ImageName = ValidatedName<ImageNameRule>;

// user@host:port for OpenSSH, of characters that neither ssh nor a shell that a ProxyCommand starts could misread.
// Host: ^[A-Za-z0-9][A-Za-z0-9.:_-]{0,252}$ (an alias of ~/.ssh/config, a name, or an address; IPv6 in brackets in a
// URL), user: ^[A-Za-z_][A-Za-z0-9_.-]{0,31}$ or empty, port: 1 to 65535 or 0 for ssh's own choice. A value type.
class SshTarget
{
public:
    SshTarget() = default;

    // "ssh://user@host:port" or "user@host:port" or "host". A password, path, query or fragment is refused, and so is
    // anything percent-encoded. Errors: invalid, with what is wrong.
    static Result<SshTarget> parse(QStringView text);

    const QString &user() const { return m_user; }
    const QString &host() const { return m_host; }
    int port() const { return m_port; }
    bool isEmpty() const { return m_host.isEmpty(); }
    QString url() const; // "ssh://user@host:port", with what is set

    friend bool operator==(const SshTarget &, const SshTarget &) = default;

private:
    QString m_user;
    QString m_host;
    int m_port = 0;
};

} // namespace mediahelm::base

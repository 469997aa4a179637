// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/setup/port_choice.h"

#include <QHash>
#include <QSet>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstUnprivileged = 1024;
constexpr int lastPort = 65535;

// Who has which port.
class Ports
{
public:
    explicit Ports(const QList<TakenPort> &taken)
    {
        for (const TakenPort &port : taken)
            take(port.port, {port.protocol}, port.by);
    }

    void take(int number, const QStringList &protocols, const QString &by)
    {
        for (const QString &protocol : protocols) {
            if (!m_owners.contains({number, protocol}))
                m_owners.insert({number, protocol}, by);
        }
    }

    // Empty where it is free.
    QString owner(int number, const QStringList &protocols) const
    {
        for (const QString &protocol : protocols) {
            if (const auto found = m_owners.constFind({number, protocol}); found != m_owners.cend())
                return *found;
        }
        return {};
    }

private:
    QHash<std::pair<int, QString>, QString> m_owners;
};

int nextFree(const PortWish &wish, const Ports &ports, const QSet<int> &wanted)
{
    const auto fits = [&](int number) {
        return !wanted.contains(number) && ports.owner(number, wish.protocols).isEmpty();
    };
    // 80 becomes 8080, 443 becomes 8443.
    const int first = wish.number < firstUnprivileged ? wish.number + 8000 : wish.number + 1;
    for (int number = first; number <= lastPort; ++number) {
        if (fits(number))
            return number;
    }
    for (int number = firstUnprivileged; number < first; ++number) {
        if (fits(number))
            return number;
    }
    return wish.number; // all of them are taken
}

} // namespace

QList<SetupPort> choosePorts(const QList<PortWish> &wishes, const QList<TakenPort> &taken)
{
    Ports ports(taken);
    QSet<int> wanted;
    QList<SetupPort> chosen;
    QList<bool> settled;
    for (const PortWish &wish : wishes) {
        wanted.insert(wish.number);
        chosen.append({wish.variable, wish.service, wish.number, wish.number, {}});
        settled.append(false);
    }
    const auto settle = [&](bool fixed) {
        for (qsizetype i = 0; i < wishes.size(); ++i) {
            const PortWish &wish = wishes.at(i);
            if (wish.fixed != fixed)
                continue;
            chosen[i].takenBy = ports.owner(wish.number, wish.protocols);
            settled[i] = fixed || chosen[i].takenBy.isEmpty();
            if (settled[i])
                ports.take(wish.number, wish.protocols, wish.service);
        }
    };
    settle(true);
    settle(false);
    for (qsizetype i = 0; i < wishes.size(); ++i) {
        if (settled.at(i))
            continue;
        chosen[i].number = nextFree(wishes.at(i), ports, wanted);
        ports.take(chosen[i].number, wishes.at(i).protocols, wishes.at(i).service);
    }
    return chosen;
}

QString portWarning(const SetupPort &port, const PortWish &wish)
{
    if (port.takenBy.isEmpty())
        return {};
    if (wish.fixed)
        return u"%1=%2, as you set it, is taken by %3; one of them will not start"_s.arg(port.variable)
            .arg(port.number)
            .arg(port.takenBy);
    QString text =
        u"port %1 is taken by %2, so %3=%4"_s.arg(port.wanted).arg(port.takenBy, port.variable).arg(port.number);
    if (wish.wellKnown)
        text += u"; clients expect %1 and do not look elsewhere"_s.arg(port.wanted);
    return text;
}

} // namespace mediahelm::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/state_news.h"

#include "core/control/fleet.h"

namespace mediahelm::ui {

using control::Fleet;
using model::Container;
using model::ContainerKey;

namespace {

constexpr std::chrono::milliseconds burst{1500};
constexpr qsizetype mostNamed = 3;

} // namespace

StateNews::StateNews(const Fleet &fleet, QObject *parent)
    : QObject(parent)
{
    m_burst.setSingleShot(true);
    m_burst.setInterval(burst);
    connect(&m_burst, &QTimer::timeout, this, &StateNews::tell);
    for (const control::HostStatus &status : fleet.hosts()) {
        for (const Container &container : fleet.containers(status.profile.id))
            m_looks.insert({status.profile.id, container.id}, lookOf(container));
    }
    connect(&fleet, &Fleet::containersChanged, this, &StateNews::onChanges);
    connect(&fleet, &Fleet::hostRemoved, this, [this](const base::HostId &host) {
        m_looks.removeIf([&host](const auto &known) { return known.key().host == host; });
        m_pending.removeIf([&host](const auto &known) { return known.key().host == host; });
    });
}

void StateNews::onChanges(const base::HostId &host, const model::ContainerChanges &changes)
{
    for (const base::ContainerId &id : changes.removed) {
        m_looks.remove({host, id});
        m_pending.remove({host, id});
    }
    for (const Container &container : changes.upserted) {
        const ContainerKey key{host, container.id};
        const ServiceLook look = lookOf(container);
        const auto known = m_looks.constFind(key);
        const bool isNews = known != m_looks.constEnd() && look != *known && (isTrouble(look) || isTrouble(*known));
        m_looks.insert(key, look);
        if (!isNews)
            continue;
        m_pending.insert(key, tr("%1: %2", "service, its state").arg(container.displayName(), stateText(container)));
        if (!m_burst.isActive())
            m_burst.start();
    }
}

void StateNews::tell()
{
    QStringList sentences = m_pending.values();
    m_pending.clear();
    sentences.sort();
    if (sentences.size() > mostNamed)
        Q_EMIT news(tr("%n services have changed", nullptr, static_cast<int>(sentences.size())));
    else if (!sentences.isEmpty())
        Q_EMIT news(sentences.join(QStringLiteral(". ")));
}

} // namespace mediahelm::ui

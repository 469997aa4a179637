// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/feed_state.h"

#include "core/control/service_json.h"

#include <QJsonDocument>

namespace mediahelm::server {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// A section of a message, "name":[a,b] or "name":{"a":1}; of a delta nothing at all when it is empty.
class Section
{
public:
    Section(const char *name, char opening, char closing)
        : m_closing(closing)
    {
        m_text = ",\"" + QByteArray(name) + "\":" + opening;
        m_empty = m_text.size();
    }

    void add(const QByteArray &item)
    {
        if (m_text.size() > m_empty)
            m_text += ',';
        m_text += item;
    }
    void add(const QByteArray &key, const QByteArray &value)
    {
        if (!value.isEmpty())
            add('"' + key + "\":" + value);
    }
    QByteArray text(bool evenEmpty = false) const
    {
        return evenEmpty || m_text.size() > m_empty ? m_text + m_closing : QByteArray();
    }

private:
    QByteArray m_text;
    qsizetype m_empty = 0;
    char m_closing;
};

template<typename List>
void forget(List &removed, quint64 before)
{
    removed.removeIf([before](const auto &entry) { return entry.at <= before; });
}

} // namespace

FeedState::FeedState(QByteArray epoch, quint64 window)
    : m_epoch(std::move(epoch))
    , m_window(window)
{
}

void FeedState::setHost(const control::HostStatus &status)
{
    Host &host = m_hosts[status.profile.id];
    QByteArray json = compact(control::hostJson(status));
    if (host.json == json)
        return;
    host.json = std::move(json);
    host.changed = m_seq + 1;
    m_removedHosts.removeIf([&](const auto &entry) { return entry.name == status.profile.id; });
}

void FeedState::removeHost(const base::HostId &host)
{
    const auto ofHost = [&](QHash<model::ContainerKey, Service>::iterator entry) {
        if (!(entry.key().host == host))
            return false;
        m_removedServices.append({entry.value().ref, m_seq + 1});
        return true;
    };
    m_services.removeIf(ofHost);
    if (m_hosts.remove(host))
        m_removedHosts.append({host, m_seq + 1});
}

void FeedState::setContainer(const base::HostId &host, const model::Container &container)
{
    Service &service = m_services[{host, container.id}];
    if (service.ref == 0)
        service.ref = ++m_lastRef;
    QByteArray facts = compact(control::containerJson(host, container));
    if (service.facts == facts)
        return;
    service.json = "{\"ref\":" + QByteArray::number(service.ref) + ',' + facts.sliced(1);
    service.facts = std::move(facts);
    service.changed = m_seq + 1;
}

void FeedState::removeContainer(const model::ContainerKey &key)
{
    const auto service = m_services.constFind(key);
    if (service == m_services.constEnd())
        return;
    m_removedServices.append({service->ref, m_seq + 1});
    m_services.erase(service);
}

void FeedState::addSamples(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts)
{
    for (const model::ContainerSample &sample : containers) {
        const auto service = m_services.find(sample.key);
        if (service != m_services.end())
            service->sample.set(sample, m_seq + 1);
    }
    for (const model::HostSample &sample : hosts) {
        const auto host = m_hosts.find(sample.host);
        if (host != m_hosts.end())
            host->sample.set(sample, m_seq + 1);
    }
}

quint64 FeedState::advance(const QDateTime &at)
{
    m_at = at.toUTC().toString(Qt::ISODateWithMs).toLatin1();
    for (Host &host : m_hosts)
        host.sample.expire(m_seq + 1);
    for (Service &service : m_services)
        service.sample.expire(m_seq + 1);
    ++m_seq;
    if (m_seq > m_window) {
        forget(m_removedHosts, m_seq - m_window);
        forget(m_removedServices, m_seq - m_window);
    }
    return m_seq;
}

bool FeedState::reaches(quint64 seq) const
{
    return seq > 0 && seq <= m_seq && m_seq - seq <= m_window;
}

QByteArray FeedState::snapshot() const
{
    return message("snapshot", 0);
}

QByteArray FeedState::deltaSince(quint64 seq) const
{
    return message("delta", seq);
}

QByteArray FeedState::message(const char *type, quint64 since) const
{
    Section hosts("hosts", '[', ']');
    Section hostSamples("host_samples", '{', '}');
    Section removedHosts("removed_hosts", '[', ']');
    for (auto host = m_hosts.cbegin(); host != m_hosts.cend(); ++host) {
        if (host->changed > since)
            hosts.add(host->json);
        hostSamples.add(host.key().text().toLatin1(), host->sample.json(since));
    }
    Section services("services", '[', ']');
    Section samples("samples", '{', '}');
    Section removedServices("removed_services", '[', ']');
    for (const Service &service : m_services) {
        if (service.changed > since)
            services.add(service.json);
        samples.add(QByteArray::number(service.ref), service.sample.json(since));
    }
    if (since > 0) {
        for (const auto &removed : m_removedHosts) {
            if (removed.at > since)
                removedHosts.add('"' + removed.name.text().toLatin1() + '"');
        }
        for (const auto &removed : m_removedServices) {
            if (removed.at > since)
                removedServices.add(QByteArray::number(removed.name));
        }
    }
    QByteArray out =
        "{\"type\":\"" + QByteArray(type) + "\",\"epoch\":\"" + m_epoch + "\",\"seq\":" + QByteArray::number(m_seq);
    if (since > 0)
        out += ",\"since\":" + QByteArray::number(since);
    out += ",\"at\":\"" + m_at + '"';
    return out + hosts.text(since == 0) + removedHosts.text() + services.text(since == 0) + removedServices.text()
        + hostSamples.text() + samples.text() + '}';
}

} // namespace mediahelm::server

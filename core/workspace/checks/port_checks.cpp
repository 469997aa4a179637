// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/checks.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

constexpr int mostCompared = 200;

struct Published {
    const ModelService *service = nullptr;
    const ModelPort *port = nullptr;
};

QStringList profilesOf(const ModelService &service)
{
    QStringList names;
    const QList<ModelText> profiles = service.lists.value(u"profiles"_s);
    for (const ModelText &profile : profiles)
        names.append(profile.text);
    return names;
}

// Whether both run at once: always, when a profile is chosen, or never for all that is known.
enum class Together { always, sometimes, unlikely };

Together together(const ModelService &a, const ModelService &b)
{
    const QStringList first = profilesOf(a);
    const QStringList second = profilesOf(b);
    if (first == second)
        return Together::always;
    if (first.isEmpty() || second.isEmpty())
        return Together::sometimes;
    const bool shared =
        std::any_of(first.begin(), first.end(), [&](const QString &profile) { return second.contains(profile); });
    return shared ? Together::sometimes : Together::unlikely;
}

// The mode in which nothing is published; empty where ports are.
QString modeWithoutPorts(const ModelService &service)
{
    const ModelText *mode = service.setting(u"network_mode"_s);
    const bool without = mode
        && (mode->text == u"host" || mode->text == u"none" || mode->text.startsWith("service:"_L1)
            || mode->text.startsWith("container:"_L1));
    return without ? mode->text : QString();
}

class PortChecker
{
public:
    PortChecker(const ComposeModel &model, CheckReport &report)
        : m_model(model)
        , m_report(report)
    {
        for (const auto &file : model.files)
            m_fileOrder.insert(file.get(), m_fileOrder.size());
    }

    void run()
    {
        for (const ModelService &service : m_model.services) {
            checkMode(service);
            for (const ModelPort &port : service.ports)
                checkAlone(service, port);
            if (!modeWithoutPorts(service).isEmpty())
                continue;
            for (const ModelPort &port : service.ports) {
                if (port.first > 0)
                    m_published.append({&service, &port});
            }
        }
        std::stable_sort(m_published.begin(), m_published.end(),
                         [](const Published &a, const Published &b) { return a.port->first < b.port->first; });
        for (qsizetype i = 0; i < m_published.size(); ++i)
            compareWithFurther(i);
    }

private:
    void compareWithFurther(qsizetype from)
    {
        const Published &a = m_published[from];
        const qsizetype end = std::min(m_published.size(), from + 1 + mostCompared);
        for (qsizetype i = from + 1; i < end && m_published[i].port->first <= a.port->last; ++i) {
            const Published &b = m_published[i];
            if (a.port->collidesWith(*b.port))
                tellConflict(a, b);
        }
    }

    void tellConflict(const Published &a, const Published &b)
    {
        const Together when = together(*a.service, *b.service);
        if (when == Together::unlikely)
            return;
        // The one that is written later is at fault.
        const auto before = [this](const ModelSource &x, const ModelSource &y) {
            return x.file == y.file ? x.node.id() < y.node.id() : m_fileOrder.value(x.file) < m_fileOrder.value(y.file);
        };
        const Published &earlier = before(a.port->source, b.port->source) ? a : b;
        const Published &later = before(a.port->source, b.port->source) ? b : a;
        const QString code = u"port-conflict"_s;
        const ModelSource &source = later.port->source;
        if (!m_report.isNew(code, source))
            return;
        const ModelSource &other = earlier.port->source;
        const QString who = earlier.service == later.service
            ? u"twice"_s
            : u"by %1 too (%2:%3)"_s.arg(shownName(earlier.service->name), other.file->path)
                  .arg(other.file->document.place(other.node).line);
        const int port = freePort(*later.port);
        QString message = u"port %1/%2 of the host is published %3; give one of them another port"_s.arg(
            later.port->publishedText(), later.port->protocol, who);
        if (port > 0)
            message += u", %1 is free in these files"_s.arg(port);
        m_report.add(when == Together::always ? Severity::error : Severity::warning, code, source, message,
                     // One place that both have by extends or a merge would change for both.
                     port > 0 && source.node != other.node ? fixFor(*later.port, port) : std::nullopt);
    }

    // The next port that no service publishes; 0 where there is none, or where it is not one port.
    int freePort(const ModelPort &port) const
    {
        if (!port.isFixed())
            return 0;
        for (int candidate = port.first + 1; candidate <= std::min(65535, port.first + 100); ++candidate) {
            const bool taken = std::any_of(m_published.begin(), m_published.end(), [&](const Published &one) {
                return one.port->first <= candidate && candidate <= one.port->last;
            });
            if (!taken)
                return candidate;
        }
        return 0;
    }

    // Of a literal port alone: what a variable says may count in other places too.
    static std::optional<model::DiagnosticFix> fixFor(const ModelPort &port, int free)
    {
        const YamlNode node = port.published.node;
        if (!port.literal || !node.exists() || !node.isScalar())
            return std::nullopt;
        QString text = node.text();
        const QString number = QString::number(port.first);
        if (text != number) {
            const qsizetype at = text.lastIndexOf(number + u':');
            if (at < 0 || (at > 0 && text[at - 1] != u':'))
                return std::nullopt;
            text.replace(at, number.size(), QString::number(free));
        } else {
            text = QString::number(free);
        }
        return CheckFixes::setText(port.published, text, u"Publish it on %1"_s.arg(free));
    }

    void checkAlone(const ModelService &service, const ModelPort &port)
    {
        const int outside = port.last - port.first;
        const int inside = port.targetLast - port.targetFirst;
        if (port.first > 0 && inside > 0 && outside != inside)
            m_report.add(Severity::error, u"port-range"_s, port.source,
                         u"a range of %1 ports of the host cannot stand for %2 of the container; make both equally "
                         "long"_s.arg(outside + 1)
                             .arg(inside + 1));
        else if (port.isFixed() && service.count() > 1)
            m_report.add(
                Severity::error, u"port-replicas"_s, port.source,
                u"%1 containers of %2 cannot share port %3 of the host; give a range, or run one"_s.arg(service.count())
                    .arg(shownName(service.name))
                    .arg(port.first));
    }

    void checkMode(const ModelService &service)
    {
        const QString mode = modeWithoutPorts(service);
        const bool joins = mode.startsWith("service:"_L1) || mode.startsWith("container:"_L1);
        if (!mode.isEmpty() && !service.ports.isEmpty()) {
            const ModelSource &first = service.ports.first().source;
            const QString owner = mode.section(u':', 1);
            m_report.add(joins ? Severity::error : Severity::warning, u"port-unused"_s, first,
                         joins ? u"the engine refuses ports together with network_mode %1; publish them at %2"_s.arg(
                             shownName(mode), shownName(owner))
                               : u"with network_mode %1 no port is published; take the ports out"_s.arg(mode),
                         joins || mode == u"none" ? std::nullopt : withoutPorts(service));
        }
        if (!joins)
            return;
        for (const QString &key : {u"hostname"_s, u"mac_address"_s}) {
            if (const ModelText *text = service.setting(key))
                tellClash(key, mode, text->source);
        }
        for (const QString &key : {u"dns"_s, u"extra_hosts"_s}) {
            const QList<ModelText> list = service.lists.value(key);
            if (!list.isEmpty())
                tellClash(key, mode, list.first().source);
        }
        const QList<ModelReference> networks = service.references.value(u"networks"_s);
        // In one file the schema tells of it.
        if (!networks.isEmpty() && networks.first().name.source.file != service.setting(u"network_mode"_s)->source.file)
            tellClash(u"networks"_s, mode, networks.first().name.source);
    }

    void tellClash(const QString &key, const QString &mode, const ModelSource &source)
    {
        m_report.add(
            Severity::error, u"namespace-conflict"_s, source,
            u"%1 cannot be set together with network_mode %2, since the network is another container's; set it "
            "there"_s.arg(key, shownName(mode)));
    }

    std::optional<model::DiagnosticFix> withoutPorts(const ModelService &service)
    {
        const ModelSource &first = service.ports.first().source;
        const YamlNode list = first.node.exists() ? first.node.parent() : YamlNode();
        const bool all = std::all_of(service.ports.begin(), service.ports.end(), [&](const ModelPort &port) {
            return port.source.node.exists() && port.source.node.parent() == list;
        });
        return all ? m_report.fixes().remove({first.file, list}, u"Take the ports out"_s) : std::nullopt;
    }

    const ComposeModel &m_model;
    CheckReport &m_report;
    QHash<const FileModel *, qsizetype> m_fileOrder;
    QList<Published> m_published;
};

} // namespace

void checkPorts(const ComposeModel &model, CheckReport &report)
{
    PortChecker(model, report).run();
}

} // namespace mediahelm::workspace
